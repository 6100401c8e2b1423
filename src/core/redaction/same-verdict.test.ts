import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { defaultIntent, type Intent } from '../../shared/intent.ts'
import { judgeRecording } from '../engine/judge.ts'
import type { RecordedMachine } from '../recording/recording.ts'
import { machineNamed, simulatedMachines } from '../simulated/machines.ts'
import { openCaseKey } from './case-key.ts'
import { createRedactor } from './redactor.ts'

const key = await openCaseKey('a case of contoso')

const cases: readonly Partial<Intent>[] = [
  {},
  { account: 'adele@contoso.com', peer: 'PC-0522.corp.contoso.com' },
  { account: 'megan@contoso.com', peer: '192.0.2.44' },
  { path: 'web', account: 'adele@contoso.com', peer: 'PC-0522' },
  { role: 'server' },
  { role: 'server', account: 'adele@contoso.com' },
  { track: 'security-key', domain: 'corp.contoso.com' },
]

/** What a verdict rests on, without the words that name somebody. */
const judged = (machine: RecordedMachine, intent: Intent) => {
  const { findings, verdict, coverage } = judgeRecording(machine, {
    intent,
    now: machine.machine.recordedAt,
    source: 'recording',
  })
  return {
    state: verdict.state,
    steps: verdict.next.length,
    findings: findings.map(({ id, status, fixes, evidence }) => [id, status, fixes, evidence.length]),
    coverage: { ...coverage, gaps: coverage.gaps.map(({ outcome }) => outcome) },
  }
}

describe('a redacted recording is judged as the original', () => {
  for (const { name, intent } of simulatedMachines)
    test(name, () => {
      const machine = machineNamed(name)?.machine
      assert.ok(machine)
      for (const different of [intent, ...cases]) {
        const asked = { ...defaultIntent, ...different }
        const redactor = createRedactor({ key, machine, intent: asked })
        const redacted = redactor.redactMachine(machine)
        assert.deepEqual(judged(redacted, redactor.redactIntent(asked)), judged(machine, asked), JSON.stringify(asked))
      }
    })
})
