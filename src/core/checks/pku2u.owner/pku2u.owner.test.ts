import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dword, findingIn, refused, reportOf, rowsOf, sz, web } from '../../../../test/kit/judged.ts'
import { keys } from '../../facts/keys.ts'

const name = 'NetworkSecurity_AllowPKU2UAuthenticationRequests'
const elevated = { user: { elevated: true } }
const gpo = (data: string, more: Readonly<Record<string, unknown>> = {}) => ({
  path: 'machine\\system\\CurrentControlSet\\Control\\LSA\\Pku2u\\AllowOnlineID',
  type: 4,
  data,
  gpoId: '{A}',
  gpoName: 'Baseline',
  precedence: 1,
  ...more,
})
const policies = (...rsop: readonly object[]) => ({ commands: { 'policy-result': JSON.stringify({ rsop }) } })
const mdm = (value: number, providerSet: number) => ({
  registry: { [keys.policyManager]: { values: { [name]: dword(value), [`${name}_ProviderSet`]: dword(providerSet) } } },
})

rowsOf('pku2u.owner', [
  ['nobody sets it, all read', { ...elevated }, {}, 'pass'],
  ['value 1, policy unread', {}, {}, 'pass'],
  ['not set, policy unread', { allowOnlineId: null }, {}, 'pass'],
  ['value 0, policy unread', { allowOnlineId: 0 }, {}, 'unknown'],
  [
    'value 0, PolicyManager refused',
    { ...elevated, allowOnlineId: 0, registry: { [keys.policyManager]: refused } },
    {},
    'unknown',
  ],
  ['value 0, nobody sets it', { ...elevated, allowOnlineId: 0 }, {}, 'pass'],
  ['value unread, policies unread', { registry: { [keys.pku2u]: refused } }, {}, 'unknown'],
  ['Group Policy holds 0', { ...policies(gpo('0')), allowOnlineId: 0 }, {}, 'fail'],
  ['Group Policy holds 0 while the value is 1', policies(gpo('0')), {}, 'fail'],
  ['Group Policy holds 1', policies(gpo('1')), {}, 'pass'],
  ['Group Policy sets something we do not know', { ...policies(gpo('off')), allowOnlineId: 0 }, {}, 'unknown'],
  ['Group Policy sets something we do not know, value 1', policies(gpo('off')), {}, 'pass'],
  ['only precedence 1 counts', policies(gpo('0', { precedence: 2 }), gpo('1')), {}, 'pass'],
  [
    'another value of the policy',
    policies(gpo('0', { path: 'MACHINE\\System\\CurrentControlSet\\Control\\Lsa\\NoLMHash' })),
    {},
    'pass',
  ],
  ['Intune holds 0', { ...mdm(0, 1), allowOnlineId: 0 }, {}, 'fail'],
  ['a PolicyManager default is no owner', { ...elevated, ...mdm(0, 0), allowOnlineId: 0 }, {}, 'pass'],
  ['Group Policy holds 1, Intune 0', { ...policies(gpo('1')), ...mdm(0, 1) }, {}, 'fail'],
  ['the policy answer is garbage', { allowOnlineId: 0, commands: { 'policy-result': 'no JSON' } }, {}, 'unknown'],
  ['domain joined only, not set', { state: 'domain-joined', allowOnlineId: null }, {}, 'not-applicable'],
  ['the web account path', { allowOnlineId: 0 }, web, 'not-applicable'],
])

test('the owner is named: Group Policy before MDM, a local policy by that word, MDM with its enrollment as evidence', () => {
  const both = reportOf({ ...policies(gpo('0')), ...mdm(0, 1) }).facts.pku2u
  assert.deepEqual([both.owner, both.ownerName], ['group-policy', 'Baseline'])
  const local = reportOf(policies(gpo('0', { gpoId: 'LocalGPO', gpoName: 'x' }))).facts.pku2u
  assert.deepEqual([local.owner, local.ownerName], ['group-policy', 'Local policy'])
  const intune = reportOf({
    registry: {
      [keys.policyManager]: {
        values: { [name]: dword(0), [`${name}_ProviderSet`]: dword(1), [`${name}_WinningProvider`]: sz('4D4D') },
      },
    },
  })
  assert.deepEqual([intune.facts.pku2u.owner, intune.facts.pku2u.ownerName], ['mdm', 'Intune or another MDM service'])
  assert.ok(findingIn(intune, 'pku2u.owner').evidence.some(({ where }) => where.includes('4D4D')))
})

test('the owner is "none" only when both sources could be read', () => {
  assert.equal(reportOf(elevated).facts.pku2u.owner, 'none')
  assert.equal(reportOf({}).facts.pku2u.owner, 'unknown')
})
