import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { inputs } from '../../shared/ipc-schemas.ts'
import { createHandOverHandlers, type Suggestion } from './hand-over-handlers.ts'

const folder = await mkdtemp(join(tmpdir(), 'pku2u-save-'))
after(() => rm(folder, { recursive: true, force: true }))

const reg = { kind: 'reg', fix: 'pku2u.enable' } as const
const pair = { kind: 'intune-remediation', fix: 'pku2u.enable' } as const

describe('files for other PCs', () => {
  test('are shown as text, by their names', async () => {
    const shown = await createHandOverHandlers(null).buildHandOver(pair)
    assert.ok(shown.ok)
    assert.deepEqual(
      shown.value.map(({ name }) => name),
      ['detect.ps1', 'remediate.ps1'],
    )
  })

  test('one is saved where the dialog says, in place of what is there', async () => {
    const asked: Suggestion[] = []
    const target = join(folder, 'mine.reg')
    await writeFile(target, 'old')
    const handlers = createHandOverHandlers(async (suggestion) => {
      asked.push(suggestion)
      return target
    })
    const saved = await handlers.saveHandOver(reg)
    assert.deepEqual(asked, [{ name: 'pku2u.enable.reg', isFolder: false }])
    const { length } = await readFile(target)
    assert.deepEqual(saved, { ok: true, value: { names: ['mine.reg'], bytes: length } })
  })

  test('several go into a folder, where nothing else is replaced', async () => {
    const target = join(folder, 'pair')
    const handlers = createHandOverHandlers(async () => target)
    assert.ok((await handlers.saveHandOver(pair)).ok)
    assert.deepEqual((await readdir(target)).sort(), ['detect.ps1', 'remediate.ps1'])
    await writeFile(join(target, 'detect.ps1'), 'mine')
    const again = await handlers.saveHandOver(pair)
    assert.ok(!again.ok && again.fault.code === 'conflict')
  })

  test('a closed dialog writes nothing; no dialog is refused', async () => {
    assert.deepEqual(await createHandOverHandlers(async () => null).saveHandOver(reg), { ok: true, value: null })
    const refused = await createHandOverHandlers(null).saveHandOver(reg)
    assert.ok(!refused.ok && refused.fault.code === 'refused')
  })

  test('a mistake is said before any dialog opens', async () => {
    const handlers = createHandOverHandlers(() => assert.fail('no dialog'))
    const order = { kind: 'connection-file', peer: 'a b', account: 'adele@contoso.com', path: 'pku2u' } as const
    const saved = await handlers.saveHandOver(order)
    assert.ok(!saved.ok && saved.fault.code === 'invalid-input')
  })

  test('the window can name kinds and texts, and nothing else', () => {
    const takes = (raw: unknown) => inputs.saveHandOver.safeParse(raw).success
    assert.ok(takes(reg))
    assert.ok(!takes({ ...reg, target: '/tmp/x' }))
    assert.ok(!takes({ ...reg, kind: 'exe' }))
    assert.ok(!takes({ kind: 'connection-file', peer: 'x'.repeat(257), account: 'a', path: 'pku2u' }))
    assert.ok(!takes({ kind: 'kerberos-server', action: 'run', credentials: 'upn', domains: [], account: null }))
  })
})
