import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingIn, localAskedAsOther, reportOf, rowsOf } from '../../../../test/kit/judged.ts'

const broken = [
  'Flags: 80',
  'Trusted DC Name ',
  'Trusted DC Connection Status Status = 1787 0x6fb ERROR_NO_TRUST_SAM_ACCOUNT',
  'Trust Verification Status = 1787 0x6fb ERROR_NO_TRUST_SAM_ACCOUNT',
  'The command completed successfully',
].join('\r\n')
const hybrid = { state: 'hybrid-joined', user: { elevated: true } } as const
const key = { track: 'security-key' } as const

rowsOf('domain.secure-channel', [
  ['confirmed', hybrid, {}, 'pass'],
  ['broken, though "completed successfully"', { ...hybrid, commands: { 'nltest-sc-verify': broken } }, {}, 'warn'],
  ['broken, security key', { ...hybrid, commands: { 'nltest-sc-verify': broken } }, key, 'fail'],
  ['not elevated, so not asked', { state: 'hybrid-joined' }, {}, 'unknown'],
  [
    'refused',
    { ...hybrid, commands: { 'nltest-sc-verify': 'I_NetLogonControl failed: Status = 5 0x5 ERROR_ACCESS_DENIED' } },
    {},
    'unknown',
  ],
  ['join state unread', { ...hybrid, outcomes: { 'dsregcmd-status': 'timeout' } }, {}, 'unknown'],
  ['Entra joined only', {}, {}, 'not-applicable'],
  ['not joined, asked as somebody else', { state: 'workgroup', user: localAskedAsOther }, {}, 'not-applicable'],
])

test('domain.secure-channel sends nobody to repair a trust that no domain controller could confirm', () => {
  const detail = (text: string) =>
    findingIn(reportOf({ ...hybrid, commands: { 'nltest-sc-verify': text } }), 'domain.secure-channel').detail
  assert.match(
    detail(broken.replaceAll('1787 0x6fb ERROR_NO_TRUST_SAM_ACCOUNT', '1311 0x51f ERROR_NO_LOGON_SERVERS')),
    /no domain controller answered \(1311\)/,
  )
  assert.match(detail(broken), /is broken \(1787\)/)
})

test('domain.secure-channel asks for an administrator only where rights are missing', () => {
  const detail = (different: Parameters<typeof reportOf>[0]) =>
    findingIn(reportOf(different), 'domain.secure-channel').detail
  assert.match(detail({ state: 'hybrid-joined' }), /Only an administrator/)
  assert.doesNotMatch(detail({ ...hybrid, outcomes: { 'nltest-sc-verify': 'missing' } }), /administrator/)
})
