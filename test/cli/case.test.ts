import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { keys } from '../../src/core/facts/keys.ts'
import { recordedRegistry } from '../../src/core/recording/recorded-registry.ts'
import type { JournalEntry, KeyPath, RegistryDump } from '../../src/core/recording/recording.ts'
import { returnMemory } from '../../src/core/windows/return-memory.ts'
import { defaultIntent } from '../../src/shared/intent.ts'
import { ok } from '../../src/shared/result.ts'
import { doctor } from './doctor.ts'

const folder = await mkdtemp(join(tmpdir(), 'pku2u-case-'))
after(() => rm(folder, { recursive: true, force: true }))

/** One simulated machine with a folder of its own, played from the command line. */
const caseOf = (name: string, state = `${name}-${Math.random().toString(36).slice(2)}`) => {
  const path = join(folder, state)
  const run = async (verb: string, ...args: readonly string[]) => {
    const { code, stdout, stderr } = await doctor([verb, ...args, '--simulate', name, '--state', path, '--json'])
    return { code, stderr, value: stdout === '' ? null : JSON.parse(stdout) }
  }
  const file = join(path, 'simulated-machine.json')
  const saved = async () => JSON.parse(await readFile(file, 'utf8'))
  return { run, saved, file, path }
}
const adele = ['--account', 'adele@contoso.com'] as const

