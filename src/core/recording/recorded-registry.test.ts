import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recordedRegistry } from './recorded-registry.ts'

const top = 'HKLM\\SOFTWARE\\Contoso'
const dump = (complete: boolean) =>
  recordedRegistry({
    complete,
    keys: {
      [top]: { values: { Name: ['REG_SZ', 'x'] }, subkeys: ['Known'] },
      'HKLM\\SOFTWARE\\Gone': null,
      'HKLM\\SOFTWARE\\Locked': { error: 'access-denied' },
      'HKLM\\SOFTWARE\\Odd': { error: 'sharing-violation' },
      'HKLM\\SOFTWARE\\Deep\\Er': {},
    },
  })
const code = (result: { ok: boolean; fault?: { code: string } }) => (result.ok ? 'ok' : result.fault?.code)

test('key and value names compare without case, and long root names are understood', () => {
  assert.deepEqual(dump(true).value('HKLM\\software\\CONTOSO', 'NAME'), { ok: true, value: ['REG_SZ', 'x'] })
  const long = recordedRegistry({
    complete: true,
    keys: { 'HKEY_LOCAL_MACHINE\\A': { values: { v: ['REG_DWORD', 1] } } },
  })
  assert.deepEqual(long.value('HKLM\\A', 'v'), { ok: true, value: ['REG_DWORD', 1] })
})

test('absent, refused and not asked stay apart', () => {
  for (const complete of [true, false]) {
    assert.deepEqual(dump(complete).keyExists('HKLM\\SOFTWARE\\Gone'), { ok: true, value: false })
    assert.equal(code(dump(complete).value('HKLM\\SOFTWARE\\Locked', 'x')), 'denied')
    assert.equal(code(dump(complete).value('HKLM\\SOFTWARE\\Odd', 'x')), 'failed')
    assert.deepEqual(dump(complete).value(top, 'Missing'), { ok: true, value: null })
  }
  assert.deepEqual(dump(true).keyExists('HKLM\\SOFTWARE\\Other'), { ok: true, value: false })
  assert.equal(code(dump(false).keyExists('HKLM\\SOFTWARE\\Other')), 'not-asked')
})

test('a key is known to be absent when its parent is, or when its parent names all its subkeys', () => {
  assert.deepEqual(dump(false).keyExists('HKLM\\SOFTWARE\\Gone\\Child\\Deeper'), { ok: true, value: false })
  assert.deepEqual(dump(false).keyExists(`${top}\\Unknown`), { ok: true, value: false })
  assert.equal(code(dump(false).keyExists(`${top}\\Known`)), 'not-asked')
  assert.deepEqual(dump(true).keyExists(`${top}\\Known`), { ok: true, value: true })
})

test('a listed key implies those above it', () => {
  assert.deepEqual(dump(true).keyExists('HKLM\\SOFTWARE\\Deep'), { ok: true, value: true })
  assert.deepEqual(dump(true).subkeys('HKLM\\SOFTWARE\\Deep'), { ok: true, value: ['Er'] })
  assert.deepEqual(dump(true).values('HKLM\\SOFTWARE\\Deep\\Er'), { ok: true, value: {} })
  assert.equal(code(dump(false).subkeys('HKLM\\SOFTWARE\\Deep\\Er')), 'not-asked')
})

test('in an incomplete recording, what is listed below a key says nothing about the rest of it', () => {
  const incomplete = recordedRegistry({
    complete: false,
    keys: { 'HKLM\\SOFTWARE\\Deep\\Er': {}, [top]: { values: {} }, [`${top}\\One`]: {} },
  })
  assert.deepEqual(incomplete.keyExists('HKLM\\SOFTWARE\\Deep'), { ok: true, value: true })
  assert.equal(code(incomplete.value('HKLM\\SOFTWARE\\Deep', 'x')), 'not-asked')
  assert.equal(code(incomplete.subkeys('HKLM\\SOFTWARE\\Deep')), 'not-asked')
  assert.equal(code(incomplete.subkeys(top)), 'not-asked')
  assert.deepEqual(incomplete.knownSubkeys(top), ['One'])
  assert.deepEqual(incomplete.knownSubkeys('HKLM\\SOFTWARE\\Other'), [])
})
