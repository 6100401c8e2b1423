import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { enableSpec, interruptedEntry, journalEntry } from '../../../test/kit/journal-entry.ts'
import { memoryJournal, pku2uValue, requestFor, testPc, withValue } from '../../../test/kit/test-pc.ts'
import { fail } from '../../shared/result.ts'
import { keys } from '../facts/keys.ts'
import { unfinished } from './finish.ts'
import { finishChangeSet } from './perform-finish.ts'
import { performFix } from './perform-fix.ts'
import { performUndo, plannedUndo, putBackChangeSet } from './perform-undo.ts'

const asked = requestFor('pku2u.enable')
const codeOf = (result: Awaited<ReturnType<typeof performUndo>>) => (result.ok ? result.value.state : result.fault.code)
const on = withValue(['REG_DWORD', 1])

describe('undo', () => {
  test('a value that somebody else changed since is left alone', async () => {
    const pc = testPc({ registry: withValue(['REG_DWORD', 5]), journal: memoryJournal([journalEntry()]).store })
    assert.equal(codeOf(await performUndo(pc, 'aa-1')), 'conflict')
    assert.deepEqual([pc.writes, pku2uValue(pc.registry)], [[], ['REG_DWORD', 5]])
  })

  test('a key that somebody else uses by now stays', async () => {
    const pc = testPc({
      registry: {
        complete: true,
        keys: {
          'HKLM\\SYSTEM': {},
          ...Object.fromEntries(
            ['HKLM\\SYSTEM\\CurrentControlSet', 'HKLM\\SYSTEM\\CurrentControlSet\\Control', keys.lsa].map((key) => [
              key,
              {},
            ]),
          ),
        },
      },
    })
    const fixed = await performFix(pc, asked, null)
    assert.ok(fixed.ok)
    pc.registry.setValue(keys.pku2u, 'Theirs', ['REG_SZ', 'x'])
    assert.equal(codeOf(await performUndo(pc, null)), 'undone')
    assert.deepEqual(pc.registry.values(keys.pku2u), { ok: true, value: { Theirs: ['REG_SZ', 'x'] } })
  })

  test('an older change waits for the later one on the same value, which is named', async () => {
    const pc = testPc()
    const first = await performFix(pc, asked, null)
    const later = await performFix(pc, requestFor('pku2u.block'), null)
    assert.ok(first.ok && later.ok)
    const refused = await performUndo(pc, first.value.changeId)
    assert.equal(codeOf(refused), 'conflict')
    assert.ok(!refused.ok && refused.fault.message.includes(String(later.value.changeId)))
  })

  test('the same change is undone once', async () => {
    const pc = testPc()
    await performFix(pc, asked, null)
    assert.equal(codeOf(await performUndo(pc, null)), 'undone')
    assert.equal(codeOf(await performUndo(pc, null)), 'usage')
  })

  test('what was written by an older version, without state and by, is undone', async () => {
    const { state: _state, by: _by, ...old } = journalEntry({ by: 'x' })
    const pc = testPc({ registry: on, journal: memoryJournal([old]).store })
    assert.equal(codeOf(await performUndo(pc, null)), 'undone')
    assert.deepEqual(pku2uValue(pc.registry), ['REG_DWORD', 0])
  })

  test('fields that another version added to an entry do not matter', async () => {
    const newer = {
      ...journalEntry(),
      consent: 'prompt',
      changes: journalEntry().changes.map((change) => ({ ...change, note: 1 })),
    }
    const pc = testPc({ registry: on, journal: memoryJournal([newer]).store })
    assert.equal(codeOf(await performUndo(pc, null)), 'undone')
  })

  test('steps that are not those agreed to are refused', async () => {
    const pc = testPc({ registry: on, journal: memoryJournal([journalEntry()]).store })
    assert.equal(codeOf(await performUndo(pc, 'aa-1', 'f'.repeat(64))), 'conflict')
    assert.deepEqual(pc.writes, [])
  })

  test('a write that fails leaves everything as it was, and the change in force', async () => {
    const journal = memoryJournal([journalEntry()])
    const pc = testPc({
      registry: on,
      journal: journal.store,
      faulty: () => ({ setValue: () => fail('denied', 'no') }),
    })
    assert.equal(codeOf(await performUndo(pc, 'aa-1')), 'denied')
    assert.deepEqual([journal.entries(), pku2uValue(pc.registry)], [[journalEntry()], ['REG_DWORD', 1]])
  })

  test('a journal that cannot be written stops it before anything is put back', async () => {
    const pc = testPc({ registry: on, journal: memoryJournal([journalEntry()], 1).store })
    assert.equal(codeOf(await performUndo(pc, 'aa-1')), 'failed')
    assert.deepEqual(pc.writes, [])
  })
})

