import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { after, describe, test } from 'node:test'
import { defaultIntent, type Intent } from '../../shared/intent.ts'
import type { Report } from '../../shared/report.ts'
import { longestTicket } from '../../shared/ticket-text.ts'
import { judgeRecording } from '../engine/judge.ts'
import { loadRecording, storedCase } from '../recording/load.ts'
import { openZipFiles } from '../recording/zip-files.ts'
import { openCaseKey } from '../redaction/case-key.ts'
import { createRedactor } from '../redaction/redactor.ts'
import { simulatedMachines } from '../simulated/machines.ts'
import { createSimulatedHost } from '../simulated/simulated-host.ts'
import { type Gathered, gatherFrom, gatherRecorded } from './gathered.ts'
import { type SaveOrder, saveBundle } from './save-bundle.ts'

const top = await mkdtemp(join(tmpdir(), 'pku2u-bundles-'))
after(() => rm(top, { recursive: true, force: true }))
const folder = () => mkdtemp(join(top, 'case-'))
const key = await openCaseKey('the key of this test')

const gather = (name: string, intent: Partial<Intent> = {}): Promise<Gathered> =>
  gatherFrom({
    host: createSimulatedHost(name),
    intent: { ...defaultIntent, ...intent },
    withSignIns: false,
    withRawLogs: false,
  })

const redactorFor = ({ machine, report }: Gathered) => createRedactor({ key, machine, intent: report.intent })

const saveIn = async (place: string, gathered: Gathered, more: Partial<SaveOrder> = {}) => {
  const file = join(place, 'case.zip')
  return saveBundle({ file, replace: false, gathered, redactor: redactorFor(gathered), ...more })
}

const judgedAgain = async (file: string): Promise<Report> => {
  const loaded = await loadRecording(file)
  assert.ok(loaded.ok, loaded.ok ? '' : loaded.fault.message)
  const { machine, source, storedIntent } = loaded.value
  assert.equal(source, 'bundle')
  assert.deepEqual(machine.damaged, [])
  const intent = storedIntent ?? defaultIntent
  return judgeRecording(machine, { intent, now: machine.machine.recordedAt, source, stored: storedCase(loaded.value) })
}

const statuses = ({ findings }: Report) => Object.fromEntries(findings.map(({ id, status }) => [id, status]))

describe('a bundle is judged like the machine', () => {
  for (const { name, intent } of simulatedMachines)
    test(name, async () => {
      const gathered = await gather(name, intent)
      const place = await folder()
      const saved = await saveIn(place, gathered)
      assert.ok(saved.ok, saved.ok ? '' : saved.fault.message)
      const report = await judgedAgain(saved.value.file)
      assert.equal(report.verdict.state, gathered.report.verdict.state)
      assert.equal(saved.value.verdict, gathered.report.verdict.state)
      assert.deepEqual(statuses(report), statuses(gathered.report))
      assert.deepEqual(report.fingerprints, gathered.report.fingerprints)
      assert.deepEqual(await readdir(place), ['case.zip'])
      await gathered.dispose()
    })
})

test('a list of saved sign-ins in a recording does not go in, with names replaced or not', async () => {
  const gathered = await gather('client-value-off')
  const { machine } = gathered
  const stdout = new TextEncoder().encode('Target: LegacyGeneric:target=TERMSRV/PC-0999\r\nUser: adele\r\n')
  const listed = ['cmdkey.exe', 'C:\\Windows\\System32\\VaultCmd.exe'].map((program, index) => ({
    id: `saved-${index}`,
    program,
    args: ['/list'],
    outcome: 'ok' as const,
    exitCode: 0,
    durationMs: 1,
    stdout,
  }))
  const more = { ...gathered, machine: { ...machine, commands: [...machine.commands, ...listed] } }
  for (const redactor of [redactorFor(more), null]) {
    const saved = await saveIn(await folder(), more, { redactor })
    assert.ok(saved.ok, saved.ok ? '' : saved.fault.message)
    const loaded = await loadRecording(saved.value.file)
    assert.ok(loaded.ok)
    assert.deepEqual(
      loaded.value.machine.commands.map(({ id }) => id),
      machine.commands.map(({ id }) => id),
    )
  }
  await gathered.dispose()
})

