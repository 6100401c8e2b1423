import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askedAsOther, held, localUser, reportOf, rowsOf, server, web } from '../../../../test/kit/judged.ts'
import { keys } from '../../facts/keys.ts'

const flags = (azure: string, enterprise: string, domain: string) => (text: string) =>
  text
    .replace(/(AzureAdJoined : ).*/, `$1${azure}`)
    .replace(/(EnterpriseJoined : ).*/, `$1${enterprise}`)
    .replace(/(DomainJoined : ).*/, `$1${domain}`)
const account = [held('megan@fabrikam.com', 'A')]

rowsOf('join.state', [
  ['an Entra joined client', {}, {}, 'pass'],
  ['a hybrid joined client', { state: 'hybrid-joined' }, {}, 'pass'],
  ['a registered client', { state: 'entra-registered', user: localUser, accounts: account }, {}, 'pass'],
  ['a domain PC with a work account', { state: 'domain-joined', accounts: account }, {}, 'pass'],
  ['a domain PC without one', { state: 'domain-joined' }, {}, 'fail'],
  ['a workgroup PC', { state: 'workgroup', user: localUser }, {}, 'fail'],
  ['on-premises DRS joined', { dsregcmd: flags('NO', 'YES', 'YES') }, {}, 'fail'],
  [
    'on-premises DRS joined with a work account',
    { state: 'domain-joined', accounts: account, dsregcmd: flags('NO', 'YES', 'YES') },
    {},
    'pass',
  ],
  ['a workgroup PC on the web path', { state: 'workgroup', user: localUser }, web, 'pass'],
  ['a domain PC on the web path', { state: 'domain-joined' }, web, 'pass'],
  ['a domain PC asked as somebody else', { state: 'domain-joined', ...askedAsOther }, {}, 'unknown'],
  ['a workgroup PC asked as somebody else', { state: 'workgroup', ...askedAsOther }, {}, 'unknown'],
  ['the same on the web path', { state: 'workgroup', ...askedAsOther }, web, 'unknown'],
  ['an Entra joined client asked as somebody else', askedAsOther, {}, 'pass'],
  ['ERROR is not NO', { dsregcmd: flags('ERROR', 'NO', 'NO') }, {}, 'unknown'],
  ['dsregcmd is missing', { outcomes: { 'dsregcmd-status': 'missing' } }, {}, 'unknown'],
  ['dsregcmd said nothing', { commands: { 'dsregcmd-status': '' } }, {}, 'unknown'],
  ['an Entra joined target', {}, server, 'pass'],
  ['a hybrid joined target', { state: 'hybrid-joined' }, server, 'pass'],
  ['a registered target', { state: 'entra-registered', user: localUser, accounts: account }, server, 'fail'],
  ['a domain joined target', { state: 'domain-joined' }, server, 'fail'],
  ['a target that is not joined, asked as somebody else', { state: 'workgroup', ...askedAsOther }, server, 'fail'],
  ['a target where dsregcmd hung', { outcomes: { 'dsregcmd-status': 'timeout' } }, server, 'unknown'],
])

test('with another user’s answer the state of a PC that is not joined is unknown, of a domain PC it is not', () => {
  assert.equal(reportOf({ state: 'workgroup', ...askedAsOther }).facts.join.state, 'unknown')
  assert.equal(reportOf({ state: 'domain-joined', ...askedAsOther }).facts.join.state, 'domain-joined')
})

test('traces in the registry are shown as a hint when dsregcmd is missing, and not taken as the answer', () => {
  const report = reportOf({ outcomes: { 'dsregcmd-status': 'missing' } })
  const finding = report.findings.find(({ id }) => id === 'join.state')
  assert.equal(report.facts.join.state, 'unknown')
  assert.ok(finding?.evidence.some(({ where }) => where === keys.cloudJoinInfo))
})

test('on the security key track nobody is sent to add a work account', () => {
  for (const role of ['client', 'server'] as const) {
    const { verdict } = reportOf({ state: 'workgroup', user: localUser }, { role, track: 'security-key' })
    assert.match(verdict.next.join(' '), /A security key signs in only on a Microsoft Entra joined/)
    assert.doesNotMatch(verdict.next.join(' '), /Add the work account|Remote Desktop/)
  }
})
