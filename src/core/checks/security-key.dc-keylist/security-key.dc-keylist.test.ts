import { rowsOf } from '../../../../test/kit/judged.ts'

const key = { track: 'security-key' } as const
const hybrid = { state: 'hybrid-joined' } as const
const none = 'Getting DC name failed: Status = 1355 0x54b ERROR_NO_SUCH_DOMAIN\r\n'
const found = (flags: string) =>
  `           DC: \\\\DC01.corp.contoso.com\r\n      Address: \\\\192.0.2.10\r\n        Flags: DS KDC ${flags}\r\n`
const answers = (able: string | null, plain: string | null) => ({
  ...hybrid,
  commands: { 'nltest-dsgetdc-keylist': able, 'nltest-dsgetdc': plain },
})

rowsOf('security-key.dc-keylist', [
  ['one has it', hybrid, key, 'pass'],
  ['an older nltest prints the bit', answers(found('WRITABLE 0x20000'), null), key, 'pass'],
  ['the plain answer shows it', answers(none, found('WRITABLE KEYLIST')), key, 'pass'],
  ['only a read-only one has it', answers(found('KEYLIST'), null), key, 'warn'],
  ['one answers plainly, none has it', answers(none, found('WRITABLE')), key, 'fail'],
  ['the one that answered lacks it', answers(found('WRITABLE'), null), key, 'fail'],
  ['none answers at all', answers(none, none), key, 'unknown'],
  ['only a plain answer without it', answers(null, found('WRITABLE')), key, 'unknown'],
  ['no domain to ask about', {}, key, 'unknown'],
  [
    'nltest is missing',
    { ...hybrid, outcomes: { 'nltest-dsgetdc': 'missing', 'nltest-dsgetdc-keylist': 'missing' } },
    key,
    'unknown',
  ],
  ['the Remote Desktop track', hybrid, {}, 'not-applicable'],
])