describe('a whole case', () => {
  test('off → fixed, restart due → restarted → ready → undone, restart due → restarted → as it was', async () => {
    const { run, saved } = caseOf('client-value-off')
    assert.equal((await run('check', ...adele)).code, 3)
    const first = await saved()

    const fixed = await run('fix', 'pku2u.enable', '--yes')
    assert.deepEqual([fixed.code, fixed.value.state, fixed.value.restart], [5, 'applied', 'advised'])
    const [change] = fixed.value.changes
    assert.deepEqual(change.before, { missingKeys: [], value: ['REG_DWORD', 0] })
    assert.deepEqual(change.readBack, { value: ['REG_DWORD', 1] })

    const due = await run('check', ...adele)
    assert.deepEqual([due.code, due.value.verdict.state, due.value.facts.restart.due], [5, 'restart', true])
    assert.equal((await run('restart')).code, 5)
    const restarted = await run('restart', '--in', '0', '--yes')
    assert.deepEqual([restarted.code, restarted.value.due], [0, false])
    const ready = await run('check', ...adele)
    assert.deepEqual([ready.code, ready.value.verdict.state], [0, 'ready'])

    const undone = await run('undo', '--yes')
    assert.deepEqual([undone.code, undone.value.state, undone.value.changeId], [5, 'undone', fixed.value.changeId])
    assert.equal((await run('restart', '--in', '0', '--yes')).code, 0)
    assert.equal((await run('check', ...adele)).code, 3)
    assert.deepEqual((await saved()).registry, first.registry)
    assert.equal((await run('undo', '--yes')).code, 2, 'there is nothing left to undo')
  })

  test('a restart that is cancelled forgets the case that a window kept for after it', async () => {
    const { run, path } = caseOf('entra-server-restart-forgotten')
    assert.equal((await run('restart', '--in', '15', '--yes')).code, 0)
    const memory = returnMemory(path)
    const returning = { machine: 'entra-server-restart-forgotten', intent: defaultIntent }
    assert.ok((await memory.remember(returning)).ok)
    assert.equal((await run('restart', '--cancel', '--dry-run')).value.cancelled, false)
    assert.deepEqual(await memory.take(), ok(returning), 'a dry run forgets nothing')
    assert.ok((await memory.remember(returning)).ok)
    assert.equal((await run('restart', '--cancel', '--yes')).value.cancelled, true)
    assert.deepEqual(await memory.take(), ok(null))
  })

  test('a change that is undone before any restart leaves nothing to restart for', async () => {
    const { run } = caseOf('client-value-off')
    assert.equal((await run('fix', 'pku2u.enable', '--yes')).code, 5)
    assert.equal((await run('undo', '--yes')).code, 0)
    assert.equal((await run('check', ...adele)).value.facts.restart.due, false)
  })

  test('on a target the restart is required', async () => {
    const { run } = caseOf('server-default')
    const fixed = await run('fix', 'pku2u.enable', '--role', 'server', '--yes')
    assert.deepEqual([fixed.code, fixed.value.restart], [5, 'required'])
    const due = await run('check', '--role', 'server', ...adele)
    assert.deepEqual([due.code, due.value.verdict.state], [5, 'restart'])
    await run('restart', '--in', '0', '--yes')
    assert.equal((await run('check', '--role', 'server', ...adele)).code, 0)
  })

  test('a restart that is due is told by every fix and undo until it is done', async () => {
    const { run, path } = caseOf('client-value-off')
    const first = await run('fix', 'pku2u.enable', '--yes')
    const again = await run('fix', 'pku2u.enable', '--yes')
    assert.deepEqual([again.code, again.value.changeId, again.value.restart], [5, null, 'none'])
    const other = await run('fix', 'rdp.enable', '--yes')
    assert.deepEqual([other.code, other.value.restart], [5, 'none'])
    const where = ['--simulate', 'client-value-off', '--state', path] as const
    assert.match((await doctor(['undo', '--yes', ...where])).stdout, /^Restart: still due for an earlier change$/m)
    assert.equal((await run('undo', first.value.changeId, '--yes')).code, 0)
    assert.equal((await run('fix', 'rdp.enable', '--yes')).code, 0)
  })

  test('a restart is planned, agreed to, and only then scheduled or cancelled', async () => {
    const { run, saved } = caseOf('client-value-off')
    await run('fix', 'pku2u.enable', '--yes')
    const before = await saved()
    for (const [args, code] of [
      [['--in', '15'], 2],
      [['--in', '15', '--dry-run'], 0],
      [['--cancel'], 2],
      [['--in', '0', '--dry-run'], 0],
    ] as const) {
      const plan = await run('restart', ...args)
      assert.deepEqual([plan.code, plan.value.scheduledFor, plan.value.due], [code, null, true], args.join(' '))
      assert.match(plan.value.reason, /restart/)
      assert.deepEqual(await saved(), before)
    }
    await run('restart', '--in', '15', '--yes')
    const kept = await run('restart', '--cancel')
    assert.deepEqual([kept.code, kept.value.cancelled, typeof kept.value.scheduledFor], [2, false, 'string'])
    assert.equal((await run('restart', '--in', '0')).code, 0, 'a simulated machine restarts at once')
    assert.equal((await run('check', ...adele)).code, 0)
  })

  test('while a restart is due, people are told that a shutdown is none', async () => {
    const { run, path } = caseOf('client-value-off')
    const say = () => doctor(['restart', '--simulate', 'client-value-off', '--state', path])
    await run('check')
    assert.doesNotMatch((await say()).stdout, /Fast Startup/)
    await run('fix', 'pku2u.enable', '--yes')
    assert.match((await say()).stdout, /with Fast Startup, Windows keeps its state\. Choose Restart\./)
  })

  test('a restart that is scheduled is shown and can be cancelled', async () => {
    const { run } = caseOf('client-value-off')
    const scheduled = await run('restart', '--in', '15', '--yes')
    assert.equal(scheduled.value.scheduledFor, '2026-11-20T09:30:01Z')
    assert.equal((await run('restart')).value.scheduledFor, '2026-11-20T09:30:01Z')
    assert.equal((await run('restart', '--cancel', '--yes')).value.cancelled, true)
    assert.equal((await run('restart')).value.scheduledFor, null)
    assert.equal((await run('restart', '--in', '5', '--cancel')).code, 2)
  })
})

