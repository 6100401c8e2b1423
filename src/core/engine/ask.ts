import type { Intent } from '../../shared/intent.ts'
import { fail, type Result } from '../../shared/result.ts'
import { errorMessage } from '../../shared/thrown.ts'
import type { Recording } from '../recording/recording.ts'
import type { Ask, Probe } from './probe.ts'

/** Reads probes of one recording, each once. A probe that throws is a fault of that probe and of nothing else. */
export const askOf = (recording: Recording, intent: Intent, now: Date): Ask => {
  const answers = new Map<Probe<unknown>, Result<unknown>>()
  const ask = <Fact>(probe: Probe<Fact>): Result<Fact> => {
    const known = answers.get(probe)
    if (known !== undefined) return known as Result<Fact>
    const answer = ((): Result<Fact> => {
      try {
        return probe.read({ recording, intent, now, ask })
      } catch (error) {
        return fail('internal', `${probe.id} could not be read: ${errorMessage(error)}`)
      }
    })()
    answers.set(probe, answer)
    return answer
  }
  return ask
}

/** A probe with everything it is made of, each once. */
export const withParts = (probes: readonly Probe<unknown>[]): ReadonlySet<Probe<unknown>> => {
  const all = new Set<Probe<unknown>>()
  const add = (probe: Probe<unknown>): void => {
    if (all.has(probe)) return
    all.add(probe)
    for (const part of probe.of ?? []) add(part)
  }
  for (const probe of probes) add(probe)
  return all
}
