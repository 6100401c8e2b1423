import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { KeyPath } from '../../src/core/recording/recording.ts'
import { importRegistry, inside, reg, scene, setAccess } from './lab.ts'
import type { RegistryQuestion } from './registry-questions.ts'

const key: KeyPath = 'HKLM\\SOFTWARE\\Pku2uLab'
const deep: KeyPath = `${key}\\One\\Two`
const empty = { complete: true, keys: {} }
const ask = (folder: string, questions: readonly RegistryQuestion[]) => inside(folder, { do: 'registry', questions })

test('what reg.exe wrote is read in the form of registry.json, absent apart from present', async () => {
  const folder = scene('registry-read')
  const values = {
    '': ['REG_SZ', 'default'],
    Number: ['REG_DWORD', 4294967295],
    Text: ['REG_SZ', 'Größe "x" \\ 日本'],
    Path: ['REG_EXPAND_SZ', '%SystemRoot%\\x'],
    List: ['REG_MULTI_SZ', ['one', 'two']],
    Bytes: ['REG_BINARY', '00ff'],
  } as const
  const mine = 'HKCU\\Software\\Pku2uLab'
  const keys = {
    [key]: { values },
    [`${key}\\Sub`]: { values: {} },
    [mine]: { values: { Mine: ['REG_DWORD', 1] } },
  } as const
  await importRegistry(folder, { complete: true, keys }, [key, mine])
  const answers = await ask(folder, [
    ['values', key],
    ['subkeys', key],
    ['value', key, 'NUMBER'],
    ['value', key, 'None'],
    ['value', `${key}\\None`, 'Number'],
    ['keyExists', key],
    ['keyExists', `${key}\\None`],
    ['values', `${key}\\None`],
    ['subkeys', `${key}\\None`],
    ['values', mine],
  ])
  assert.deepEqual(answers, [
    values,
    ['Sub'],
    ['REG_DWORD', 4294967295],
    null,
    null,
    true,
    false,
    null,
    [],
    { Mine: ['REG_DWORD', 1] },
  ])
})

test('a refused key is denied, for reading and for writing, while its parent still lists it', async () => {
  const folder = scene('registry-denied')
  await importRegistry(folder, { complete: true, keys: { [`${key}\\Kept`]: { values: { V: ['REG_DWORD', 1] } } } }, [
    key,
  ])
  await setAccess(folder, 'deny', 'HKLM', 'SOFTWARE\\Pku2uLab\\Kept')
  const denied = { fault: 'denied' }
  const kept: KeyPath = `${key}\\Kept`
  const answers = await ask(folder, [
    ['keyExists', kept],
    ['value', kept, 'V'],
    ['values', kept],
    ['subkeys', kept],
    ['setValue', kept, 'V', ['REG_DWORD', 0]],
    ['deleteValue', kept, 'V'],
    ['deleteEmptyKey', kept],
    ['subkeys', key],
  ])
  await setAccess(folder, 'allow', 'HKLM', 'SOFTWARE\\Pku2uLab\\Kept')
  assert.deepEqual(answers, [denied, denied, denied, denied, denied, denied, denied, ['Kept']])
  assert.deepEqual(await ask(folder, [['value', kept, 'V']]), [['REG_DWORD', 1]])
})

test('writing makes missing keys, touches one value, and reg.exe sees the same', async () => {
  const folder = scene('registry-write')
  await importRegistry(folder, { complete: true, keys: { [key]: { values: { Sibling: ['REG_SZ', 'stays'] } } } }, [key])
  const answers = await ask(folder, [
    ['setValue', deep, 'AllowOnlineID', ['REG_DWORD', 1]],
    ['setValue', key, 'Big', ['REG_QWORD', '18446744073709551615']],
    ['setValue', key, 'Odd', ['REG_TYPE_4', '0100']],
    ['value', deep, 'AllowOnlineID'],
    ['values', key],
  ])
  assert.deepEqual(answers, [
    null,
    null,
    null,
    ['REG_DWORD', 1],
    { Sibling: ['REG_SZ', 'stays'], Big: ['REG_QWORD', '18446744073709551615'], Odd: ['REG_TYPE_4', '0100'] },
  ])
  const { stdout } = await reg(folder, 'query', deep, '/v', 'AllowOnlineID')
  assert.match(stdout, /AllowOnlineID {4}REG_DWORD {4}0x1/)
})

test('a value and the keys made for it go again, but never a key that holds anything', async () => {
  const folder = scene('registry-delete')
  await importRegistry(folder, { complete: true, keys: { [key]: { values: { Sibling: ['REG_SZ', 'stays'] } } } }, [key])
  const answers = await ask(folder, [
    ['setValue', deep, 'V', ['REG_DWORD', 1]],
    ['deleteEmptyKey', deep],
    ['deleteValue', deep, 'V'],
    ['deleteValue', deep, 'V'],
    ['deleteEmptyKey', `${key}\\One`],
    ['deleteEmptyKey', deep],
    ['deleteEmptyKey', deep],
    ['deleteEmptyKey', `${key}\\One`],
    ['deleteEmptyKey', key],
    ['keyExists', `${key}\\One`],
    ['values', key],
  ])
  const conflict = { fault: 'conflict' }
  assert.deepEqual(answers, [
    null,
    conflict,
    null,
    null,
    conflict,
    null,
    null,
    null,
    conflict,
    false,
    { Sibling: ['REG_SZ', 'stays'] },
  ])
  await importRegistry(folder, empty, [key])
})