describe('a policy owns the setting', () => {
  test('nothing is written, the owner is named, and it ends with 6', async () => {
    const { run, saved } = caseOf('hybrid-server-off-by-gpo')
    await run('check')
    const before = await saved()
    const refused = await run('fix', 'pku2u.enable', '--role', 'server', '--yes')
    assert.deepEqual([refused.code, refused.value.state], [6, 'refused'])
    assert.equal(refused.value.owner.name, 'CIS Level 1 - Member Servers')
    assert.match(refused.value.warnings.join(), /CIS 2\.3\.11\.3.*WN11-SO-000185/)
    assert.match(refused.value.warnings.join(), /at the latest 16 hours after a change made here/)
    assert.deepEqual(await saved(), before)
  })

  test('with --even-if-managed it is written, and nobody calls it fixed', async () => {
    const { run } = caseOf('entra-client-off-by-intune')
    assert.equal((await run('fix', 'pku2u.enable', '--yes')).code, 6)
    const written = await run('fix', 'pku2u.enable', '--yes', '--even-if-managed')
    assert.deepEqual([written.code, written.value.state, written.value.owner.kind], [5, 'applied', 'mdm'])
    assert.match(written.value.message, /will put its own value back/)
    assert.doesNotMatch(written.value.message, /fixed/i)
  })

  test('security key sign-in: refused, written all the same, undone', async () => {
    const { run, saved } = caseOf('security-key-off-by-gpo')
    const track = ['--track', 'security-key', ...adele]
    const checked = await run('check', ...track)
    assert.deepEqual([checked.code, checked.value.verdict.state], [3, 'fixable'])
    assert.match(checked.value.verdict.next.join(), /looked up with administrator rights/)
    const before = await saved()
    const refused = await run('fix', 'security-key.enable-sign-in', '--yes')
    assert.deepEqual([refused.code, refused.value.state], [6, 'refused'])
    assert.deepEqual(refused.value.owner, { kind: 'group-policy', name: 'Workstation hardening' })
    assert.match(
      refused.value.warnings.join(),
      /Workstation hardening turns security key sign-in off and will put that/,
    )
    assert.deepEqual(await saved(), before)

    const written = await run('fix', 'security-key.enable-sign-in', '--yes', '--even-if-managed')
    assert.deepEqual([written.code, written.value.state, written.value.restart], [0, 'applied', 'none'])
    assert.match(written.value.message, /Workstation hardening will put its own value back/)
    assert.equal((await run('check', ...track)).code, 4)
    assert.equal((await run('undo', '--yes')).code, 0)
    assert.deepEqual((await saved()).registry, before.registry)
  })

  test('a fix whose setting no policy owns is not held up by one', async () => {
    const { run } = caseOf('security-key-off-by-gpo')
    const cleared = await run('fix', 'security-key.clear-ntlm-override', '--yes')
    assert.deepEqual([cleared.code, cleared.value.state, cleared.value.owner], [0, 'applied', null])
  })
})

describe('refused', () => {
  test('turning PKU2U off on a cluster ends with 8 and writes nothing', async () => {
    const { run, saved, file } = caseOf('client-value-off')
    await run('check')
    const state = await saved()
    state.registry.keys['HKLM\\SYSTEM\\CurrentControlSet\\Services\\ClusSvc'] = { values: {} }
    await writeFile(file, JSON.stringify(state))
    for (const fix of ['pku2u.block', 'pku2u.clear']) {
      const refused = await run('fix', fix, '--yes')
      assert.deepEqual([refused.code, refused.value.state], [8, 'refused'], fix)
      assert.match(refused.value.message, /ClusSvc/)
      const planned = await run('fix', fix, '--dry-run')
      assert.deepEqual([planned.code, planned.value.state], [0, 'planned'], fix)
      assert.match(planned.value.message, /^This would be refused: .*ClusSvc/)
    }
    assert.deepEqual((await saved()).registry, state.registry)
  })

  test('undo refuses a value that somebody else changed since, and leaves it alone', async () => {
    const { run, saved, file } = caseOf('client-value-off')
    await run('fix', 'pku2u.enable', '--yes')
    const state = await saved()
    state.registry.keys[keys.pku2u].values.AllowOnlineID = ['REG_DWORD', 7]
    await writeFile(file, JSON.stringify(state))
    const refused = await run('undo', '--yes')
    assert.deepEqual([refused.code, refused.value.fault.code], [8, 'conflict'])
    const { state: ended, fixes, message, changes } = refused.value
    assert.deepEqual([ended, fixes, message], ['refused', ['pku2u.enable'], refused.value.fault.message])
    assert.deepEqual([changes.length, changes[0].readBack], [1, null])
    assert.deepEqual((await saved()).registry, state.registry)
  })

  test('an older change waits for the later one on the same value', async () => {
    const { run } = caseOf('client-value-off')
    const first = await run('fix', 'pku2u.enable', '--yes')
    const later = await run('fix', 'pku2u.clear', '--yes')
    const refused = await run('undo', first.value.changeId, '--yes')
    assert.equal(refused.code, 8)
    assert.ok(refused.value.fault.message.includes(later.value.changeId))
    const { state, changeId, fixes } = refused.value
    assert.deepEqual([state, changeId, fixes], ['refused', first.value.changeId, ['pku2u.enable']])
    assert.equal((await run('undo', later.value.changeId, '--yes')).value.state, 'undone')
    assert.equal((await run('undo', first.value.changeId, '--yes')).value.state, 'undone')
  })

  test('where the old state cannot be read, nothing is written', async () => {
    const { run } = caseOf('nothing-readable')
    const { code, value } = await run('fix', 'pku2u.enable', '--yes')
    assert.deepEqual([code, value.state, value.fixes, value.fault.code], [8, 'refused', ['pku2u.enable'], 'denied'])
  })

  test('independent changes are undone in any order', async () => {
    const { run } = caseOf('server-default')
    const first = await run('fix', 'pku2u.enable', '--yes')
    await run('fix', 'security-key.enable-sign-in', '--yes')
    assert.equal((await run('undo', first.value.changeId, '--yes')).value.state, 'undone')
  })
})

