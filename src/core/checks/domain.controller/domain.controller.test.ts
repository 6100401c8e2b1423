import { localAskedAsOther, localUser, rowsOf } from '../../../../test/kit/judged.ts'

const none = 'Getting DC name failed: Status = 1355 0x54b ERROR_NO_SUCH_DOMAIN\r\n'
const plain = (answer: string | null) => ({ 'nltest-dsgetdc': answer })
const keyList = (answer: string | null) => ({ 'nltest-dsgetdc-keylist': answer })
const hybrid = { state: 'hybrid-joined' } as const
const key = { track: 'security-key' } as const

rowsOf('domain.controller', [
  ['one answers', hybrid, {}, 'pass'],
  ['one answers, domain joined only', { state: 'domain-joined' }, {}, 'pass'],
  ['none answers', { ...hybrid, commands: { ...plain(none), ...keyList(none) } }, {}, 'warn'],
  ['none answers, security key', { ...hybrid, commands: { ...plain(none), ...keyList(none) } }, key, 'fail'],
  ['none answers, though one did a moment before', { ...hybrid, commands: plain(none) }, {}, 'warn'],
  ['the same, security key', { ...hybrid, commands: plain(none) }, key, 'fail'],
  ['only the special question was answered', { ...hybrid, commands: plain(null) }, {}, 'pass'],
  ['an ordinary one answers', { ...hybrid, commands: keyList(none) }, {}, 'pass'],
  ['only the special question was asked', { ...hybrid, commands: { ...plain(null), ...keyList(none) } }, {}, 'unknown'],
  [
    'refused',
    { ...hybrid, commands: { ...plain('failed: Status = 5 0x5 ERROR_ACCESS_DENIED'), ...keyList(null) } },
    {},
    'unknown',
  ],
  [
    'nltest is missing',
    { ...hybrid, outcomes: { 'nltest-dsgetdc': 'missing', 'nltest-dsgetdc-keylist': 'missing' } },
    {},
    'unknown',
  ],
  ['join state unread', { ...hybrid, outcomes: { 'dsregcmd-status': 'missing' } }, {}, 'unknown'],
  ['Entra joined only', {}, {}, 'not-applicable'],
  ['workgroup', { state: 'workgroup', user: localUser }, {}, 'not-applicable'],
  ['not joined, asked as somebody else', { state: 'workgroup', user: localAskedAsOther }, {}, 'not-applicable'],
])