describe('what is in it', async () => {
  const gathered = await gather('entra-client-off-by-intune', { account: 'adele@contoso.com', peer: 'PC-0999' })
  const place = await folder()
  const saved = await saveIn(place, gathered)
  assert.ok(saved.ok)
  const { file, sha256, bytes } = saved.value
  const files = await openZipFiles(file)
  after(() => files.close())
  const read = async (path: string): Promise<string> => {
    const content = await files.read(path)
    assert.ok(content !== null, `${path} is not in the bundle`)
    return Buffer.from(content).toString()
  }

  test('the file is what was said of it', async () => {
    const content = await readFile(file)
    assert.equal(content.length, bytes)
    assert.equal(createHash('sha256').update(content).digest('hex'), sha256)
  })

  test('the manifest names every other file, its size and hash', async () => {
    const manifest = JSON.parse(await read('manifest.json'))
    assert.equal(manifest.format, 'pku2u-doctor/bundle@1')
    const names = manifest.files.map(({ path }: { path: string }) => path)
    for (const name of [
      'journal.json',
      'recording/commands.json',
      'recording/commands/dsregcmd-status.out',
      'recording/commands/events-system.out',
      'recording/machine.json',
      'recording/registry.json',
      'redaction.json',
      'report.html',
      'report.json',
      'report.txt',
    ])
      assert.ok(names.includes(name), name)
    for (const line of manifest.files) {
      const content = Buffer.from(await read(line.path))
      assert.equal(line.bytes, content.length, line.path)
      assert.equal(line.sha256, createHash('sha256').update(content).digest('hex'), line.path)
    }
  })

  test('no name of the machine, its user, tenant or the other PC is left', async () => {
    const manifest = JSON.parse(await read('manifest.json'))
    for (const { path } of manifest.files) {
      const text = (await read(path)).toLowerCase()
      for (const name of ['contoso', 'adele', 'pc-0420', 'pc-0999', '3237998081'])
        assert.ok(!text.includes(name), `${name} in ${path}`)
    }
  })

  test('the ticket text fits into a ticket, and the event logs are UTF-8', async () => {
    assert.ok((await read('report.txt')).length <= longestTicket)
    assert.match(await read('recording/commands/events-system.out'), /^\ufeff?<Event /)
  })

  test('redaction.json counts by kind and file what the answer counts', async () => {
    const summary = JSON.parse(await read('redaction.json'))
    assert.equal(summary.caseKeyId, key.id)
    assert.deepEqual(summary.byKind, saved.value.redacted)
    assert.ok(summary.byKind.user > 0)
    assert.deepEqual(summary.notRedacted, [])
  })

  test('made again it is the same, under another key it is not', async () => {
    const again = await gather('entra-client-off-by-intune', { account: 'adele@contoso.com', peer: 'PC-0999' })
    const second = await saveIn(await folder(), again)
    assert.equal(second.ok ? second.value.sha256 : '', sha256)
    const other = await openCaseKey('another key')
    const redactor = createRedactor({ key: other, machine: again.machine, intent: again.report.intent })
    const third = await saveIn(await folder(), again, { redactor })
    assert.notEqual(third.ok ? third.value.sha256 : sha256, sha256)
  })

  test('bundled once more, its tokens stay', async () => {
    const loaded = await loadRecording(file)
    assert.ok(loaded.ok)
    const report = await judgedAgain(file)
    const again = await saveIn(await folder(), gatherRecorded({ ...loaded.value, report }), { redactor: null })
    assert.ok(again.ok)
    assert.equal(again.value.caseKeyId, key.id)
    const kept = await openZipFiles(again.value.file)
    const machineOf = async (source: typeof kept): Promise<unknown> =>
      JSON.parse(Buffer.from((await source.read('recording/machine.json')) ?? []).toString())
    assert.deepEqual(await machineOf(kept), await machineOf(files))
    await kept.close()
  })
})

