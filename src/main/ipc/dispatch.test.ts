import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { defaultIntent } from '../../shared/intent.ts'
import { type RequestName, requests } from '../../shared/ipc-contract.ts'
import { inputs } from '../../shared/ipc-schemas.ts'
import { ok } from '../../shared/result.ts'
import { createLog } from '../log.ts'
import { createDispatch, type Handlers } from './dispatch.ts'
import { isAppFrame } from './trusted-frame.ts'

const names = Object.keys(requests) as RequestName[]
const ours = { url: 'app://desk/', parent: null, detached: false }

const setUp = (handlers: Partial<Handlers> = {}) => {
  const called: string[] = []
  const log: string[] = []
  const answering = Object.fromEntries(
    names.map((name) => [
      name,
      async () => {
        called.push(name)
        return ok(null)
      },
    ]),
  ) as unknown as Handlers
  const dispatch = createDispatch({
    handlers: { ...answering, ...handlers },
    isTrusted: isAppFrame,
    log: createLog([(line) => log.push(line)]),
  })
  return { dispatch, called, log }
}

const codeOf = async (answer: Promise<{ ok: boolean; fault?: { code: string } }>) => {
  const result = await answer
  return result.ok ? 'ok' : result.fault?.code
}

test('a message of the contract from our page reaches its handler', async () => {
  const { dispatch, called } = setUp()
  assert.equal(await codeOf(dispatch('welcome', ours, null)), 'ok')
  assert.equal(await codeOf(dispatch('runChecks', ours, { intent: defaultIntent, machine: null })), 'ok')
  assert.deepEqual(called, ['welcome', 'runChecks'])
})

test('every message from another frame is refused and logged', async () => {
  const { dispatch, called, log } = setUp()
  for (const name of names) assert.equal(await codeOf(dispatch(name, null, null)), 'refused')
  assert.equal(await codeOf(dispatch('welcome', { ...ours, url: 'data:text/html,x' }, null)), 'refused')
  assert.deepEqual(called, [])
  assert.equal(log.length, names.length + 1)
  assert.match(log[0] ?? '', /untrusted frame/)
})

for (const name of ['', 'nothing', 'constructor', '__proto__', 'toString', 'app:welcome', 'probeChanged']) {
  test(`the unknown message "${name}" is refused and logged`, async () => {
    const { dispatch, called, log } = setUp()
    assert.equal(await codeOf(dispatch(name, ours, null)), 'refused')
    assert.deepEqual(called, [])
    assert.match(log[0] ?? '', /unknown message/)
  })
}

test('a handler that throws answers a fault without its reason', async () => {
  const { dispatch, log } = setUp({
    welcome: async () => {
      throw new Error('secret reason')
    },
  })
  const answer = await dispatch('welcome', ours, null)
  assert.ok(!answer.ok)
  assert.equal(answer.fault.code, 'internal')
  assert.doesNotMatch(answer.fault.message, /secret/)
  assert.match(log[0] ?? '', /secret reason/)
})

const nested = (depth: number) => {
  let value: unknown = null
  for (let level = 0; level < depth; level++) value = { intent: value }
  return value
}
const cyclic: Record<string, unknown> = {}
cyclic['intent'] = cyclic
const valid = { intent: defaultIntent, machine: null }

const hostile: Readonly<Record<string, unknown>> = {
  nothing: undefined,
  text: 'runChecks',
  'a number': Number.NaN,
  'a list': [valid],
  'a 10 MB string': 'x'.repeat(10_000_000),
  'a 10 MB machine name': { ...valid, machine: 'x'.repeat(10_000_000) },
  'a 10 MB check id': { check: `a.${'x'.repeat(10_000_000)}`, index: 0 },
  'an object nested 10,000 deep': nested(10_000),
  'an object that holds itself': cyclic,
  'an own __proto__': JSON.parse('{"__proto__":{"role":"client"}}'),
  'an own __proto__ beside the rest': { ...valid, ...JSON.parse('{"__proto__":null}'), extra: 1 },
  'inherited fields': Object.create({ ...valid, check: 'pku2u.setting', index: 0 }),
  'a field too many': { ...valid, path: 'C:\\Windows' },
  'a machine as a path': { ...valid, machine: '../../etc/passwd' },
  'an unknown role': { ...valid, intent: { ...defaultIntent, role: 'admin' } },
  'a link as an address': { check: 'https://evil.example', index: 0 },
  'a link before the first': { check: 'pku2u.setting', index: -1 },
  'a link between two': { check: 'pku2u.setting', index: 0.5 },
  'a check named __proto__': { check: '__proto__', index: 0 },
}

for (const [what, input] of Object.entries(hostile)) {
  test(`${what} is refused by every message`, async () => {
    const { dispatch, called, log } = setUp()
    for (const name of names) assert.equal(await codeOf(dispatch(name, ours, input)), 'invalid-input', name)
    assert.deepEqual(called, [])
    assert.ok(log.every((line) => line.length < 1500))
  })
}

const key = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'intent', 'machine', 'check', 'index'))
const anything = fc.letrec((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    fc.anything(),
    fc.constantFrom(...Object.values(valid), defaultIntent, 'client', 'pku2u.setting'),
    fc.dictionary(key, tie('node')),
    fc.array(tie('node')),
  ),
})).node

test('whatever is sent, the answer is a result, and handlers only see what their schema takes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), anything, async (name, input) => {
      const { dispatch, called } = setUp()
      const code = await codeOf(dispatch(name, ours, input))
      assert.equal(called.length === 1, inputs[name].safeParse(input).success)
      assert.equal(code, called.length === 1 ? 'ok' : 'invalid-input')
    }),
    { numRuns: 500 },
  )
})
