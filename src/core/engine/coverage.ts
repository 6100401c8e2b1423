import type { Coverage, Gap } from '../../shared/report.ts'
import type { Result } from '../../shared/result.ts'
import type { CommandId, Recording } from '../recording/recording.ts'
import { commandTable } from '../windows/command-table.ts'
import { withParts } from './ask.ts'
import type { Check } from './define-check.ts'
import type { Ask, Probe } from './probe.ts'
import { wantedFor } from './wanted.ts'

/** A command answered only when a reader could make sense of what it said. */
const commandAnswer = (
  id: CommandId,
  probes: ReadonlySet<Probe<unknown>>,
  recording: Recording,
  ask: Ask,
): Result<unknown> => {
  const output = recording.output(id)
  if (!output.ok) return output
  for (const probe of probes)
    if (probe.commands?.includes(id)) {
      const answer = ask(probe)
      if (!answer.ok) return answer
    }
  return output
}

/** Counts the commands and keys that these checks rest on, and names those without a readable answer. */
export const coverageOf = (checks: readonly Check[], recording: Recording, ask: Ask): Coverage => {
  const probes = withParts(checks.flatMap((check) => check.probes))
  const wanted = wantedFor(probes)
  const answers: (Pick<Gap, 'probe' | 'label'> & { readonly answer: Result<unknown> })[] = [
    ...wanted.commands.map((id) => ({
      probe: id,
      label: commandTable[id].label,
      answer: commandAnswer(id, probes, recording, ask),
    })),
    ...[...wanted.keys, ...wanted.trees].sort().map((key) => ({
      probe: `registry:${key}`,
      label: 'Registry key',
      answer: recording.registry.keyExists(key),
    })),
  ]
  const gaps = answers.flatMap(({ probe, label, answer }): Gap[] =>
    answer.ok ? [] : [{ probe, label, outcome: answer.fault.code }],
  )
  return { asked: answers.length, answered: answers.length - gaps.length, gaps }
}
