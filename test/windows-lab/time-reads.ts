import { execFileSync } from 'node:child_process'
import type { KeyPath } from '../../src/core/recording/recording.ts'
import { nativeRegistry } from '../../src/core/windows/native-registry.ts'

/** Values to read, and how often: in-process, and with one reg.exe process for each. */
export interface Reads {
  readonly key: KeyPath
  readonly names: readonly string[]
  readonly nativeRounds: number
  readonly processRounds: number
}

/** Milliseconds for one value, the middle of all rounds: a machine that is busy for a moment does not count. */
const perValue = (rounds: number, names: readonly string[], read: (name: string) => void): number => {
  const times = Array.from({ length: rounds }, () => {
    const startedAt = performance.now()
    for (const name of names) read(name)
    return (performance.now() - startedAt) / names.length
  })
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN
}

export const timeReads = ({ key, names, nativeRounds, processRounds }: Reads) => {
  const registry = nativeRegistry()
  const nativeMs = perValue(nativeRounds, names, (name) => {
    const value = registry.value(key, name)
    if (!value.ok || value.value === null) throw new Error(`${name} was not read.`)
  })
  const processMs = perValue(processRounds, names, (name) => {
    const text = execFileSync('C:\\windows\\system32\\reg.exe', ['query', key, '/v', name], { encoding: 'latin1' })
    if (!text.includes(name)) throw new Error(`${name} was not read.`)
  })
  return { nativeMs, processMs }
}