describe('asking first', () => {
  test('--dry-run shows the plan and writes nothing', async () => {
    const { run, saved } = caseOf('client-value-off')
    await run('check')
    const before = await saved()
    const plan = await run('fix', 'pku2u.enable', '--dry-run')
    assert.deepEqual([plan.code, plan.value.state, plan.value.changes[0].readBack], [0, 'planned', null])
    assert.deepEqual(await saved(), before)
  })

  test('without --yes and without a terminal the plan is the answer, and it ends with 2', async () => {
    const { run, saved } = caseOf('client-value-off')
    await run('check')
    const before = await saved()
    const plan = await run('fix', 'pku2u.enable')
    assert.deepEqual([plan.code, plan.value.state], [2, 'planned'])
    assert.match(plan.stderr, /--yes/)
    assert.deepEqual(await saved(), before)
    await run('fix', 'pku2u.enable', '--yes')
    assert.equal((await run('undo')).code, 2)
    assert.equal((await run('undo', '--dry-run')).value.state, 'planned')
  })

  test('a fix for an account needs one', async () => {
    const { run } = caseOf('server-default')
    const refused = await run('fix', 'rdp.add-user', '--role', 'server', '--yes')
    assert.deepEqual([refused.code, refused.value.fault.code], [2, 'usage'])
    assert.match(refused.value.fault.message, /--account/)
  })

  test('an unknown fix and two fixes for one value are usage errors', async () => {
    const { run } = caseOf('client-value-off')
    assert.equal((await run('fix', 'pku2u.repair', '--yes')).code, 2)
    const clash = await run('fix', 'pku2u.enable', 'pku2u.block', '--yes')
    assert.equal(clash.code, 2)
    assert.match(clash.value.fault.message, /same setting/)
  })
})

test('several fixes are one change set, and are undone together', async () => {
  const { run, saved } = caseOf('server-default')
  await run('check')
  const first = await saved()
  const ids = ['pku2u.enable', 'rdp.add-user', 'rdp.require-nla', 'security-key.enable-sign-in']
  const fixed = await run('fix', ...ids, '--role', 'server', '--account', 'grady@contoso.com', '--yes')
  assert.equal(fixed.code, 5, JSON.stringify(fixed.value))
  assert.deepEqual(fixed.value.fixes, ids)
  const undone = await run('undo', '--yes')
  assert.equal(undone.value.changes.length, 3, 'NLA was required already, so nothing was written there')
  assert.deepEqual((await saved()).registry, first.registry)
})

test('commands at the same time wait for each other, and none loses what another one wrote', async () => {
  const { run, saved } = caseOf('client-value-off')
  const ids = ['pku2u.enable', 'rdp.enable', 'security-key.enable-sign-in']
  const ended = await Promise.all([...ids.map((id) => run('fix', id, '--yes')), run('check')])
  assert.deepEqual(
    ended.slice(0, 3).map(({ value }) => value.state),
    ['applied', 'applied', 'applied'],
    JSON.stringify(ended),
  )
  const journal: readonly JournalEntry[] = (await saved()).journal
  assert.deepEqual(journal.map(({ fix }) => fix).sort(), ids)
})