test('without redaction the names stay, and registry keys that no check asks for are left out', async () => {
  const gathered = await gather('client-value-off')
  const extra = 'HKLM\\SOFTWARE\\Contoso\\Payroll'
  const { registry } = gathered.machine
  const machine = { ...gathered.machine, registry: { ...registry, keys: { ...registry.keys, [extra]: {} } } }
  const saved = await saveIn(await folder(), { ...gathered, machine }, { redactor: null })
  assert.ok(saved.ok)
  assert.deepEqual([saved.value.caseKeyId, saved.value.redacted], [null, {}])
  const loaded = await loadRecording(saved.value.file)
  assert.ok(loaded.ok)
  assert.equal(loaded.value.machine.machine.hostName, gathered.machine.machine.hostName)
  assert.ok(!Object.hasOwn(loaded.value.machine.registry.keys, extra))
})

test('without redaction a secret refuses the save: the file and the kind are named, the secret is not', async () => {
  const token = `${Buffer.from('{"typ":"JWT","alg":"RS256"}').toString('base64url')}.e30.c2ln`
  const gathered = await gather('client-value-off')
  const [log, ...others] = gathered.logs
  assert.ok(log)
  const events = Buffer.from(
    `\ufeff<Event><Data>${Buffer.from(`at=${token}`).toString('base64')}</Data></Event>`,
    'utf16le',
  )
  const open = async function* () {
    yield events
  }
  const place = await folder()
  const logs = [{ ...log, size: events.length, open }, ...others]
  const saved = await saveIn(place, { ...gathered, logs }, { redactor: null })
  await gathered.dispose()
  assert.equal(saved.ok ? 'saved' : saved.fault.code, 'refused')
  const said = saved.ok ? '' : saved.fault.message
  assert.ok(
    said.includes(
      `a token, cookie, key or password would still be readable in recording/commands/${log.record.id}.out (secret, `,
    ),
    said,
  )
  assert.doesNotMatch(said, /eyJ/)
  assert.deepEqual(await readdir(place), [])
})

test('raw logs go in as they are, and redaction.json says that they were not redacted', async () => {
  const gathered = await gather('client-value-off')
  const content = Buffer.from('PC-0418 in clear')
  const raw = [
    {
      name: 'pku2u.reg',
      program: 'reg',
      outcome: 'ok' as const,
      size: content.length,
      open: async function* () {
        yield content
      },
    },
    {
      name: 'mdm-diagnostics.zip',
      program: 'mdmdiagnosticstool',
      outcome: 'failed' as const,
      size: 0,
      open: async function* () {},
    },
  ]
  const saved = await saveIn(await folder(), { ...gathered, raw })
  assert.ok(saved.ok, saved.ok ? '' : saved.fault.message)
  const files = await openZipFiles(saved.value.file)
  assert.deepEqual(Buffer.from((await files.read('raw/pku2u.reg')) ?? []), content)
  assert.equal(await files.read('raw/mdm-diagnostics.zip'), null)
  const { notRedacted } = JSON.parse(Buffer.from((await files.read('redaction.json')) ?? []).toString())
  assert.deepEqual(notRedacted, [
    { path: 'raw/pku2u.reg', program: 'reg', outcome: 'ok' },
    { path: 'raw/mdm-diagnostics.zip', program: 'mdmdiagnosticstool', outcome: 'failed' },
  ])
  await files.close()
})

