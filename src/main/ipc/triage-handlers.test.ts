import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { bundleFiles } from '../../../test/kit/bundle-files.ts'
import { machineThat } from '../../../test/kit/judged.ts'
import { makeZip } from '../../../test/kit/make-zip.ts'
import type { Report } from '../../shared/report.ts'
import type { TriageBatch } from '../../shared/triage.ts'
import { createCompareHandlers } from './compare-handlers.ts'
import { createTriageHandlers } from './triage-handlers.ts'

const folder = await mkdtemp(join(tmpdir(), 'pku2u-triage-'))
after(() => rm(folder, { recursive: true, force: true }))
const good = makeZip(bundleFiles(machineThat()))
for (let index = 0; index < 40; index++) await writeFile(join(folder, `PC-${index + 10}.zip`), good)
await writeFile(join(folder, 'broken.zip'), 'PK')

const setUp = (chosen: string | null) => {
  const batches: TriageBatch[] = []
  const opened: Report[] = []
  const handlers = createTriageHandlers(
    { chooseFolder: async () => chosen, emitRows: (batch) => batches.push(batch) },
    (report) => opened.push(report),
  )
  return { handlers, batches, opened, rows: () => batches.flatMap(({ rows }) => rows) }
}

test('every bundle is a row, in batches that follow one another, without a path', async () => {
  const { handlers, batches, rows } = setUp(folder)
  const end = await handlers.triageFolder(null)
  assert.ok(end.ok && end.value !== null)
  assert.deepEqual([end.value.files, end.value.cancelled, end.value.totals], [41, false, { ready: 40 }])
  assert.deepEqual([batches[0]?.from, batches[0]?.rows], [0, []])
  let next = 0
  for (const { from, rows: some, run } of batches) {
    assert.deepEqual([from, run], [next, end.value.run])
    next += some.length
  }
  assert.equal(next, 41)
  assert.ok(!JSON.stringify(rows()).includes(folder))
})

test('a row is opened again from its file; a row that never was is refused', async () => {
  const { handlers, opened: shown, rows } = setUp(folder)
  assert.equal((await handlers.openTriaged({ index: 0 })).ok, false)
  await handlers.triageFolder(null)
  const index = rows().findIndex(({ file }) => file === 'PC-12.zip')
  const opened = await handlers.openTriaged({ index })
  assert.ok(opened.ok)
  assert.equal(opened.value.source, 'bundle')
  assert.deepEqual(shown, [opened.value])
  const broken = await handlers.openTriaged({ index: rows().findIndex(({ file }) => file === 'broken.zip') })
  assert.match(broken.ok ? '' : broken.fault.message, /^broken\.zip cannot be used/)
  assert.equal((await handlers.openTriaged({ index: 41 })).ok, false)
})

test('a look can be cancelled, and a second one ends the first', async () => {
  const { handlers } = setUp(folder)
  assert.deepEqual(await handlers.cancelTriage(null), { ok: true, value: false })
  const first = handlers.triageFolder(null)
  await new Promise((resolve) => setImmediate(resolve))
  assert.deepEqual(await handlers.cancelTriage(null), { ok: true, value: true })
  const cancelled = await first
  assert.ok(cancelled.ok && cancelled.value?.cancelled === true && cancelled.value.files < 41)
  const [one, two] = await Promise.all([handlers.triageFolder(null), handlers.triageFolder(null)])
  assert.ok(one.ok && one.value?.cancelled === true)
  assert.ok(two.ok && two.value?.cancelled === false)
})

test('a closed dialog, a folder that has gone, and a window without files', async () => {
  assert.deepEqual(await setUp(null).handlers.triageFolder(null), { ok: true, value: null })
  const gone = await setUp(join(folder, 'gone')).handlers.triageFolder(null)
  assert.equal(gone.ok ? '' : gone.fault.code, 'denied')
  const without = await createTriageHandlers(null, () => {}).triageFolder(null)
  assert.equal(without.ok ? '' : without.fault.code, 'refused')
})

test('two sides are compared once both are chosen, and only what was compared can be opened', async () => {
  const answers = [join(folder, 'PC-10.zip'), null, join(folder, 'PC-11.zip')]
  const opened: Report[] = []
  const handlers = createCompareHandlers(
    async () => answers.shift() ?? null,
    (report) => opened.push(report),
  )
  assert.equal((await handlers.openCompared({ side: 'a' })).ok, false)
  assert.deepEqual(await handlers.chooseSide({ side: 'a' }), { ok: true, value: 'PC-10.zip' })
  const early = await handlers.compareBundles(null)
  assert.equal(early.ok ? '' : early.fault.code, 'usage')
  assert.deepEqual(await handlers.chooseSide({ side: 'b' }), { ok: true, value: null })
  await handlers.chooseSide({ side: 'b' })
  const compared = await handlers.compareBundles(null)
  assert.ok(compared.ok)
  assert.deepEqual([compared.value.findings, compared.value.canOpen], [[], { a: true, b: true }])
  assert.ok(compared.value.titles['pku2u.setting'])
  assert.equal((await handlers.openCompared({ side: 'b' })).ok, true)
  assert.equal(opened.length, 1)
  const without = await createCompareHandlers(null, () => {}).chooseSide({ side: 'a' })
  assert.equal(without.ok ? '' : without.fault.code, 'refused')
})