test('a folder that cannot be made for the state is said at once', {
  skip: process.platform === 'linux' ? false : 'only Linux has a file system of its own that takes no folder',
}, async () => {
  const { code, stderr } = await doctor(['check', '--simulate', 'client-value-off', '--state', '/proc/pku2u/state'])
  assert.equal(code, 2)
  assert.match(stderr, /\/proc\/pku2u\/state cannot be written/)
})

describe('a change that was interrupted', () => {
  const id = '2f9b6c0a-83d1-4a53-9a1e-5b7d0c4e6f02'
  const server = ['--role', 'server', ...adele] as const
  const values = async (saved: () => Promise<{ registry: RegistryDump }>) => {
    const { registry } = await saved()
    return [
      [keys.pku2u, 'AllowOnlineID'],
      [keys.terminalServer, 'fDenyTSConnections'],
    ].map(([key = '', name = '']) => recordedRegistry(registry).value(key as KeyPath, name))
  }
  const [zero, one] = [0, 1].map((data) => ok(['REG_DWORD', data]))

  test('check says so beside the report, and which commands lead out of it', async () => {
    const { run } = caseOf('change-interrupted')
    const { code, value, stderr } = await run('check', ...server)
    assert.deepEqual([code, value.verdict.state, value.facts.interruptedChanges], [3, 'fixable', [id]])
    assert.ok(stderr.includes(`fix --finish ${id}`) && stderr.includes(`undo ${id}`))
    const text = await doctor(['check', '--simulate', 'change-interrupted', ...server])
    assert.ok(text.stdout.includes(`fix --finish ${id}`))
  })

  test('a fix of the same setting waits for it', async () => {
    const { run } = caseOf('change-interrupted')
    const refused = await run('fix', 'rdp.enable', '--role', 'server', '--yes')
    assert.deepEqual([refused.code, refused.value.fault.code], [8, 'conflict'])
    assert.ok(refused.value.fault.message.includes(id))
  })

  test('finish writes what is missing, and nothing without being agreed to', async () => {
    const { run, saved } = caseOf('change-interrupted')
    const planned = await run('fix', '--finish', id, '--dry-run')
    assert.deepEqual([planned.code, planned.value.state, planned.value.changes.length], [0, 'planned', 2])
    assert.equal((await run('fix', '--finish', id)).code, 2)
    assert.deepEqual(await values(saved), [one, one])
    const finished = await run('fix', '--finish', id, '--yes')
    assert.deepEqual([finished.code, finished.value.state, finished.value.changeId], [5, 'applied', id])
    assert.deepEqual(finished.value.fixes, ['pku2u.enable', 'rdp.enable'])
    assert.deepEqual(await values(saved), [one, zero])
    const due = await run('check', ...server)
    assert.deepEqual([due.code, due.value.verdict.state, due.stderr], [5, 'restart', ''])
    assert.equal((await run('fix', '--finish', id, '--yes')).code, 2, 'it is not interrupted any more')
    assert.equal((await run('undo', id, '--yes')).value.state, 'undone')
    assert.deepEqual(await values(saved), [zero, one])
  })

  test('undo puts it back', async () => {
    const { run, saved } = caseOf('change-interrupted')
    const back = await run('undo', id, '--yes')
    assert.deepEqual([back.code, back.value.state, back.value.changeId], [0, 'undone', id])
    assert.deepEqual(await values(saved), [zero, one])
    assert.deepEqual(
      (await saved()).journal.map(({ state }: JournalEntry) => state),
      ['rolled-back', 'rolled-back'],
    )
    assert.deepEqual((await run('check', ...server)).value.facts.interruptedChanges, [])
  })

  test('--finish with a fix, for another change, or with neither is a mistake', async () => {
    const { run } = caseOf('change-interrupted')
    for (const args of [['pku2u.enable', '--finish', id], ['--finish', 'another'], []])
      assert.equal((await run('fix', ...args, '--yes')).code, 2, args.join(' '))
  })
})