describe('a journal entry that is not ours changes nothing', () => {
  const before = { missingKeys: [], value: ['REG_DWORD', 0] }
  for (const [what, change] of [
    ['another kind', { kind: 'file' }],
    ['another key', { spec: { ...enableSpec, key: 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run' } }],
    ['a sibling of our value', { spec: { ...enableSpec, name: 'Other' } }],
    ['a spec with more in it', { spec: { ...enableSpec, also: 1 } }],
    ['a damaged spec', { spec: null }],
    ['another group', { kind: 'local-group-member', spec: { group: 'S-1-5-32-544', account: 'AzureAD\\a@b.c' } }],
    ['other firewall rules', { kind: 'firewall-rule', spec: { group: '@FirewallAPI.dll,-1', profiles: ['Domain'] } }],
    ['a damaged past', { before: { value: 'x' } }],
    ['a past with more in it', { before: { ...before, also: 1 } }],
    ['a past under another name', { before: { ...before, name: 'Other' } }],
    ['a past with foreign keys', { before: { ...before, missingKeys: ['HKLM\\SOFTWARE\\Theirs'] } }],
  ] as const)
    test(what, async () => {
      const pc = testPc({ registry: on, journal: memoryJournal([journalEntry({}, change)]).store })
      assert.equal(codeOf(await performUndo(pc, 'aa-1')), 'unreadable')
      assert.deepEqual(pc.writes, [])
      assert.deepEqual(pc.registry.dump(), on)
    })
})

describe('a change set that a crash interrupted', () => {
  const interrupted = interruptedEntry()
  const sets = async (pc: ReturnType<typeof testPc>) => {
    const found = await unfinished(pc)
    return found.ok ? found.value.map((entries) => entries.map(({ id }) => id)) : found.fault.code
  }

  for (const [what, value] of [
    ['before the write', 0],
    ['after the write', 1],
  ] as const) {
    test(`${what}: it is seen, and can be finished`, async () => {
      const journal = memoryJournal([interrupted])
      const pc = testPc({ registry: withValue(['REG_DWORD', value]), journal: journal.store })
      assert.deepEqual(await sets(pc), [['aa-1']])
      assert.equal(codeOf(await performFix(pc, requestFor('pku2u.clear'), null)), 'conflict', 'it stands in the way')
      assert.equal(codeOf(await finishChangeSet(pc, 'aa-1')), 'applied')
      assert.deepEqual([pku2uValue(pc.registry), await sets(pc)], [['REG_DWORD', 1], []])
      assert.equal(journal.entries()[0]?.state, 'verified')
      assert.equal(await pc.restartDue(), true)
      assert.equal(codeOf(await performUndo(pc, 'aa-1')), 'undone')
    })

    test(`${what}: it can be put back`, async () => {
      const journal = memoryJournal([interrupted])
      const pc = testPc({ registry: withValue(['REG_DWORD', value]), journal: journal.store })
      assert.equal((await plannedUndo(pc, null)).ok, true)
      assert.equal(codeOf(await putBackChangeSet(pc, 'aa-1')), 'undone')
      assert.deepEqual([pku2uValue(pc.registry), journal.entries()[0]?.state], [['REG_DWORD', 0], 'rolled-back'])
      assert.equal(codeOf(await finishChangeSet(pc, 'aa-1')), 'usage')
    })
  }

  test('when somebody else changed the value meanwhile, neither writes', async () => {
    const pc = testPc({ registry: withValue(['REG_DWORD', 5]), journal: memoryJournal([interrupted]).store })
    assert.equal(codeOf(await finishChangeSet(pc, 'aa-1')), 'conflict')
    assert.equal(codeOf(await putBackChangeSet(pc, 'aa-1')), 'conflict')
    assert.deepEqual(pc.writes, [])
  })

  test('in the middle of an undo: putting back ends as undone, with its time', async () => {
    const journal = memoryJournal([journalEntry({ state: 'captured' })])
    const pc = testPc({ registry: on, journal: journal.store })
    assert.equal(codeOf(await putBackChangeSet(pc, 'aa-1')), 'undone')
    assert.deepEqual([journal.entries()[0]?.state, journal.entries()[0]?.undoneAt !== null], ['undone', true])
  })
})
