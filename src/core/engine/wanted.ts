import type { Intent } from '../../shared/intent.ts'
import { type CommandId, commandIds, type KeyPath } from '../recording/recording.ts'
import { withParts } from './ask.ts'
import type { Check } from './define-check.ts'
import type { Probe } from './probe.ts'

export interface Wanted {
  readonly commands: readonly CommandId[]
  readonly keys: readonly KeyPath[]
  /** Keys whose subkeys are wanted with their values. */
  readonly trees: readonly KeyPath[]
  /** The other PC is to be asked over the network. */
  readonly target: boolean
}

/** A sentence when this case does not ask for the check. */
export const outOfCase = (check: Check, intent: Intent): string | null => {
  if (!check.tracks.includes(intent.track))
    return intent.track === 'security-key'
      ? 'This is about Remote Desktop, not about security key sign-in.'
      : 'This is about security key sign-in, not about Remote Desktop.'
  if (!check.roles.includes(intent.role))
    return intent.role === 'client'
      ? 'This is about the PC that is connected to.'
      : 'This is about the PC that connects.'
  return check.notFor?.(intent) ?? null
}

/** What these probes need from a machine, each question once. */
export const wantedFor = (all: ReadonlySet<Probe<unknown>>): Wanted => {
  const probes = [...all]
  const trees = new Set(probes.flatMap((probe) => probe.trees ?? []))
  const commands = new Set(probes.flatMap((probe) => probe.commands ?? []))
  return {
    commands: commandIds.filter((id) => commands.has(id)),
    keys: [...new Set(probes.flatMap((probe) => probe.keys ?? []))].filter((key) => !trees.has(key)).sort(),
    trees: [...trees].sort(),
    target: probes.some(({ asksTarget }) => asksTarget === true),
  }
}

/** The same for the probes of these checks, with everything those are made of. */
export const wantedBy = (checks: readonly Check[]): Wanted =>
  wantedFor(withParts(checks.flatMap((check) => check.probes)))
