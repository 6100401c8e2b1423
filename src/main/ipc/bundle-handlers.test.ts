import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { reportOf, server } from '../../../test/kit/judged.ts'
import { caseCodeOf } from '../../core/case-code/case-code.ts'
import { judgeLoaded } from '../../core/engine/judge-loaded.ts'
import { endOfReport } from '../../core/pair/end-state.ts'
import { loadRecording } from '../../core/recording/load.ts'
import type { BundleProgress } from '../../shared/bundle-preview.ts'
import { defaultIntent } from '../../shared/intent.ts'
import { inputs } from '../../shared/ipc-schemas.ts'
import { createFindSubject } from '../machines.ts'
import { onlySimulated } from '../simulated-machines.ts'
import { createBundleHandlers } from './bundle-handlers.ts'
import type { Suggestion } from './hand-over-handlers.ts'

const folder = await mkdtemp(join(tmpdir(), 'pku2u-bundle-handlers-'))
after(() => rm(folder, { recursive: true, force: true }))

const serverCode = caseCodeOf(
  endOfReport(reportOf({ hostName: 'SRV-1', state: 'hybrid-joined', server: true, remoteDesktopOn: true }, server)),
)

const order = {
  machine: 'client-value-off',
  intent: { ...defaultIntent, account: 'adele@contoso.com' },
  caseKey: null,
  withSignIns: false,
  withRawLogs: false,
} as const

const setUp = (target: string | null = null, pace = 0, otherCode: string | null = null) => {
  const progress: BundleProgress[] = []
  const asked: Suggestion[] = []
  const shown: string[] = []
  const handlers = createBundleHandlers({
    findSubject: createFindSubject(onlySimulated('A test.', pace)),
    emitBundleProgress: (each) => progress.push(each),
    chooseTarget: async (suggestion) => {
      asked.push(suggestion)
      return target
    },
    showInFolder: (path) => shown.push(path),
    otherCode: (machine, { role }) => (machine === order.machine && role === 'client' ? otherCode : null),
  })
  return { handlers, progress, asked, shown }
}

