import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { KeyPath, RegistryDump } from '../../src/core/recording/recording.ts'
import { memoryRegistry } from '../../src/core/simulated/memory-registry.ts'
import type { Registry } from '../../src/core/windows/host.ts'

export const readRegistryFile = (path: string): RegistryDump => JSON.parse(readFileSync(path, 'utf8'))

/**
 * A registry that outlives its process. As on Windows, every single step is whole, and writing a value into a key that
 * does not exist is two of them: `step` is called between.
 */
export const fileRegistry = (path: string, step: () => void = () => undefined): Registry => {
  const keep = (dump: RegistryDump): void => {
    writeFileSync(`${path}.new`, JSON.stringify(dump))
    renameSync(`${path}.new`, path)
  }
  const open = () => memoryRegistry(readRegistryFile(path))
  const changed = <T>(work: (registry: ReturnType<typeof open>) => T): T => {
    const registry = open()
    const answer = work(registry)
    keep(registry.dump())
    return answer
  }
  const makeKey = (key: KeyPath): void => {
    const there = open().keyExists(key)
    if (there.ok && there.value) return
    changed((registry) => {
      registry.setValue(key, 'making', ['REG_DWORD', 0])
      registry.deleteValue(key, 'making')
    })
    step()
  }
  return {
    keyExists: (key) => open().keyExists(key),
    value: (key, name) => open().value(key, name),
    exactValue: (key, name) => open().exactValue(key, name),
    values: (key) => open().values(key),
    subkeys: (key) => open().subkeys(key),
    setValue: (key, name, value) => {
      makeKey(key)
      return changed((registry) => registry.setValue(key, name, value))
    },
    deleteValue: (key, name) => changed((registry) => registry.deleteValue(key, name)),
    deleteEmptyKey: (key) => changed((registry) => registry.deleteEmptyKey(key)),
  }
}
