import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runChecks } from '../src/core/engine/run-checks.ts'
import { simulatedMachines } from '../src/core/simulated/machines.ts'
import { createSimulatedHost } from '../src/core/simulated/simulated-host.ts'
import { neededWords, slotsOf } from '../src/renderer/screens/work-account/work-slots.ts'

/** The screen and the facts it shows are held together here. */
const reportOn = async (name: string) => {
  const intent = simulatedMachines.find((machine) => machine.name === name)?.intent
  assert.ok(intent !== undefined)
  return runChecks({ host: createSimulatedHost(name), intent })
}

test('all three places are taken', async () => {
  const report = await reportOn('work-accounts-full')
  assert.deepEqual(
    slotsOf(report).map(({ state }) => state),
    ['used', 'used', 'used'],
  )
  assert.match(neededWords(report), /is not among them/)
  assert.equal(report.facts.workAccountPlaces.used, 3)
})

test('places are free, and the policy was read', async () => {
  const report = await reportOn('client-value-off')
  assert.equal(slotsOf(report).at(-1)?.state, 'free')
  assert.equal(report.facts.workAccountPlaces.addingBlocked, 'no')
  assert.match(neededWords(report), /needs no place/)
})

test('what nobody could read is not called free', async () => {
  const report = await reportOn('nothing-readable')
  assert.deepEqual(new Set(slotsOf(report).map(({ state }) => state)), new Set(['unknown']))
  const named = { ...report, intent: { ...report.intent, account: 'megan@contoso.com' } }
  assert.match(neededWords(named), /could not be read/)
  assert.deepEqual(report.facts.workAccountPlaces, { used: null, limit: 3, addingBlocked: 'unknown' })
})

test('an account beyond the third place is shown, and is there', async () => {
  const report = await reportOn('work-accounts-full')
  const account = 'megan@contoso.com'
  const accounts = [...report.facts.workAccounts, { email: account, tenantId: null }]
  const more = {
    ...report,
    intent: { ...report.intent, account },
    facts: {
      ...report.facts,
      workAccounts: accounts,
      workAccountPlaces: { ...report.facts.workAccountPlaces, used: accounts.length },
    },
  }
  assert.equal(slotsOf(more).at(-1)?.state, 'needed')
  assert.match(neededWords(more), /is there\.$/)
})