describe('a bundle from the window', () => {
  test('is previewed, saved as previewed, and shown; the answer holds no path', async () => {
    const target = join(folder, 'case.zip')
    const { handlers, progress, asked, shown } = setUp(target)
    const preview = await handlers.previewBundle(order)
    assert.ok(preview.ok)
    const { id, caseKey, replacements, logs, raw } = preview.value
    assert.ok(caseKey.length > 15)
    assert.ok(replacements.some(({ original }) => original === 'adele@contoso.com'))
    assert.ok(logs.some(({ name, outcome }) => name === 'System' && outcome === 'ok'))
    assert.deepEqual(raw, [])
    assert.equal(existsSync(target), false)

    const saved = await handlers.saveBundle({ id })
    assert.ok(saved.ok && saved.value !== null)
    assert.equal(saved.value.name, 'case.zip')
    assert.deepEqual(asked, [{ name: 'pku2u-doctor-2026-11-20.zip', isFolder: false }])
    assert.deepEqual([...new Set(progress.map(({ phase }) => phase))], ['asking', 'collecting', 'reading', 'writing'])
    const read = progress.findLast(({ phase }) => phase === 'reading')
    assert.ok(read !== undefined && read.total > 0 && read.done === read.total, JSON.stringify(read))
    const { done, total } = progress.at(-1) ?? { done: 0, total: 1 }
    assert.equal(done, total)
    assert.equal(saved.value.hasOtherEnd, false)
    assert.deepEqual(await readdir(folder), ['case.zip'])
    assert.ok((await loadRecording(target)).ok)

    await handlers.showBundle(null)
    assert.deepEqual(shown, [target])
    assert.doesNotMatch(JSON.stringify([preview, saved]), new RegExp(folder))
  })

  test('the other end that is known by then goes into the file, and the file shows both ends', async () => {
    const target = join(folder, 'both.zip')
    const { handlers } = setUp(target, 0, serverCode)
    const preview = await handlers.previewBundle(order)
    assert.ok(preview.ok)
    const saved = await handlers.saveBundle({ id: preview.value.id })
    assert.ok(saved.ok && saved.value?.hasOtherEnd === true, saved.ok ? '' : saved.fault.message)
    const loaded = await loadRecording(target)
    assert.ok(loaded.ok)
    assert.equal(loaded.value.machine.inputs['other-end.txt'], `${serverCode}\n`)
    const { otherEnd } = judgeLoaded(loaded.value)
    assert.equal(otherEnd?.pair.verdict.state, 'fix-client')
  })

  test('the same key gives the same file', async () => {
    const made = async (name: string) => {
      const { handlers } = setUp(join(folder, name))
      const preview = await handlers.previewBundle({ ...order, caseKey: 'the key of this case' })
      assert.ok(preview.ok)
      assert.equal(preview.value.caseKey, 'the key of this case')
      const saved = await handlers.saveBundle({ id: preview.value.id })
      return saved.ok ? saved.value?.sha256 : saved.fault.message
    }
    assert.equal(await made('one.zip'), await made('two.zip'))
  })

  test('a closed dialog saves nothing, and an old preview is not saved', async () => {
    const { handlers } = setUp(null)
    const first = await handlers.previewBundle(order)
    const second = await handlers.previewBundle(order)
    assert.ok(first.ok && second.ok)
    assert.deepEqual(await handlers.saveBundle({ id: second.value.id }), { ok: true, value: null })
    const old = await handlers.saveBundle({ id: first.value.id })
    assert.equal(old.ok ? '' : old.fault.code, 'refused')
    const never = await handlers.showBundle(null)
    assert.equal(never.ok ? '' : never.fault.code, 'refused')
  })

  test('collecting ends when it is cancelled', async () => {
    const { handlers } = setUp(null, 5)
    const previewed = handlers.previewBundle(order)
    await new Promise((resolve) => setImmediate(resolve))
    assert.deepEqual(await handlers.cancelBundle(null), { ok: true, value: true })
    const preview = await previewed
    assert.equal(preview.ok ? '' : preview.fault.code, 'cancelled')
    assert.deepEqual(await handlers.cancelBundle(null), { ok: true, value: false })
  })

  test('raw logs that no tool wrote are named with how they ended', async () => {
    const { handlers } = setUp()
    const preview = await handlers.previewBundle({ ...order, withRawLogs: true })
    assert.ok(preview.ok)
    assert.ok(preview.value.raw.length > 10)
    assert.ok(preview.value.raw.every(({ outcome, bytes }) => outcome === 'missing' && bytes === 0))
  })

  test('a place that cannot be written is told without its folder', async () => {
    const { handlers } = setUp(join(folder, 'nowhere', 'case.zip'))
    const preview = await handlers.previewBundle(order)
    assert.ok(preview.ok)
    const saved = await handlers.saveBundle({ id: preview.value.id })
    assert.equal(
      saved.ok ? '' : saved.fault.message,
      'case.zip was not saved: there is no such folder. Choose another one.',
    )
  })

  test('where files cannot be saved, it says what can be done', async () => {
    const handlers = createBundleHandlers({
      findSubject: createFindSubject(onlySimulated('A test.', 0)),
      emitBundleProgress: () => undefined,
      chooseTarget: null,
      showInFolder: () => undefined,
      otherCode: () => null,
    })
    const preview = await handlers.previewBundle(order)
    assert.ok(preview.ok)
    const saved = await handlers.saveBundle({ id: preview.value.id })
    assert.match(saved.ok ? '' : saved.fault.message, /pku2u-doctor bundle/)
  })

  test('an order that is more than an order is refused by its schema', () => {
    assert.ok(inputs.previewBundle.safeParse(order).success)
    for (const wrong of [
      { ...order, file: 'C:\\a.zip' },
      { ...order, caseKey: 'x'.repeat(257) },
      { ...order, withRawLogs: 'yes' },
      { ...order, machine: '../etc' },
    ])
      assert.equal(inputs.previewBundle.safeParse(wrong).success, false)
    assert.equal(inputs.saveBundle.safeParse({ id: 'a.zip' }).success, false)
  })
})
