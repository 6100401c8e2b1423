import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import { type NativeReg, nativeRegistry, processIsElevated } from './native-registry.ts'

// The real package answers for its constants; on Linux its functions do nothing, so they are given here.
const real: NativeReg = createRequire(import.meta.url)('native-reg')
const key = 'HKLM\\SOFTWARE\\Here' as const

const failure = (errno: number) => Object.assign(new Error(`Win32Error ${errno}`), { errno })
const fake = (functions: Partial<NativeReg>) => (): NativeReg => ({ ...real, closeKey: () => {}, ...functions })
const codeOf = (result: { readonly ok: boolean; readonly fault?: { readonly code: string } }) => result.fault?.code

test('absent, refused and broken are kept apart', () => {
  const absent = nativeRegistry(fake({ openKey: () => null }))
  assert.deepEqual(absent.keyExists(key), { ok: true, value: false })
  assert.deepEqual(absent.value(key, 'x'), { ok: true, value: null })
  assert.deepEqual(absent.values(key), { ok: true, value: null })
  assert.deepEqual(absent.subkeys(key), { ok: true, value: [] })
  for (const [errno, code] of [
    [5, 'denied'],
    [1450, 'failed'],
  ] as const) {
    const broken = nativeRegistry(
      fake({
        openKey: () => {
          throw failure(errno)
        },
      }),
    )
    for (const answer of [broken.keyExists(key), broken.value(key, 'x'), broken.values(key), broken.subkeys(key)])
      assert.equal(codeOf(answer), code)
  }
})

test('a key deleted while it was read is absent', () => {
  const registry = nativeRegistry(
    fake({
      openKey: () => real.HKEY.USERS,
      enumValueNames: () => {
        throw failure(1018)
      },
    }),
  )
  assert.deepEqual(registry.values(key), { ok: true, value: null })
})

test('keys are opened in the 64-bit view, for no more than is needed, and closed again', () => {
  const opened: unknown[] = []
  let open = 0
  const registry = nativeRegistry(
    fake({
      openKey: (root, path, access) => {
        opened.push([root, path, access])
        open += 1
        return real.HKEY.USERS
      },
      closeKey: () => {
        open -= 1
      },
      queryValueRaw: () => {
        throw failure(5)
      },
      enumKeyNames: () => ['a'],
    }),
  )
  assert.equal(codeOf(registry.value('HKCU\\Software\\Mine', 'x')), 'denied')
  assert.deepEqual(registry.subkeys(key), { ok: true, value: ['a'] })
  assert.deepEqual(opened, [
    [real.HKEY.CURRENT_USER, 'Software\\Mine', 0x101],
    [real.HKEY.LOCAL_MACHINE, 'SOFTWARE\\Here', 0x109],
  ])
  assert.equal(open, 0)
})

test('a package that cannot be loaded is a fault in every answer', () => {
  const registry = nativeRegistry(() => {
    throw new Error('blocked by policy')
  })
  assert.equal(codeOf(registry.values(key)), 'failed')
  assert.equal(codeOf(registry.setValue(key, 'x', ['REG_DWORD', 1])), 'failed')
  assert.equal(codeOf(registry.deleteEmptyKey(key)), 'failed')
})

test('a value with a bad form is refused before anything is opened', () => {
  const registry = nativeRegistry(() => {
    throw new Error('must not be loaded')
  })
  assert.equal(codeOf(registry.setValue(key, 'x', ['REG_DWORD', 1.5])), 'invalid-input')
})

test('a key that holds anything is not deleted', () => {
  const deleted: string[] = []
  const holding = (values: string[], keys: string[]) =>
    nativeRegistry(
      fake({
        openKey: () => real.HKEY.USERS,
        enumValueNames: () => values,
        enumKeyNames: () => keys,
        deleteKey: (_handle, name) => deleted.push(name) > 0,
      }),
    )
  assert.equal(codeOf(holding(['v'], []).deleteEmptyKey(key)), 'conflict')
  assert.equal(codeOf(holding([], ['k']).deleteEmptyKey(key)), 'conflict')
  assert.deepEqual(deleted, [])
  assert.equal(holding([], []).deleteEmptyKey(key).ok, true)
  assert.deepEqual(deleted, ['Here'])
})

test('administrator rights show in what may be opened', () => {
  assert.equal(processIsElevated(fake({ openKey: () => real.HKEY.USERS })), true)
  assert.equal(
    processIsElevated(
      fake({
        openKey: () => {
          throw failure(5)
        },
      }),
    ),
    false,
  )
  assert.equal(processIsElevated(fake({ openKey: () => null })), null)
  assert.equal(
    processIsElevated(() => {
      throw new Error('no package')
    }),
    null,
  )
})
