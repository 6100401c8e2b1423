import { localAskedAsOther, localUser, rowsOf } from '../../../../test/kit/judged.ts'

const auth = (text: string) => (output: string) => output.replace(/(DeviceAuthStatus : ).*/, `$1${text}`)

rowsOf('join.device-auth', [
  ['confirmed', {}, {}, 'pass'],
  ['disabled or deleted', { dsregcmd: auth('FAILED. Device is either disabled or deleted') }, {}, 'fail'],
  ['the network stood in the way', { dsregcmd: auth('FAILED. Error: 0x80072ee7') }, {}, 'warn'],
  ['an unknown word', { dsregcmd: auth('PENDING') }, {}, 'unknown'],
  ['not printed by this build', { dsregcmd: (text) => text.replace(/.*DeviceAuthStatus.*\r\n/, '') }, {}, 'unknown'],
  ['DomainJoined is not printed', { dsregcmd: (text) => text.replace(/.*DomainJoined.*\r\n/, '') }, {}, 'pass'],
  ['dsregcmd is missing', { outcomes: { 'dsregcmd-status': 'missing' } }, {}, 'unknown'],
  ['not joined', { state: 'workgroup', user: localUser }, {}, 'not-applicable'],
  ['not joined, asked as somebody else', { state: 'workgroup', user: localAskedAsOther }, {}, 'not-applicable'],
  ['domain joined only', { state: 'domain-joined' }, {}, 'not-applicable'],
])
