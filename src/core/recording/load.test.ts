import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { text as textOf } from 'node:stream/consumers'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { bundleFiles } from '../../../test/kit/bundle-files.ts'
import { machineThat } from '../../../test/kit/judged.ts'
import { makeZip } from '../../../test/kit/make-zip.ts'
import { defaultIntent } from '../../shared/intent.ts'
import { judgeRecording } from '../engine/judge.ts'
import { loadRecording } from './load.ts'
import { commandIds } from './recording.ts'
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
    assert.equal(loaded.value.machine.commands.length + loaded.value.logs.length, machine.commands.length)
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
    await message(await folderOf({ 'machine.json': machineJson.replace('recording@1', 'recording@0') })),
    /recording@0/,
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

test('a path that names a folder, or none there can be, is a file that is not there', async () => {
  for (const stdout of ['commands', 'x'.repeat(5000)]) {
    const commands = JSON.stringify([{ id: 'dsregcmd-status', outcome: 'ok', stdout }])
    const loaded = await loadRecording(await folderOf({ ...good, 'commands.json': commands }))
    assert.ok(loaded.ok)
    assert.deepEqual(loaded.value.machine.damaged.at(-1)?.part, 'dsregcmd-status')
  }
})

test('an event log that is a folder is not in the recording', async () => {
  const commands = JSON.stringify([
    { id: 'events-aad', program: 'wevtutil.exe', args: [], outcome: 'ok', exitCode: 0, stdout: 'events' },
  ])
  const path = await folderOf({ ...good, 'commands.json': commands, 'events/aad.xml': '<Events/>' })
  const loaded = await loadRecording(path)
  assert.ok(loaded.ok)
  assert.deepEqual(
    loaded.value.logs.map(({ size }) => size),
    [0],
  )
  assert.match(loaded.value.machine.damaged[0]?.message ?? '', /^events is not in the recording\.$/)
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

const bundle = bundleFiles(machineThat(), { role: 'server', account: 'adele@contoso.com' })

test('a folder around it, as people zip by hand, does not matter', async () => {
  const inside = Object.fromEntries(Object.entries(bundle).map(([name, content]) => [`PC-0417/${name}`, content]))
  for (const place of [await zipOf(inside), await folderOf(inside)]) {
    const loaded = await loadRecording(place)
    assert.ok(loaded.ok, JSON.stringify(loaded))
    assert.equal(loaded.value.source, 'bundle')
    assert.equal(loaded.value.storedIntent?.role, 'server')
    assert.deepEqual(loaded.value.machine.damaged, [])
  }
  const two = { ...inside, 'PC-0418/machine.json': machineJson }
  assert.match(await message(await zipOf(two)), /holds 2 recordings, "PC-0417" and others/)
})

test('a report alone, and a machine.json in its folder', async () => {
  const report = { 'report.json': bundle['report.json'] ?? '' }
  assert.match(await message(join(await folderOf(report), 'report.json')), /JSON file.*"diff" reads it/)
  assert.match(await message(await zipOf(report)), /a report and no recording/)
  assert.equal((await loadRecording(join(await folderOf(good), 'machine.json'))).ok, true)
})

test('what was changed, added or taken out after the bundle was saved is judged, and said', async () => {
  const { 'recording/inputs/probe.json': probe = '', ...rest } = bundleFiles(
    machineThat(),
    {},
    {
      'recording/inputs/probe.json': '{}',
    },
  )
  assert.notEqual(probe, '')
  const loaded = await loadRecording(
    await zipOf({
      ...rest,
      'recording/machine.json': `${machineJson} `,
      'recording/inputs/kerberos-server.txt': 'Id : 1',
    }),
  )
  assert.ok(loaded.ok)
  assert.deepEqual(
    loaded.value.machine.damaged.map(({ message: text, outcome }) => [text, outcome]),
    [
      ['recording/machine.json was changed after the bundle was saved.', 'changed'],
      ['recording/inputs/kerberos-server.txt was added after the bundle was saved.', 'changed'],
      ['recording/inputs/probe.json was taken out after the bundle was saved.', 'changed'],
    ],
  )
  const report = judgeRecording(loaded.value.machine, {
    intent: defaultIntent,
    now: '2026-11-20T09:15:00Z',
    source: 'bundle',
  })
  assert.equal(report.notes?.length, 3)
  assert.ok(
    report.coverage.gaps.some(({ probe: part, outcome }) => part === 'recording/machine.json' && outcome === 'changed'),
  )
})

test('a bundle of a newer format is understood as far as possible, and says so', async () => {
  const newer = {
    ...bundle,
    'manifest.json': String(bundle['manifest.json']).replace('bundle@1', 'bundle@2'),
    'recording/machine.json': machineJson.replace('recording@1', 'recording@2'),
    'recording/commands.json': '{"commands":"elsewhere now"}',
  }
  const loaded = await loadRecording(await zipOf(newer))
  assert.ok(loaded.ok, JSON.stringify(loaded))
  const said = loaded.value.machine.damaged.map(({ message: text }) => text).join('\n')
  for (const words of [/bundle@2/, /recording@2/, /commands\.json does not have the expected form/])
    assert.match(said, words)
  assert.notDeepEqual(loaded.value.machine.registry.keys, {})
})

test('broken papers around the recording do not keep it from being judged', async () => {
  const loaded = await loadRecording(await zipOf({ ...bundle, 'manifest.json': '{', 'report.json': '[]' }))
  assert.ok(loaded.ok)
  assert.deepEqual(
    loaded.value.machine.damaged.map(({ part }) => part),
    ['manifest.json', 'report.json'],
  )
})

test('event logs are left out where nobody but a judge reads, and kept where they are passed on', async () => {
  const commands = [{ id: 'events-system', outcome: 'ok', stdout: 'commands/events-system.out' }]
  const files = {
    'machine.json': machineJson,
    'commands.json': JSON.stringify(commands),
    'commands/events-system.out': '<Events/>',
  }
  const [kept, judged] = await Promise.all([
    loadRecording(await zipOf(files)),
    loadRecording(await zipOf(files), { toJudge: true }),
  ])
  assert.ok(kept.ok && judged.ok)
  assert.deepEqual([kept.value.machine.commands, judged.value.machine.commands, judged.value.logs], [[], [], []])
  assert.deepEqual(
    kept.value.logs.map(({ record, size }) => [record.id, record.outcome, size]),
    [['events-system', 'ok', 9]],
  )
  assert.deepEqual(
    judged.value.machine.damaged.map(({ part }) => part),
    ['registry.json'],
  )
})

test('a command that cannot be saved under its id is left out, and the first one of an id counts', async () => {
  const ids = [
    'events-a',
    'Events-A',
    '../../machine',
    'a/b',
    '',
    'con',
    'x'.repeat(200),
    'klist-cloud-debug',
    'klist-cloud-debug',
  ]
  const commands = ids.map((id, index) => ({ id, outcome: index < 8 ? 'ok' : 'missing' }))
  const loaded = await loadRecording(await folderOf({ ...good, 'commands.json': JSON.stringify(commands) }))
  assert.ok(loaded.ok)
  const { machine, logs } = loaded.value
  assert.deepEqual(
    [...machine.commands, ...logs.map(({ record }) => record)].map(({ id, outcome }) => [id, outcome]),
    [
      ['klist-cloud-debug', 'ok'],
      ['events-a', 'ok'],
    ],
  )
  assert.equal(machine.damaged.length, 3)
  for (const { part, message } of machine.damaged) {
    assert.equal(part, 'commands.json')
    assert.match(message, /left out|the first one counts/)
  }
})

test('event logs may be of any size, and are read again and again where they stand', async () => {
  const text = '<Event>a log of contoso</Event>\r\n'.repeat(1000)
  const commands = [
    { id: 'events-system', outcome: 'ok', stdout: 'commands/events-system.out' },
    { id: 'events-security', outcome: 'missing' },
    { id: 'events-lost', outcome: 'ok', stdout: 'commands/events-lost.out' },
    { id: 'events-outside', outcome: 'ok', stdout: '../machine.json' },
  ]
  const files = { ...good, 'commands.json': JSON.stringify(commands), 'commands/events-system.out': text }
  for (const place of [await folderOf(files), await zipOf(files)]) {
    const loaded = await loadRecording(place)
    assert.ok(loaded.ok)
    const { machine, logs } = loaded.value
    assert.deepEqual(
      logs.map(({ record, size }) => [record.id, size]),
      [
        ['events-system', text.length],
        ['events-security', 0],
        ['events-lost', 0],
        ['events-outside', 0],
      ],
    )
    assert.deepEqual(
      machine.damaged.map(({ part }) => part),
      ['events-lost', 'events-outside'],
    )
    for (const log of logs) assert.equal(await textOf(log.open()), log.size > 0 ? text : '')
    const [first] = logs
    assert.ok(first)
    assert.equal(await textOf(first.open()), text)
    await rm(place, { recursive: true })
    await assert.rejects(textOf(first.open()))
  }
})

test('a log of a bundle that was changed or taken out is named, though nobody holds it in memory', async () => {
  const name = 'recording/commands/events-system.out'
  const whole = bundleFiles(
    machineThat(),
    {},
    {
      'recording/commands.json': JSON.stringify([{ id: 'events-system', outcome: 'ok', stdout: name.slice(10) }]),
      [name]: '<Event/>',
    },
  )
  const notes = async (files: Readonly<Record<string, string | Uint8Array>>) => {
    const loaded = await loadRecording(await zipOf(files))
    return loaded.ok ? loaded.value.machine.damaged.map(({ part, outcome }) => [part, outcome]) : loaded.fault.message
  }
  assert.deepEqual(await notes(whole), [])
  assert.deepEqual(await notes({ ...whole, [name]: '<Event>another</Event>' }), [[name, 'changed']])
  const { [name]: _, ...without } = whole
  assert.deepEqual((await notes(without))[0], [name, 'changed'])
})

test('one file that is named many times is not many files in memory', async () => {
  const files = {
    'machine.json': machineJson,
    'commands.json': JSON.stringify(commandIds.map((id) => ({ id, outcome: 'ok', stdout: 'x.out' }))),
    'x.out': Buffer.alloc(8 * 1024 ** 2, 'AzureAdJoined : YES\r\n'.repeat(99)),
  }
  const loaded = await loadRecording(await folderOf(files), { toJudge: true })
  assert.match(loaded.ok ? '' : loaded.fault.message, /more than 64 MB to read/)
})

test('no bytes, random or cut or changed, do more than a sentence', async () => {
  const whole = makeZip(bundle)
  const path = join(folder, 'any.zip')
  const check = async (bytes: Uint8Array) => {
    await writeFile(path, bytes)
    const loaded = await loadRecording(path, { toJudge: true })
    if (!loaded.ok) assert.match(loaded.fault.message, /^.*any\.zip cannot be (?:used|read): .+[.)]$/s)
  }
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), check), { numRuns: 200 })
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), (length) => check(whole.subarray(0, length))),
    { numRuns: 200 },
  )
  // Nearer to the end: that is where the table of contents is.
  const place = fc.nat(whole.length - 1).map((from) => whole.length - 1 - Math.floor(from ** 2 / whole.length))
  const changes = fc.array(fc.tuple(place, fc.nat(255)), { minLength: 1, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(changes, (list) => {
      const bytes = Buffer.from(whole)
      for (const [index, value] of list) bytes[index] = value
      return check(bytes)
    }),
    { numRuns: 600 },
  )
})
