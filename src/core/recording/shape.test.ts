import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commandsShape, machineShape, registryShape, registryValueShape } from './shape.ts'

const isTaken = (value: unknown): boolean => registryValueShape.safeParse(value).success

test('a registry value is its type and the data of that type', () => {
  const values: readonly unknown[] = [
    ['REG_DWORD', 0],
    ['REG_DWORD', 0xffffffff],
    ['REG_QWORD', '18446744073709551615'],
    ['REG_SZ', ''],
    ['REG_EXPAND_SZ', '%SystemRoot%'],
    ['REG_MULTI_SZ', []],
    ['REG_MULTI_SZ', ['one', 'two']],
    ['REG_BINARY', 'dead'],
    ['REG_TYPE_4', '0100'],
  ]
  for (const value of values) assert.ok(isTaken(value), JSON.stringify(value))
})

test('any other pair is refused', () => {
  const values: readonly unknown[] = [
    null,
    'REG_SZ',
    {},
    [],
    ['REG_SZ'],
    ['REG_SZ', 'a', 'b'],
    ['REG_SZ', 1],
    ['REG_SZ', ['a']],
    ['REG_DWORD', '1'],
    ['REG_DWORD', -1],
    ['REG_DWORD', 1.5],
    ['REG_DWORD', 0x100000000],
    ['REG_DWORD', Number.NaN],
    ['REG_QWORD', 1],
    ['REG_QWORD', ''],
    ['REG_QWORD', '-1'],
    ['REG_QWORD', '0x1'],
    ['REG_QWORD', '123456789012345678901'],
    ['REG_MULTI_SZ', 'one'],
    ['REG_MULTI_SZ', ['one', 2]],
    ['REG_MULTI_SZ', { length: 0 }],
    ['SZ', 'a'],
    ['reg_sz', 'a'],
    [4, 'a'],
  ]
  for (const value of values) assert.ok(!isTaken(value), JSON.stringify(value))
})

test('a key whose error has another form is refused, not taken for one without values', () => {
  const keyOf = (entry: unknown) => registryShape.safeParse({ keys: { K: entry } }).data?.keys['K']
  assert.equal(keyOf({ error: {} }), undefined)
  assert.equal(keyOf({ error: 5, values: {} }), undefined)
  assert.deepEqual(keyOf({ error: 'access-denied' }), { error: 'access-denied' })
  assert.deepEqual(keyOf({ error: null, values: {} }), { values: {} })
})

test('a command without output may say so with null', () => {
  const command = { id: 'policy-result', outcome: 'denied', stdout: null, stderr: null, exitCode: null }
  assert.equal(commandsShape.safeParse([command]).data?.[0]?.stdout, undefined)
  assert.ok(commandsShape.safeParse([command]).success)
})

test('a name that says nothing is as good as none', () => {
  const user = { name: ' CONTOSO\\adele ', upn: '', sid: ' ', elevated: false, sessionUserSid: null }
  const machine = { format: 'x', recordedAt: '2026-11-20T09:15:00Z', bootedAt: null, user }
  assert.deepEqual(machineShape.parse(machine).user, {
    name: 'CONTOSO\\adele',
    upn: null,
    sid: null,
    elevated: false,
    sessionUserSid: null,
  })
})
