import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { lsaKeys, memoryJournal, requestFor, testPc } from '../../../test/kit/test-pc.ts'
import type { ChangeProgress } from '../../shared/change-plan.ts'
import { fail, ok } from '../../shared/result.ts'
import type { JournalStore } from '../engine/journal.ts'
import { planOn } from '../engine/perform-fix.ts'
import { keys } from '../facts/keys.ts'
import { fileStore } from '../windows/file-store.ts'
import { elevatedStep } from './elevated-step.ts'
import { followStep } from './follow-step.ts'
import { sealTicket } from './ticket.ts'
import { usedTickets } from './used-tickets.ts'

const root = await mkdtemp(join(tmpdir(), 'pku2u-follow-'))
after(() => rm(root, { recursive: true, force: true }))

const newTickets = async () => {
  const folder = await mkdtemp(join(root, 'one-'))
  return { folder, tickets: usedTickets(folder, fileStore()) }
}
const nonce = '7d1f4c1e-5a52-4a4e-9d0e-0c8f2f6b1a01'
const asked = requestFor('pku2u.enable', 'rdp.enable')
const now = new Date('2026-11-20T09:15:00Z')
const of2 = (done: number): ChangeProgress => ({ done, total: 2 })

const newPc = (journal: JournalStore) =>
  testPc({
    journal,
    registry: {
      complete: true,
      keys: { ...lsaKeys, [keys.terminalServer]: { values: { fDenyTSConnections: ['REG_DWORD', 1] } } },
    },
  })

test('who waits for the elevated step hears of each change while it works', async () => {
  const { folder, tickets } = await newTickets()
  const told: ChangeProgress[] = []
  let allTold = () => {}
  const heard = new Promise<void>((resolve) => {
    allTold = resolve
  })
  const { store } = memoryJournal()
  const pc = newPc({
    ...store,
    save: async (entries) => {
      // The step ends only when the other side has heard everything.
      if (entries.every(({ state }) => state === 'verified')) await heard
      return store.save(entries)
    },
  })
  const plan = await planOn(pc, asked)
  assert.ok(plan.ok)
  const { bytes, hash, nonce: used } = sealTicket({ do: 'fix', ...asked, token: plan.value.token }, now)
  const exit = await followStep(
    tickets,
    used,
    (progress) => {
      told.push(progress)
      if (progress.done === progress.total) allTold()
    },
    () =>
      elevatedStep(['--apply', '/t', '--ticket-hash', hash], {
        pc: () => ({ ...pc, elevated: true }),
        prepare: async () => ok(undefined),
        tickets,
        now: () => now,
        read: async () => ok(bytes),
      }),
  )
  assert.equal(exit, 5)
  assert.deepEqual(told, [of2(0), of2(1), of2(2)])
  assert.deepEqual(await readdir(folder), [`${used}.json`], 'what was noted on the way is gone')
})

test('waiting ends with the step, whether or not it noted anything', async () => {
  const { tickets } = await newTickets()
  const told: unknown[] = []
  const hear = (progress: ChangeProgress) => told.push(progress)
  assert.equal(await followStep(tickets, nonce, hear, async () => 'refused'), 'refused')
  await assert.rejects(followStep(tickets, nonce, hear, () => Promise.reject(new Error('no'))))
  assert.deepEqual(told, [])
})

test('a note that is damaged, foreign or of another number is none', async () => {
  const { folder, tickets } = await newTickets()
  for (const [text, note] of [
    ['{"done":1,"total":2}', of2(1)],
    ['{"done":1,"tot', null],
    ['{"done":0,"total":2}', null],
    ['{"done":1,"total":0}', null],
    ['{"done":1,"total":1e9}', null],
    ['[]', null],
    ['', null],
  ] as const) {
    await writeFile(join(folder, `${nonce}.1.note`), text)
    assert.deepEqual(await tickets.noteOf(nonce, 1), note, text)
  }
  assert.equal(await tickets.noteOf(nonce, 2), null)
})

test('a result is kept though nothing could be noted', async () => {
  const folder = await mkdtemp(join(root, 'full-'))
  const files = fileStore()
  const tickets = usedTickets(folder, {
    ...files,
    create: async (place, name, content) =>
      name.endsWith('.note') ? fail('failed', 'The disk is full.') : files.create(place, name, content),
  })
  const pc = newPc(memoryJournal().store)
  const plan = await planOn(pc, asked)
  assert.ok(plan.ok)
  const { bytes, hash, nonce: used } = sealTicket({ do: 'fix', ...asked, token: plan.value.token }, now)
  const exit = await elevatedStep(['--apply', '/t', '--ticket-hash', hash], {
    pc: () => ({ ...pc, elevated: true }),
    prepare: async () => ok(undefined),
    tickets,
    now: () => now,
    read: async () => ok(bytes),
  })
  const result = await tickets.resultOf(used)
  assert.deepEqual([exit, result.ok && result.value.state], [5, 'applied'])
})
