import { askedAsOther, localUser, rowsOf } from '../../../../test/kit/judged.ts'

const key = { track: 'security-key' } as const

rowsOf('security-key.join', [
  ['Entra joined', {}, key, 'pass'],
  ['hybrid joined', { state: 'hybrid-joined' }, key, 'pass'],
  ['domain joined only', { state: 'domain-joined' }, key, 'fail'],
  ['workgroup', { state: 'workgroup', user: localUser }, key, 'fail'],
  ['workgroup, asked as somebody else', { state: 'workgroup', ...askedAsOther }, key, 'fail'],
  ['dsregcmd hung', { outcomes: { 'dsregcmd-status': 'timeout' } }, key, 'unknown'],
  [
    'the flag is an error',
    { dsregcmd: (text) => text.replace('AzureAdJoined : YES', 'AzureAdJoined : ERROR') },
    key,
    'unknown',
  ],
  ['the Remote Desktop track', {}, {}, 'not-applicable'],
])
