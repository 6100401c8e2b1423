import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { exitCodeOf } from '../src/cli/exit-code.ts'
import { runChecks } from '../src/core/engine/run-checks.ts'
import { simulatedMachines } from '../src/core/simulated/machines.ts'
import { createSimulatedHost, openSimulatedPc } from '../src/core/simulated/simulated-host.ts'
import { defaultIntent, type Intent } from '../src/shared/intent.ts'
import type { VerdictState } from '../src/shared/report.ts'

/** The verdict and exit code of each story, asked about its own case. */
const expected: Readonly<Record<string, readonly [VerdictState, number]>> = {
  'entra-client-ready': ['ready', 0],
  'entra-client-not-set': ['ready', 4],
  'client-target-answers': ['ready', 0],
  'client-target-without-nla': ['ready', 4],
  'client-value-off': ['fixable', 3],
  'entra-client-off-by-intune': ['managed', 6],
  'hybrid-client-not-set': ['fixable', 3],
  'asked-as-another-admin': ['unknown', 7],
  'domain-only-pc': ['action', 3],
  'nothing-readable': ['unknown', 7],
  'entra-server-ready': ['ready', 0],
  'entra-server-restart-forgotten': ['restart', 5],
  'change-interrupted': ['fixable', 3],
  'server-default': ['fixable', 3],
  'hybrid-server-off-by-gpo': ['managed', 6],
  'work-accounts-full': ['action', 3],
  'registered-client-without-account': ['action', 3],
  'security-key-ready': ['ready', 4],
  'security-key-no-keylist': ['action', 3],
  'security-key-off-by-gpo': ['fixable', 3],
}

const reportOn = (name: string, intent: Intent) => runChecks({ host: createSimulatedHost(name), intent })

describe('simulated machines', () => {
  for (const { name, intent } of simulatedMachines)
    test(`${name} tells its story`, async () => {
      const report = await reportOn(name, intent)
      assert.deepEqual([report.verdict.state, exitCodeOf(report)], expected[name], JSON.stringify(report.verdict))
      assert.equal(report.source, 'simulated')
      assert.equal(report.createdAt, '2026-11-20T09:15:00Z')
    })

  test('every name is expected, and the other way round', () => {
    assert.deepEqual(simulatedMachines.map(({ name }) => name).sort(), Object.keys(expected).sort())
  })

  test('the progress of a check names every question once, from start to answer', async () => {
    const states = new Map<string, string[]>()
    await runChecks({
      host: createSimulatedHost('entra-client-ready'),
      intent: defaultIntent,
      onProgress: ({ id, state }) => states.set(id, [...(states.get(id) ?? []), state]),
    })
    assert.ok(states.has('registry') && states.has('dsregcmd-status'), [...states.keys()].join())
    for (const [id, seen] of states) {
      assert.ok(seen.length === 2, `${id}: ${seen.join()}`)
      assert.equal(seen[0], 'running', id)
    }
  })
})

describe('the state folder of a simulated machine', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pku2u-state-'))
  after(() => rm(folder, { recursive: true, force: true }))
  const open = (at: string | null, name = 'client-value-off', state = folder) =>
    openSimulatedPc(name, { stateFolder: state, at })

  test('keeps the first state, and what is changed in it is seen by the next command', async () => {
    const first = await open(null)
    assert.ok(first.ok)
    const file = join(folder, 'simulated-machine.json')
    const text = await readFile(file, 'utf8')
    await writeFile(file, text.replace(/"AllowOnlineID": \[\s*"REG_DWORD",\s*0/, '"AllowOnlineID": ["REG_DWORD", 1'))
    const second = await open(null)
    assert.ok(second.ok)
    const report = await runChecks({
      host: second.value.asUser,
      intent: { ...defaultIntent, account: 'adele@contoso.com' },
    })
    assert.equal(report.facts.pku2u.state, 'on')
  })

  test('a moment before the machine’s own clock is refused, a later one is taken', async () => {
    const before = await open('2026-11-20T09:14:59Z')
    assert.equal(before.ok ? 'ok' : before.fault.code, 'usage')
    const later = await open('2027-01-01T00:00:00Z')
    assert.equal(later.ok ? later.value.asUser.now : '', '2027-01-01T00:00:00Z')
  })

  test('another machine’s folder and a damaged one are refused', async () => {
    const other = await open(null, 'server-default')
    assert.equal(other.ok ? 'ok' : other.fault.code, 'usage')
    await writeFile(join(folder, 'simulated-machine.json'), '{')
    const damaged = await open(null)
    assert.equal(damaged.ok ? 'ok' : damaged.fault.code, 'unreadable')
  })
})
