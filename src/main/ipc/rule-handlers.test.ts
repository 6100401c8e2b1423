import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inputs } from '../../shared/ipc-schemas.ts'
import { ruleHandlers } from './rule-handlers.ts'

const at = '2026-11-20T09:15:00Z'
const pasted =
  'Id : 1\nDomainDnsName : contoso.com\nKeyVersion : 2\nKeyUpdatedOn : 2026-11-01\nCloudId : 1\nCloudDomainDnsName : contoso.com\nCloudKeyVersion : 3\nCloudKeyUpdatedOn : 2026-11-01\n'

test('pasted output is judged for each domain', async () => {
  const read = await ruleHandlers.readKerberosServer({ text: pasted, at })
  assert.ok(read.ok)
  const [verdict] = read.value
  assert.deepEqual([verdict?.domain, verdict?.inSync], ['contoso.com', 'no'])
  assert.match(verdict?.mend ?? '', /-RotateServerKey/)
  assert.match(verdict?.age ?? '', /19 days ago/)
})

test('another text is named for what it looks like', async () => {
  const read = await ruleHandlers.readKerberosServer({ text: 'AzureAdJoined : YES\n', at })
  assert.match(read.ok ? '' : read.fault.message, /^This looks like the output of dsregcmd/)
})

test('the rules hold checks, fixes and help topics', async () => {
  const rules = await ruleHandlers.rules(null)
  assert.ok(rules.ok && rules.value.checks.length > 20 && rules.value.guides.length > 10)
})

test('what the window may hand over is limited', () => {
  const { readKerberosServer, runChecks } = inputs
  assert.ok(readKerberosServer.safeParse({ text: pasted, at }).success)
  for (const bad of [{ text: '', at }, { text: 'x'.repeat(200_001), at }, { text: 'x', at: 'now' }, { text: 'x' }])
    assert.ok(!readKerberosServer.safeParse(bad).success)
  const intent = { role: 'client', track: 'rdp', path: 'pku2u', account: null, peer: null, domain: null }
  const withRun = (testRun: unknown) => ({ intent, machine: null, inputs: { kerberosServer: null, testRun } })
  const run = (...answers: readonly unknown[]) => ({ format: 'pku2u-doctor/test-run@1', answers })
  const answer = { id: 'unlock', answer: 'passed', note: '' }
  assert.ok(runChecks.safeParse(withRun(run(answer))).success)
  for (const bad of [run({ ...answer, id: '__proto__' }), run({ ...answer, note: 'x'.repeat(1001) }), { answers: [] }])
    assert.ok(!runChecks.safeParse(withRun(bad)).success)
})
