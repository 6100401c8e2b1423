import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { askedAsOther, dword, localUser, refused, reportOf, server, sz, web } from '../../../test/kit/judged.ts'
import type { Intent } from '../../shared/intent.ts'
import type { Facts, Finding, VerdictState } from '../../shared/report.ts'
import { keys } from '../facts/keys.ts'
import { verdictOf } from './verdict.ts'

const account = { account: 'adele@contoso.com' }
const target = { remoteDesktopOn: true }
const home = {
  registry: {
    [keys.windowsVersion]: {
      values: { CurrentBuildNumber: sz('26100'), EditionID: sz('Core'), InstallationType: sz('Client') },
    },
  },
}
const gpo = { blockedByGpo: 'Baseline', user: { elevated: true } }

const rows: readonly (readonly [string, Parameters<typeof reportOf>[0], Partial<Intent>, VerdictState])[] = [
  ['everything is right', {}, account, 'ready'],
  ['an Entra joined client that was never set', { allowOnlineId: null }, account, 'ready'],
  ['a value of 0', { allowOnlineId: 0 }, account, 'fixable'],
  ['a value of 0 whose owner is unknown', { allowOnlineId: 0, user: { elevated: false } }, account, 'fixable'],
  ['a hybrid client that was never set', { allowOnlineId: null, state: 'hybrid-joined' }, account, 'fixable'],
  ['the same as a target', { ...target, allowOnlineId: null, state: 'hybrid-joined' }, server, 'fixable'],
  [
    'a hybrid server that was never set',
    { ...target, allowOnlineId: null, state: 'hybrid-joined', server: true },
    server,
    'fixable',
  ],
  ['a policy holds 0', { ...gpo, allowOnlineId: 0 }, account, 'managed'],
  [
    'a policy holds 0 and the account is not there',
    { ...gpo, allowOnlineId: 0 },
    { account: 'x@contoso.com' },
    'managed',
  ],
  ['a Home edition as target, policy or not', { ...home, ...gpo }, server, 'unsupported'],
  ['the account is not there and the value is 0', { allowOnlineId: 0 }, { account: 'x@contoso.com' }, 'action'],
  ['a PC that is not joined', { state: 'workgroup', user: localUser }, {}, 'action'],
  ['Remote Desktop is off', {}, server, 'fixable'],
  ['asked as somebody else', askedAsOther, account, 'unknown'],
  ['asked as somebody else, as a target', { ...target, ...askedAsOther }, server, 'ready'],
  ['dsregcmd is missing', { outcomes: { 'dsregcmd-status': 'missing' } }, account, 'unknown'],
  ['the setting is refused', { registry: { [keys.pku2u]: refused } }, account, 'unknown'],
  ['the web path does not ask for the setting', { registry: { [keys.pku2u]: refused } }, web, 'ready'],
  ['the firewall rules are refused', { ...target, registry: { [keys.firewallRules]: refused } }, server, 'unknown'],
  [
    'a list of members is unread',
    { ...target, joinedBy: null, outcomes: { 'local-group-administrators': 'denied' } },
    { ...server, account: 'x@contoso.com' },
    'unknown',
  ],
  ['Windows waits for a restart of its own', { registry: { [keys.rebootPending]: {} } }, account, 'ready'],
  ['the certificate is missing', { commands: { 'machine-certificates': '{"certificates":[]}' } }, account, 'ready'],
  [
    'NLA is off',
    { ...target, registry: { [keys.rdpTcp]: { values: { UserAuthentication: dword(0) } } } },
    server,
    'ready',
  ],
]

describe('verdict of a machine', () => {
  for (const [what, different, intent, state] of rows)
    test(`${state}: ${what}`, () => {
      const { verdict, findings } = reportOf(different, intent)
      assert.equal(
        verdict.state,
        state,
        JSON.stringify(
          findings.filter(({ status }) => status === 'fail' || status === 'unknown'),
          null,
          1,
        ),
      )
      assert.notEqual(verdict.headline, '')
    })
})

