import assert from 'node:assert/strict'
import { test } from 'node:test'
import { machineThat, reportOf } from '../../../test/kit/judged.ts'
import { seededIdentifiers } from '../../../test/kit/seeded-identifiers.ts'
import { eventsOf } from '../../../test/kit/seeded-machine.ts'
import { withLogs } from '../../../test/kit/with-logs.ts'
import { defaultIntent } from '../../shared/intent.ts'
import { openCaseKey } from '../redaction/case-key.ts'
import { createRedactor } from '../redaction/redactor.ts'
import { gatherRecorded } from './gathered.ts'
import { learnLogs } from './learn-logs.ts'
import { previewOf } from './preview.ts'

const events = eventsOf(seededIdentifiers(5, 20))
const stdout = Buffer.from(events.repeat(Math.ceil((5 * 1024 * 1024) / events.length)))
const log = {
  id: 'events-system',
  program: 'wevtutil',
  args: ['qe', 'System'],
  outcome: 'ok',
  durationMs: 1,
  stdout,
} as const
const plain = machineThat()
const machine = { ...plain, commands: [...plain.commands, log] }
const gathered = gatherRecorded({ ...withLogs(machine), report: reportOf({}), caseKeyId: null })
const key = await openCaseKey('a case of contoso')
const newRedactor = () => createRedactor({ key, machine: gathered.machine, intent: defaultIntent })

for (const [what, read] of [
  ['learning', (reading) => learnLogs(gathered, newRedactor(), reading)],
  ['previewing', (reading) => previewOf(gathered, newRedactor(), reading)],
] as const satisfies readonly (readonly [string, (reading: Parameters<typeof learnLogs>[2]) => Promise<unknown>])[]) {
  test(`${what}: a log that is held in one piece is followed in several, up to all of it`, async () => {
    const seen: number[] = []
    await read({ onProgress: (done, total) => void seen.push(done / total) })
    assert.ok(seen.length >= 5, String(seen.length))
    assert.deepEqual(
      seen,
      seen.toSorted((a, b) => a - b),
    )
    assert.equal(seen.at(-1), 1)
  })

  test(`${what}: a person who cancels waits for one piece, not for the log`, async () => {
    const cancel = new AbortController()
    const seen: number[] = []
    const onProgress = (done: number) => {
      seen.push(done)
      // As a window or Ctrl+C does: from outside of the work.
      setImmediate(() => cancel.abort())
    }
    await assert.rejects(read({ signal: cancel.signal, onProgress }), { name: 'AbortError' })
    assert.ok(seen.length <= 2, String(seen.length))
  })
}
