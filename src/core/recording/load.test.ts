import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { machineThat } from '../../../test/kit/judged.ts'
import { makeZip } from '../../../test/kit/make-zip.ts'
import { loadRecording } from './load.ts'
import { recordingFiles, saveRecording } from './save.ts'

const folder = await mkdtemp(join(tmpdir(), 'pku2u-load-'))
after(() => rm(folder, { recursive: true, force: true }))

let count = 0
const folderOf = async (files: Readonly<Record<string, string | Uint8Array>>): Promise<string> => {
  const path = join(folder, `recording-${count++}`)
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(path, name)), { recursive: true })
    await writeFile(join(path, name), content)
  }
  return path
}
const zipOf = async (files: Parameters<typeof makeZip>[0]): Promise<string> => {
  const path = join(folder, `recording-${count++}.zip`)
  await writeFile(path, makeZip(files))
  return path
}
const good = Object.fromEntries(recordingFiles(machineThat()))
const machineJson = String(good['machine.json'])
const message = async (path: string): Promise<string> => {
  const loaded = await loadRecording(path)
  assert.equal(loaded.ok, false)
  return loaded.ok ? '' : loaded.fault.message
}

test('what was saved is loaded again, from a folder, a zip and a bundle', async () => {
  const machine = machineThat({ journal: [] })
  const path = join(folder, 'saved')
  await saveRecording(path, machine)
  const bundle = Object.fromEntries(Object.entries(good).map(([name, content]) => [`recording/${name}`, content]))
  for (const [place, source] of [
    [path, 'recording'],
    [await zipOf(good), 'recording'],
    [await zipOf({ ...bundle, 'report.json': '{"intent":{"role":"server","account":"a@contoso.com"}}' }), 'bundle'],
  ] as const) {
    const loaded = await loadRecording(place)
    assert.ok(loaded.ok, JSON.stringify(loaded))
    assert.equal(loaded.value.source, source)
    assert.deepEqual(loaded.value.machine.registry, machine.registry)
    assert.deepEqual(loaded.value.machine.machine, machine.machine)
    assert.equal(loaded.value.machine.commands.length, machine.commands.length)
    assert.equal(loaded.value.storedIntent?.role ?? null, source === 'bundle' ? 'server' : null)
  }
})

test('parts that are missing are left out, and the recording is still judged', async () => {
  const loaded = await loadRecording(await folderOf({ 'machine.json': machineJson }))
  assert.ok(loaded.ok)
  assert.deepEqual(loaded.value.machine.commands, [])
  assert.equal(loaded.value.machine.registry.complete, false)
  assert.deepEqual(
    loaded.value.machine.damaged.map(({ part }) => part),
    ['registry.json'],
  )
})

test('each kind of damage is one sentence that names the file', async () => {
  assert.match(await message(join(folder, 'nowhere')), /no file or folder/)
  assert.match(await message(await folderOf({ 'other.txt': 'x' })), /no machine\.json/)
  assert.match(await message(await folderOf({ 'machine.json': '{' })), /machine\.json is not valid JSON/)
  assert.match(await message(await folderOf({ 'machine.json': '[]' })), /machine\.json does not have the expected form/)
  assert.match(
    await message(await folderOf({ 'machine.json': machineJson.replace('recording@1', 'recording@9') })),
    /recording@9/,
  )
  assert.match(
    await message(
      await folderOf({ 'machine.json': machineJson.replace(/"recordedAt": "[^"]*"/, '"recordedAt": "soon"') }),
    ),
    /recordedAt/,
  )
  const registry = (value: string) => `{"complete":true,"keys":{"HKLM\\\\A":{"values":{"v":${value}}}}}`
  for (const value of ['["REG_DWORD","1"]', '["REG_SZ",1]', '["REG_MULTI_SZ","a"]', '["REG_DWORD",-1]', '7'])
    assert.match(await message(await folderOf({ ...good, 'registry.json': registry(value) })), /registry\.json/, value)
  assert.match(await message(await folderOf({ ...good, 'commands.json': '{"id":1}' })), /commands\.json/)
  assert.match(
    await message(await folderOf({ ...good, 'commands.json': '[{"id":"dsregcmd-status","outcome":"great"}]' })),
    /commands\.json.*outcome/,
  )
})

test('a path that leaves the folder is never read', async () => {
  await writeFile(join(folder, 'secret.txt'), 'AzureAdJoined : YES')
  const command = (stdout: string) => JSON.stringify([{ id: 'dsregcmd-status', outcome: 'ok', stdout }])
  const outside = join(folder, 'secret.txt')
  for (const stdout of [
    '../secret.txt',
    outside,
    'commands/../../secret.txt',
    '..\\secret.txt',
    'C:\\secret.txt',
    'commands/link.out',
  ]) {
    const path = await folderOf({
      'machine.json': machineJson,
      'commands.json': command(stdout),
      'commands/x.out': 'x',
    })
    await symlink(outside, join(path, 'commands/link.out'))
    const loaded = await loadRecording(path)
    assert.ok(loaded.ok, stdout)
    assert.equal(loaded.value.machine.commands[0]?.stdout, undefined, stdout)
    assert.deepEqual(loaded.value.machine.damaged.at(-1)?.part, 'dsregcmd-status')
  }
})

test('a hostile zip is refused by name', async () => {
  assert.match(await message(await zipOf({ ...good, '../evil.txt': 'x' })), /evil\.txt|invalid relative path/)
  assert.match(await message(await zipOf({ ...good, 'C:\\evil.txt': 'x' })), /evil\.txt/)
  assert.match(await message(await zipOf({ ...good, 'MACHINE.JSON': 'x' })), /twice/)
  assert.match(await message(await zipOf({ ...good, 'bomb.txt': new Uint8Array(8 * 1024 * 1024) })), /bomb\.txt/)
  assert.match(
    await message(
      await folderOf({}).then(async (path) => {
        await mkdir(dirname(path), { recursive: true })
        await writeFile(path, 'PK not a zip at all')
        return path
      }),
    ),
    /not a readable zip/,
  )
})
