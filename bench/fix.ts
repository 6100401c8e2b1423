import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performFix } from '../src/core/engine/perform-fix.ts'
import { performUndo } from '../src/core/engine/perform-undo.ts'
import { diskJournal } from '../src/core/windows/disk-journal.ts'
import { ok } from '../src/shared/result.ts'
import { requestFor, testPc } from '../test/kit/test-pc.ts'
import { line, median } from './line.ts'

/** What a click may take without the consent prompt. */
const target = 150
const rounds = 100

/** Plan, capture, journal on the disk with every flush, write, read back; the undo between two rounds is not counted. */
const folder = await mkdtemp(join(tmpdir(), 'pku2u-bench-'))
const pc = testPc({ journal: diskJournal({ folder, prepare: async () => ok(undefined) }) })
const times: number[] = []
const flushes: number[] = []
try {
  for (let round = 0; round < rounds + 5; round++) {
    const startedAt = performance.now()
    const fixed = await performFix(pc, requestFor('pku2u.enable'), null)
    const took = performance.now() - startedAt
    if (!fixed.ok || fixed.value.changeId === null) throw new Error(JSON.stringify(fixed))
    await performUndo(pc, fixed.value.changeId)
    if (round < 5) continue
    times.push(took)
    const writingAt = performance.now()
    await writeFile(join(folder, 'plain.txt'), JSON.stringify(fixed.value), { flush: true })
    flushes.push(performance.now() - writingAt)
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}
const middle = median(times)
line(
  'fix, verify and journal in memory, median',
  middle,
  'ms',
  `${(middle / target).toFixed(2)}x the target of ${target} ms, ${(middle / median(flushes)).toFixed(1)}x one flushed file`,
)
line(
  'fix, verify and journal in memory, worst of 100',
  Math.max(...times),
  'ms',
  `${(Math.max(...times) / target).toFixed(2)}x the target`,
)
