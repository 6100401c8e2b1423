import assert from 'node:assert/strict'
import { test } from 'node:test'
import { interruptedEntry, journalEntry } from '../../../test/kit/journal-entry.ts'
import { memoryJournal, testPc } from '../../../test/kit/test-pc.ts'
import type { ChangeProgress } from '../../shared/change-plan.ts'
import { defaultIntent } from '../../shared/intent.ts'
import { fail, ok } from '../../shared/result.ts'
import { createFindSubject } from '../machines.ts'
import { onlySimulated } from '../simulated-machines.ts'
import { createChangeHandlers } from './change-handlers.ts'

const unasked = (): never => assert.fail('nothing may be asked')

const setUp = () => {
  const progress: ChangeProgress[] = []
  const findSubject = createFindSubject(onlySimulated('Only here.', 0))
  const handlers = createChangeHandlers({ findSubject, emitChangeProgress: (each) => progress.push(each) })
  const value = async (machine: string) => {
    const subject = await findSubject(machine)
    assert.ok(subject.ok)
    return subject.value.asUser.registry.value('HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa\\pku2u', 'AllowOnlineID')
  }
  return { handlers, progress, findSubject, value }
}
const off = { machine: 'client-value-off', ids: ['pku2u.enable'] as const, intent: defaultIntent }
const managed = { ...off, machine: 'entra-client-off-by-intune' }

const codeOf = async (answer: Promise<{ ok: boolean; fault?: { code: string } }>) => {
  const result = await answer
  return result.ok ? 'ok' : result.fault?.code
}
const tokenFor = async ({ handlers }: ReturnType<typeof setUp>, order: Parameters<typeof handlers.planFixes>[0]) => {
  const plan = await handlers.planFixes(order)
  assert.ok(plan.ok)
  return plan.value.token
}

test('a plan says in words what would be written, and writes nothing', async () => {
  const { handlers, value } = setUp()
  const plan = await handlers.planFixes(off)
  assert.ok(plan.ok)
  assert.deepEqual(plan.value.changes, [
    {
      fix: 'pku2u.enable',
      title: 'Allow PKU2U (AllowOnlineID = 1)',
      description: 'Set AllowOnlineID in HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa\\pku2u to 1 (REG_DWORD)',
      where: 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa\\pku2u',
      name: 'AllowOnlineID',
      before: '0 (REG_DWORD)',
      after: '1 (REG_DWORD)',
      already: false,
    },
  ])
  assert.equal(plan.value.managedBy, null)
  assert.deepEqual(await value(off.machine), ok(['REG_DWORD', 0]))
  assert.deepEqual(await handlers.history(off), ok([]))
})

test('a plan is applied once, each change is told, and the history has it', async () => {
  const all = setUp()
  const { handlers, progress, value } = all
  const token = await tokenFor(all, off)
  const receipt = await handlers.applyFixes({ ...off, token, evenIfManaged: false })
  assert.ok(receipt.ok && receipt.value.state === 'applied')
  assert.deepEqual(progress, [
    { done: 0, total: 1 },
    { done: 1, total: 1 },
  ])
  assert.equal(await codeOf(handlers.applyFixes({ ...off, token, evenIfManaged: false })), 'refused')
  const past = await handlers.history(off)
  assert.ok(past.ok)
  assert.deepEqual(
    past.value.map(({ state, titles }) => [state, titles]),
    [['in-force', ['Allow PKU2U (AllowOnlineID = 1)']]],
  )
  const id = receipt.value.changeId ?? ''
  const undone = await handlers.undoChange({ ...off, id })
  assert.ok(undone.ok && undone.value.state === 'undone')
  assert.deepEqual(progress.slice(2), [
    { done: 0, total: 1 },
    { done: 1, total: 1 },
  ])
  assert.deepEqual(await value(off.machine), ok(['REG_DWORD', 0]))
  assert.notEqual(await codeOf(handlers.undoChange({ ...off, id })), 'ok')
})

test('tokens that are unknown, for another order or stale write nothing', async () => {
  const all = setUp()
  const { handlers, findSubject, value } = all
  const unknown = { ...off, token: '8b0d3f4e-2f60-4a56-9f0b-2a3f7bb4c111', evenIfManaged: true }
  assert.equal(await codeOf(handlers.applyFixes(unknown)), 'refused')
  const other = await tokenFor(all, managed)
  assert.equal(await codeOf(handlers.applyFixes({ ...off, token: other, evenIfManaged: true })), 'refused')
  const block = await tokenFor(all, { ...off, ids: ['pku2u.clear'] })
  assert.equal(await codeOf(handlers.applyFixes({ ...off, token: block, evenIfManaged: false })), 'refused')

  const stale = await tokenFor(all, off)
  const subject = await findSubject(off.machine)
  assert.ok(subject.ok)
  const { registry } = subject.value.pc.writable
  registry.setValue('HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa\\pku2u', 'AllowOnlineID', ['REG_DWORD', 7])
  assert.equal(await codeOf(handlers.applyFixes({ ...off, token: stale, evenIfManaged: false })), 'conflict')
  assert.deepEqual(await value(off.machine), ok(['REG_DWORD', 7]))
})

