import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { modernSections } from '../../../test/captures/dump-fields.ts'
import { dumpModel } from '../../../test/captures/dump-model.ts'
import { looks, render, wrappedLooks } from '../../../test/captures/render-dump.ts'
import { dcModel, nltestLooks, renderNltest } from '../../../test/captures/render-nltest.ts'
import { machineThat } from '../../../test/kit/judged.ts'
import { defaultIntent } from '../../shared/intent.ts'
import { judgeRecording } from '../engine/judge.ts'
import type { RecordedMachine } from '../recording/recording.ts'
import { recordingFiles } from '../recording/save.ts'
import { openCaseKey } from './case-key.ts'
import { createRedactor } from './redactor.ts'

const key = await openCaseKey('a case of contoso')

const statuses = (machine: RecordedMachine, intent: typeof defaultIntent) => {
  const { verdict, findings, facts } = judgeRecording(machine, {
    intent,
    now: machine.machine.recordedAt,
    source: 'recording',
  })
  return {
    state: verdict.state,
    findings: findings.map(({ id, status, fixes }) => [id, status, fixes]),
    join: facts.join,
  }
}

test('any dsregcmd text in any look is judged the same after its names were replaced, and nothing is left to replace', () => {
  fc.assert(
    fc.property(dumpModel, fc.oneof(looks, wrappedLooks), dcModel, nltestLooks, (model, look, dc, nltestLook) => {
      const machine = machineThat({
        dsregcmd: () => render(modernSections(model), look),
        commands: {
          'nltest-dsgetdc': renderNltest(dc, nltestLook),
          'nltest-dsgetdc-keylist': renderNltest(dc, nltestLook),
        },
      })
      for (const intent of [
        { ...defaultIntent, account: 'adele@contoso.com' },
        { ...defaultIntent, track: 'security-key' as const },
      ]) {
        const redactor = createRedactor({ key, machine, intent })
        const redacted = redactor.redactMachine(machine)
        assert.deepEqual(statuses(redacted, redactor.redactIntent(intent)), statuses(machine, intent))
        const gate = redactor.gate()
        for (const [file, content] of recordingFiles(redacted)) gate.scan(file, Buffer.from(content))
        assert.deepEqual(gate.finish(), [])
      }
    }),
    { numRuns: 40, seed: 417 },
  )
})
