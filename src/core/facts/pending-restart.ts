import type { Evidence } from '../../shared/report.ts'
import { ok } from '../../shared/result.ts'
import { defineProbe } from '../engine/probe.ts'
import type { KeyPath } from '../recording/recording.ts'
import { keys } from './keys.ts'
import { sameText, text } from './values.ts'

export interface PendingRestart {
  readonly signs: readonly Evidence[]
  readonly unread: readonly KeyPath[]
  /** Set by browsers and installers all the time, so it is mentioned and no more. */
  readonly fileRenames: boolean
}

const presenceKeys = [
  [keys.rebootPending, 'Component Based Servicing waits for a restart.'],
  [keys.rebootRequired, 'Windows Update waits for a restart.'],
] as const

/** Windows' own signs: two keys that only need to exist, and a computer name that is not active yet. */
export const pendingRestart = defineProbe<PendingRestart>({
  id: 'pending-restart',
  keys: [keys.rebootPending, keys.rebootRequired, keys.activeComputerName, keys.computerName, keys.sessionManager],
  read: ({ recording: { registry } }) => {
    const signs: Evidence[] = []
    const unread: KeyPath[] = []
    for (const [key, what] of presenceKeys) {
      const there = registry.keyExists(key)
      if (!there.ok) unread.push(key)
      else if (there.value) signs.push({ source: 'registry', where: key, what })
    }
    const active = registry.value(keys.activeComputerName, 'ComputerName')
    const next = registry.value(keys.computerName, 'ComputerName')
    if (!active.ok) unread.push(keys.activeComputerName)
    if (!next.ok) unread.push(keys.computerName)
    const activeName = active.ok ? text(active.value) : null
    const nextName = next.ok ? text(next.value) : null
    if (activeName !== null && nextName !== null && !sameText(activeName, nextName))
      signs.push({
        source: 'registry',
        where: keys.computerName,
        what: `${activeName} becomes ${nextName} at the next restart.`,
      })
    const renames = registry.value(keys.sessionManager, 'PendingFileRenameOperations')
    return ok({ signs, unread, fileRenames: renames.ok && renames.value !== null })
  },
})
