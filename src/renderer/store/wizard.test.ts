import assert from 'node:assert/strict'
import { test } from 'node:test'
import { advance, canGo, firstStep, stepState, steps, stepsOf, type Wizard, type WizardEvent } from './wizard.ts'

const after = (...events: readonly WizardEvent['type'][]): Wizard =>
  events.reduce<Wizard>((wizard, type) => advance(wizard, type === 'go' ? { type, to: 'start' } : { type }), firstStep)

test('a check that answers leads to the findings', () => {
  assert.deepEqual(after('check-started'), { ...firstStep, step: 'check', check: 'running' })
  assert.deepEqual(after('check-started', 'check-answered'), {
    ...firstStep,
    step: 'findings',
    check: 'done',
    settled: 'done',
  })
})

test('a failed check stays where it can be tried again, and has no findings', () => {
  const failed = after('check-started', 'check-answered', 'check-started', 'check-failed')
  assert.equal(failed.step, 'check')
  assert.equal(canGo(failed, 'findings'), false)
  assert.equal(advance(failed, { type: 'check-started' }).check, 'running')
})

test('a cancelled check goes back to where the case stood', () => {
  assert.deepEqual(after('check-started', 'check-cancelled'), firstStep)
  assert.deepEqual(
    after('check-started', 'check-answered', 'check-started', 'check-cancelled'),
    after('check-started', 'check-answered'),
  )
  assert.deepEqual(after('report-opened', 'check-started', 'check-cancelled'), after('report-opened'))
})

test('nothing else opens while a check runs', () => {
  const running = after('check-started')
  for (const to of steps) assert.equal(canGo(running, to), to === 'check')
  assert.equal(advance(running, { type: 'go', to: 'start' }), running)
  assert.equal(advance(running, { type: 'report-opened' }), running)
  assert.equal(advance(running, { type: 'check-started' }), running)
})

test('steps that have nothing to show cannot be opened', () => {
  assert.deepEqual(
    steps.filter((step) => canGo(firstStep, step)),
    ['start', 'history', 'rules', 'bundles', 'settings'],
  )
  assert.deepEqual(
    steps.filter((step) => canGo(after('report-opened'), step)),
    ['start', 'findings', 'other-pc', 'finish', 'rules', 'bundles', 'settings'],
  )
})

test('each track has a step of its own', () => {
  const rdp = stepsOf('rdp')
  const keys = stepsOf('security-key')
  assert.deepEqual([rdp.includes('work-account'), rdp.includes('security-key')], [true, false])
  assert.deepEqual([keys.includes('work-account'), keys.includes('security-key')], [false, true])
  assert.deepEqual(new Set([...rdp, ...keys]), new Set(steps))
})

test('an answer nobody waits for changes nothing', () => {
  for (const type of ['check-answered', 'check-failed', 'check-cancelled'] as const)
    assert.equal(advance(firstStep, { type }), firstStep)
})

test('each step says how it stands', () => {
  const said = (wizard: Wizard) => steps.slice(0, 3).map((step) => stepState(wizard, step))
  assert.deepEqual(said(firstStep), ['open', 'to-do', 'to-do'])
  assert.deepEqual(said(after('check-started')), ['done', 'running', 'to-do'])
  assert.deepEqual(said(after('check-started', 'check-failed')), ['done', 'failed', 'to-do'])
  assert.deepEqual(said(after('check-started', 'check-answered')), ['done', 'done', 'open'])
  assert.deepEqual(said(after('report-opened')), ['done', 'skipped', 'open'])
  // What acts on a machine or tells about one has nothing to wait for when there is only a file.
  const opened = after('report-opened')
  assert.deepEqual(
    steps.filter((step) => stepState(opened, step) === 'skipped'),
    ['check', 'fix', 'restart', 'work-account', 'security-key', 'history'],
  )
})

test('a change opens its step, keeps the window there while it is written, and leaves with the plan', () => {
  const planned = after('check-started', 'check-answered', 'fix-planned')
  assert.equal(planned.step, 'fix')
  assert.equal(stepState(planned, 'fix'), 'open')
  const writing = advance(planned, { type: 'fix-writing' })
  for (const to of steps) assert.equal(canGo(writing, to), to === 'fix', to)
  assert.equal(stepState(writing, 'fix'), 'running')
  const written = advance(writing, { type: 'fix-written' })
  assert.equal(stepState(written, 'fix'), 'open')
  assert.equal(canGo(written, 'restart'), true)
  assert.deepEqual(advance(planned, { type: 'fix-dropped' }), after('check-started', 'check-answered'))
  assert.equal(advance(written, { type: 'check-started' }).fix, 'none')
})

test('a screen that asks again stays, and keeps the receipt', () => {
  const written = advance(after('check-started', 'check-answered', 'fix-planned', 'fix-writing'), {
    type: 'fix-written',
  })
  const restart = advance(written, { type: 'go', to: 'restart' })
  const asking = advance(restart, { type: 'check-started', stay: true })
  assert.deepEqual([asking.step, asking.check], ['restart', 'running'])
  assert.deepEqual(advance(asking, { type: 'check-answered' }), { ...restart, answerOn: 'restart' })
  assert.equal(advance(asking, { type: 'check-cancelled' }).step, 'restart')
  assert.equal(advance(asking, { type: 'check-failed' }).step, 'check')
})
