import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RegistryValue } from '../recording/recording.ts'
import { registryValueShape } from '../recording/shape.ts'
import { decodeValue, encodeValue } from './registry-data.ts'

const wide = (text: string) => Buffer.from(text, 'utf16le')

test('values are read in the form of registry.json', () => {
  const cases: readonly (readonly [number, Buffer, RegistryValue])[] = [
    [4, Buffer.from('ffffffff', 'hex'), ['REG_DWORD', 4294967295]],
    [11, Buffer.from('ffffffffffffffff', 'hex'), ['REG_QWORD', '18446744073709551615']],
    [1, wide('Größe\0'), ['REG_SZ', 'Größe']],
    [1, wide('no zero at the end'), ['REG_SZ', 'no zero at the end']],
    [1, Buffer.alloc(0), ['REG_SZ', '']],
    [1, Buffer.from('410042', 'hex'), ['REG_SZ', 'A']],
    [2, wide('%SystemRoot%\0\0'), ['REG_EXPAND_SZ', '%SystemRoot%']],
    [7, wide('one\0two\0\0'), ['REG_MULTI_SZ', ['one', 'two']]],
    [7, wide('\0'), ['REG_MULTI_SZ', []]],
    [3, Buffer.from('DEAD', 'hex'), ['REG_BINARY', 'dead']],
    [0, Buffer.alloc(0), ['REG_NONE', '']],
    [5, Buffer.from('00000001', 'hex'), ['REG_DWORD_BIG_ENDIAN', '00000001']],
  ]
  for (const [type, data, value] of cases) assert.deepEqual(decodeValue(type, data), value)
})

test('a value that does not have the size of its type is no number, and keeps its bytes', () => {
  const odd = [
    decodeValue(4, Buffer.from('0100', 'hex')),
    decodeValue(11, Buffer.alloc(0)),
    decodeValue(99, Buffer.from('07', 'hex')),
  ]
  assert.deepEqual(odd, [
    ['REG_TYPE_4', '0100'],
    ['REG_TYPE_11', ''],
    ['REG_TYPE_99', '07'],
  ])
  for (const value of odd) assert.ok(registryValueShape.safeParse(value).success)
})

test('what was read is written back with the same type and bytes', () => {
  const cases: readonly (readonly [number, Buffer])[] = [
    [0, Buffer.from('01', 'hex')],
    [1, wide('text\0')],
    [2, wide('%a%\0')],
    [3, Buffer.from('00ff', 'hex')],
    [4, Buffer.from('01000000', 'hex')],
    [4, Buffer.from('0100', 'hex')],
    [5, Buffer.from('00000001', 'hex')],
    [7, wide('one\0two\0\0')],
    [7, wide('\0')],
    [11, Buffer.from('0102030405060708', 'hex')],
    [42, Buffer.from('07', 'hex')],
  ]
  for (const [type, data] of cases) assert.deepEqual(encodeValue(decodeValue(type, data)), { type, data })
})

test('data that does not fit its type is not written', () => {
  const bad: readonly RegistryValue[] = [
    ['REG_DWORD', -1],
    ['REG_DWORD', 1.5],
    ['REG_DWORD', 4294967296],
    ['REG_DWORD', '1'],
    ['REG_QWORD', '18446744073709551616'],
    ['REG_QWORD', 'x'],
    ['REG_BINARY', 'abc'],
    ['REG_MULTI_SZ', 'text'],
    ['REG_SZ', ['list']] as unknown as RegistryValue,
    ['REG_FANTASY', '00'],
  ]
  for (const value of bad) assert.equal(encodeValue(value), null, JSON.stringify(value))
})
