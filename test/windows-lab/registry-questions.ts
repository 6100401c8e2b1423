import type { KeyPath, RegistryValue } from '../../src/core/recording/recording.ts'
import type { Registry } from '../../src/core/windows/host.ts'
import type { Result } from '../../src/shared/result.ts'

/** One call of the product's Registry, as data. */
export type RegistryQuestion =
  | readonly ['keyExists' | 'values' | 'subkeys' | 'deleteEmptyKey', KeyPath]
  | readonly ['value' | 'deleteValue', KeyPath, string]
  | readonly ['setValue', KeyPath, string, RegistryValue]

const ask = (registry: Registry, question: RegistryQuestion): Result<unknown> => {
  switch (question[0]) {
    case 'value':
    case 'deleteValue':
      return registry[question[0]](question[1], question[2])
    case 'setValue':
      return registry.setValue(question[1], question[2], question[3])
    default:
      return registry[question[0]](question[1])
  }
}

/** What each question was answered: the value, or the code of the fault. */
export const askRegistry = (registry: Registry, questions: readonly RegistryQuestion[]): readonly unknown[] =>
  questions.map((question) => {
    const answer = ask(registry, question)
    return answer.ok ? (answer.value ?? null) : { fault: answer.fault.code }
  })