describe('whatever goes wrong, no part of it stays', () => {
  const fails = async (more: Partial<SaveOrder>, change: (gathered: Gathered) => Gathered = (same) => same) => {
    const place = await folder()
    const gathered = change(await gather('client-value-off'))
    const saved = await saveIn(place, gathered, { redactor: redactorFor(gathered), ...more })
    await gathered.dispose()
    return { said: saved.ok ? 'saved' : `${saved.fault.code}: ${saved.fault.message}`, left: await readdir(place) }
  }

  test('a full disk', async () => {
    const openFile = (path: string) => {
      let room = 5000
      return new Writable({
        write: (chunk: Uint8Array, _encoding, done) => {
          room -= chunk.length
          if (room < 0) return done(Object.assign(new Error('no space left'), { code: 'ENOSPC' }))
          writeFile(path, chunk, { flag: 'a' }).then(() => done(), done)
        },
      })
    }
    const { said, left } = await fails({ openFile })
    assert.match(said, /^failed: .*case\.zip was not saved: the disk is full/)
    assert.deepEqual(left, [])
  })

  test('a person who cancels in the middle', async () => {
    const cancel = new AbortController()
    const { said, left } = await fails({ signal: cancel.signal, onProgress: () => cancel.abort() })
    assert.match(said, /^cancelled: .*case\.zip was not saved/)
    assert.deepEqual(left, [])
  })

  test('something that would still be readable: the file and the kind are named', async () => {
    const blind = (gathered: Gathered) => {
      const redactor = redactorFor(gathered)
      return { ...redactor, redactReport: (report: Report) => report }
    }
    const place = await folder()
    const gathered = await gather('client-value-off', { account: 'adele@contoso.com' })
    const saved = await saveIn(place, gathered, { redactor: blind(gathered) })
    assert.equal(saved.ok, false)
    if (!saved.ok) {
      assert.equal(saved.fault.code, 'refused')
      assert.match(saved.fault.message, /report\.json \((?:user|host|domain|tenant)/)
      assert.doesNotMatch(saved.fault.message, /adele|contoso/)
    }
    assert.deepEqual(await readdir(place), [])
  })

  test('a log that cannot be read any more', async () => {
    const { said, left } = await fails({}, (gathered) => ({
      ...gathered,
      logs: gathered.logs.map((log) => ({
        ...log,
        size: 10,
        open: async function* () {
          yield Buffer.from('<Event')
          throw new Error('The disk was taken out.')
        },
      })),
    }))
    assert.match(said, /^failed: .*The disk was taken out/)
    assert.deepEqual(left, [])
  })

  test('another file in its place, which stays', async () => {
    const place = await folder()
    const gathered = await gather('client-value-off')
    const file = join(place, 'case.zip')
    await writeFile(file, 'a letter')
    const saved = await saveIn(place, gathered)
    assert.match(saved.ok ? 'saved' : saved.fault.message, /another file of that name/)
    assert.equal(await readFile(file, 'utf8'), 'a letter')
    assert.deepEqual(await readdir(place), ['case.zip'])
    const replaced = await saveIn(place, gathered, { redactor: redactorFor(gathered), replace: true })
    assert.ok(replaced.ok)
    await gathered.dispose()
  })
})

test('progress goes up to all of it, and event logs leave nothing behind on the disk', async () => {
  const gathered = await gather('client-value-off')
  const seen = { reading: [] as (readonly [number, number])[], writing: [] as (readonly [number, number])[] }
  const saved = await saveIn(await folder(), gathered, {
    onProgress: (phase, done, total) => void seen[phase].push([done, total]),
  })
  assert.ok(saved.ok)
  for (const told of [seen.reading, seen.writing]) {
    const [last, total] = told.at(-1) ?? [0, 1]
    assert.equal(last, total)
    assert.deepEqual(
      told.map(([done]) => done),
      told.map(([done]) => done).toSorted((a, b) => a - b),
    )
  }
  await gathered.dispose()
  const log = gathered.logs.find(({ size }) => size > 0)
  await assert.rejects(async () => {
    for await (const chunk of log?.open() ?? []) assert.fail(String(chunk))
  }, /ENOENT/)
})

test('a log that is named after a company and a program in a profile name nobody', async () => {
  const gathered = await gather('hybrid-server-off-by-gpo')
  const record = {
    id: 'events-litware-agent',
    program: 'C:\\Users\\Miriam\\bin\\log.exe',
    args: [],
    outcome: 'ok',
    durationMs: 1,
  } as const
  const content = new TextEncoder().encode('nothing')
  const open = async function* () {
    yield content
  }
  const redactor = createRedactor({
    key,
    machine: gathered.machine,
    intent: { ...defaultIntent, domain: 'ad.litware.com' },
  })
  const logs = [{ record, size: content.length, open }]
  const saved = await saveIn(await folder(), { ...gathered, logs }, { redactor })
  assert.ok(saved.ok, saved.ok ? '' : saved.fault.message)
  const files = await openZipFiles(saved.value.file)
  const commands = new TextDecoder().decode((await files.read('recording/commands.json')) ?? new Uint8Array())
  const id = /events-domain-\w{12}-agent/.exec(commands)?.[0] ?? ''
  assert.ok(await files.has(`recording/commands/${id}.out`))
  assert.match(commands, /Users\\\\user-\w{12}\\\\bin\\\\log\.exe/)
  await files.close()
  await gathered.dispose()
})