test('a managed machine is written only with the second agreement, and that is never called fixed', async () => {
  const all = setUp()
  const { handlers } = all
  const refused = await handlers.applyFixes({ ...managed, token: await tokenFor(all, managed), evenIfManaged: false })
  assert.ok(refused.ok && refused.value.state === 'refused' && refused.value.refusedBy === 'owner')
  const written = await handlers.applyFixes({ ...managed, token: await tokenFor(all, managed), evenIfManaged: true })
  assert.ok(written.ok && written.value.state === 'applied')
  assert.doesNotMatch(written.value.message, /fixed/i)
})

test('an interrupted change comes first and can be finished or put back', async () => {
  const all = setUp()
  const { handlers, findSubject } = all
  const subject = await findSubject(off.machine)
  assert.ok(subject.ok)
  const { journal } = subject.value.pc
  const interrupted = interruptedEntry({ id: 'half-way', restart: 'advised' })
  await journal.save([interrupted])
  await journal.save([{ ...interrupted, id: 'older', state: 'undone', appliedAt: '2026-01-01T00:00:00Z' }])
  const past = await handlers.history(off)
  assert.ok(past.ok)
  assert.deepEqual(
    past.value.map(({ id, state }) => [id, state]),
    [
      ['half-way', 'unfinished'],
      ['older', 'rolled-back'],
    ],
  )
  assert.equal(
    await codeOf(handlers.applyFixes({ ...off, token: await tokenFor(all, off), evenIfManaged: false })),
    'conflict',
  )
  const finished = await handlers.finishChange({ ...off, id: 'half-way' })
  assert.ok(finished.ok && finished.value.state === 'applied')
  assert.equal(await codeOf(handlers.finishChange({ ...off, id: 'half-way' })), 'usage')
  await journal.save([{ ...interrupted, id: 'again' }])
  const back = await handlers.putBackChange({ ...off, id: 'again' })
  assert.ok(back.ok && back.value.state === 'undone')
})

for (const act of ['finishChange', 'putBackChange'] as const)
  test(`each change of an interrupted set is told: ${act}`, async () => {
    const { handlers, progress } = setUp()
    const machine = 'change-interrupted'
    const past = await handlers.history({ machine })
    const id = past.ok ? past.value[0]?.id : undefined
    assert.ok(id !== undefined && (await handlers[act]({ machine, id })).ok)
    assert.deepEqual(
      progress,
      [0, 1, 2].map((done) => ({ done, total: 2 })),
    )
  })

test('one change at a time', async () => {
  const all = setUp()
  const [first, second] = [await tokenFor(all, off), await tokenFor(all, off)]
  const answers = await Promise.all(
    [first, second].map((token) => codeOf(all.handlers.applyFixes({ ...off, token, evenIfManaged: false }))),
  )
  assert.deepEqual(answers.toSorted(), ['conflict', 'ok'])
})

test('machines and fixes that are not there, and a fix without its account, are refused in words', async () => {
  const { handlers } = setUp()
  assert.equal(await codeOf(handlers.planFixes({ ...off, machine: 'nobody' })), 'invalid-input')
  assert.equal(await codeOf(handlers.planFixes({ ...off, machine: null })), 'refused')
  assert.equal(await codeOf(handlers.planFixes({ ...off, ids: ['no.such'] })), 'usage')
  const nameless = await handlers.planFixes({ ...off, ids: ['rdp.add-user'] })
  assert.deepEqual(nameless, fail('usage', 'Name the account on the start screen, then check again.'))
})

test('what the elevated step notes reaches the window', async () => {
  const progress: ChangeProgress[] = []
  const pc = testPc({
    journal: memoryJournal([journalEntry()]).store,
    elevate: async (_agreed, onChange) => {
      for (const done of [0, 1]) onChange?.({ done, total: 1 })
      return fail('cancelled', 'You chose not to allow the change. Nothing was written.')
    },
  })
  const handlers = createChangeHandlers({
    findSubject: createFindSubject({ kind: 'live', open: async () => ok({ asUser: pc.host, pc }) }),
    emitChangeProgress: (each) => progress.push(each),
  })
  const order = { machine: null, ids: off.ids, intent: off.intent }
  const plan = await handlers.planFixes(order)
  assert.ok(plan.ok)
  const applied = handlers.applyFixes({ ...order, token: plan.value.token, evenIfManaged: false })
  assert.equal(await codeOf(applied), 'cancelled')
  assert.equal(await codeOf(handlers.undoChange({ machine: null, id: 'aa-1' })), 'cancelled')
  assert.deepEqual(
    progress,
    [0, 1, 0, 1].map((done) => ({ done, total: 1 })),
  )
  assert.deepEqual(pc.writes, [])
})

test('the rights that changes are made with, and whose they are', async () => {
  const { handlers } = setUp()
  assert.deepEqual(await handlers.rights({ machine: off.machine }), ok({ asks: false, somebodyElse: null }))
  const other = { asks: false, somebodyElse: 'PC-0431\\helpdesk' }
  assert.deepEqual(await handlers.rights({ machine: 'asked-as-another-admin' }), ok(other))
  const plan = await handlers.planFixes({ ...off, machine: 'asked-as-another-admin' })
  assert.match(plan.ok ? plan.value.warnings.join() : '', /runs as PC-0431\\helpdesk/)
  const live = createFindSubject({
    kind: 'live',
    open: async () => ok({ asUser: testPc().host, pc: testPc({ elevate: unasked }) }),
  })
  const raised = createChangeHandlers({ findSubject: live, emitChangeProgress: unasked })
  assert.deepEqual(await raised.rights({ machine: null }), ok({ asks: true, somebodyElse: null }))
})