const finding = (id: Finding['id'], status: Finding['status'], fixes: Finding['fixes'] = []): Finding => ({
  id,
  status,
  fixes,
  title: id,
  why: '',
  detail: `${id} ${status}`,
  evidence: [],
  links: [],
})
const base = reportOf({}, account)
const stateOf = (findings: readonly Finding[], intent: Partial<Intent> = {}, facts: Facts = base.facts) =>
  verdictOf(findings, facts, { ...base.intent, ...intent }).state

test('a restart comes after everything that still has to be changed, and before what could not be read', () => {
  const restart = finding('pku2u.restart', 'fail')
  assert.equal(stateOf([restart, finding('account.identity', 'unknown')]), 'restart')
  assert.equal(stateOf([restart, finding('rdp.enabled', 'fail', ['rdp.enable'])]), 'fixable')
  assert.equal(stateOf([restart, finding('join.state', 'fail')]), 'action')
  assert.equal(stateOf([finding('pku2u.restart', 'warn')]), 'restart')
})

test('a scenario that security keys cannot serve is unsupported', () => {
  assert.equal(stateOf([finding('security-key.scenario', 'fail'), finding('pku2u.owner', 'fail')]), 'unsupported')
})

test('only deciding findings make the verdict unknown, and which decide depends on the case', () => {
  assert.equal(stateOf([finding('network.target', 'unknown')]), 'ready')
  assert.equal(stateOf([finding('network.target', 'unknown')], { peer: 'PC-2' }), 'unknown')
  assert.equal(stateOf([finding('network.target', 'unknown')], { peer: 'PC-2', track: 'security-key' }), 'ready')
  assert.equal(stateOf([finding('security-key.cloud-tgt', 'unknown')], { track: 'security-key' }), 'unknown')
  assert.equal(stateOf([finding('rdp.membership', 'unknown')], { role: 'server', account: null }), 'ready')
  assert.equal(stateOf([finding('certificate.p2p-device', 'unknown')]), 'ready')
})

test('with the owner unknown, the next steps say that it is looked up before anything is written', () => {
  const { verdict } = reportOf({ allowOnlineId: 0 }, account)
  assert.ok(verdict.next.some((step) => step.includes('looked up')))
})

test('a policy is named in the headline', () => {
  assert.match(reportOf({ ...gpo, allowOnlineId: 0 }, account).verdict.headline, /Baseline/)
})

const restart = 'Restart this PC afterwards.'

test('a restart is among the next steps only where something asks for one', () => {
  const next = (different: Parameters<typeof reportOf>[0], intent: Partial<Intent> = server) =>
    reportOf(different, intent).verdict.next
  assert.deepEqual(next({ ...target, allowOnlineId: 0, user: { elevated: true } }), [
    'Allow PKU2U (AllowOnlineID = 1).',
    restart,
  ])
  assert.deepEqual(next({ allowOnlineId: 1 }), [
    'Turn Remote Desktop on.',
    'Let Remote Desktop through the firewall on domain and private networks.',
  ])
  const waiting = [finding('pku2u.restart', 'fail'), finding('rdp.enabled', 'fail', ['rdp.enable'])]
  assert.ok(verdictOf(waiting, base.facts, { ...base.intent, ...server }).next.includes(restart))
  const notJoined = { ...target, state: 'workgroup', allowOnlineId: 0, user: { ...localUser, elevated: true } } as const
  assert.equal(next(notJoined).at(-1), restart)
})

test('what cannot work is said alone: no other step leads there', () => {
  assert.deepEqual(reportOf({ ...home, ...gpo }, server).verdict.next, [
    'This is a Home edition, which nobody can connect to. Upgrade it to Pro, Enterprise or Education.',
  ])
  const key = reportOf({ server: true }, { track: 'security-key' })
  assert.ok(key.findings.some(({ id, status }) => id === 'security-key.sign-in' && status === 'fail'))
  assert.equal(key.verdict.next.length, 1)
})

test('beside a policy that blocks PKU2U, the other steps are things to do', () => {
  const { next } = reportOf({ ...gpo, allowOnlineId: 0 }, server).verdict
  assert.ok(next.includes('Turn Remote Desktop on.'))
  assert.equal(next.at(-1), 'Restart this PC once the policy has changed.')
})
