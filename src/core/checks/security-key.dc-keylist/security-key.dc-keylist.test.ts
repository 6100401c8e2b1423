import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingIn, reportOf, rowsOf } from '../../../../test/kit/judged.ts'

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

const detailOf = (different: Parameters<typeof reportOf>[0]) =>
  findingIn(reportOf(different, key), 'security-key.dc-keylist').detail
const inSites = (controller: string, pc: string) =>
  `${found('WRITABLE KEYLIST')} Dc Site Name: ${controller}\r\nOur Site Name: ${pc}\r\n`

test('no controller at all and none with the ability are told apart', () => {
  assert.match(detailOf(answers(none, none)), /^No domain controller answered at all, .* VPN/)
  assert.match(
    detailOf(answers(none, found('WRITABLE'))),
    /^DC01\.corp\.contoso\.com answers, but no controller that can complete/,
  )
})
test('where the plain question was not answered, nobody says that none answered', () => {
  assert.match(detailOf(answers(none, null)), /could not be read/)
  assert.match(detailOf(answers('failed: Status = 5 0x5 ERROR_ACCESS_DENIED', none)), /No domain controller .* at all/)
})
test('a domain that is named is not said to be missing', () => {
  const detail = (domain: string | null) =>
    findingIn(reportOf({}, { ...key, domain }), 'security-key.dc-keylist').detail
  assert.match(detail(null), /No domain to ask about is known/)
  assert.match(detail('corp.contoso.com'), /No domain controller of corp\.contoso\.com was asked/)
})
test('the updates that a controller needs are named', () => {
  for (const text of [answers(none, found('WRITABLE')), answers(found('KEYLIST'), null)])
    assert.match(detailOf(text), /2016 needs KB4534307 .* 2019 needs KB4534321 .* in each site/)
})
test('a controller of another site is said to be one', () => {
  assert.match(detailOf(answers(inSites('Hamburg', 'Kiel'), null)), /in the site Hamburg, this PC in Kiel/)
  assert.doesNotMatch(detailOf(answers(inSites('Hamburg', 'HAMBURG'), null)), /site/)
})
