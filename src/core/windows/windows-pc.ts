import { hostname, uptime } from 'node:os'
import { fail, ok, type Result } from '../../shared/result.ts'
import { raise } from '../elevation/raise.ts'
import { type UsedTickets, usedTickets } from '../elevation/used-tickets.ts'
import type { Pc } from '../engine/pc.ts'
import { restartIsDue } from '../facts/restart.ts'
import { windowsComeBack } from './come-back.ts'
import { diskJournal } from './disk-journal.ts'
import { fileStore } from './file-store.ts'
import { nativeRegistry } from './native-registry.ts'
import { prepareFolders } from './trusted-folder.ts'
import { somebodyElse } from './who-runs.ts'
import { windowsFirewall } from './windows-firewall.ts'
import { windowsGroups } from './windows-groups.ts'
import { createWindowsHost } from './windows-host.ts'
import { ownFolders } from './windows-places.ts'
import { windowsRestart } from './windows-restart.ts'

export interface WindowsPc extends Pc {
  /** Whether this process has an administrator's rights; null when that cannot be told. */
  readonly elevated: boolean | null
  /** Whether the folders of journal and tickets can be trusted; makes them where they are missing. */
  readonly prepare: () => Promise<Result<void>>
  readonly tickets: UsedTickets
  readonly somebodyElse: () => Promise<string | null>
}

/** The program to start again with more rights; null for one that a user could have changed, such as a script of Node's. */
const installedProgram = (): string | null => {
  const isPackaged = process.versions['electron'] !== undefined && !('defaultApp' in process)
  return isPackaged ? process.execPath : null
}

/** A clock that never says the same twice, in ISO 8601 UTC. */
const strictClock = () => {
  let last = 0
  return (): string => {
    last = Math.max(Date.now(), last + 1)
    return new Date(last).toISOString()
  }
}

/**
 * This PC, to be changed: directly with an administrator's rights, else through Windows' question. `program` is what
 * Windows starts again, with those rights or after a restart.
 */
export const createWindowsPc = (program = installedProgram()): WindowsPc => {
  const host = createWindowsHost()
  const registry = nativeRegistry()
  const { runner } = host
  const { env } = process
  const { elevated } = host.environment()
  const folders = ownFolders(registry, env)
  const files = fileStore()
  const tickets = usedTickets(folders.tickets, files)
  let prepared = false
  const prepare = async (): Promise<Result<void>> => {
    // Once trusted, nobody without rights can replace them; a refusal may be mended, so it is looked at again.
    const ready = prepared ? ok(undefined) : await prepareFolders(runner, folders)
    prepared = ready.ok
    return ready
  }
  const journal = diskJournal({ folder: folders.journal, files, prepare })
  const { USERDOMAIN: domain = hostname(), USERNAME: name } = env
  const pc = {
    host,
    writable: { registry, groups: windowsGroups(runner), firewall: windowsFirewall(runner) },
    journal,
    restart: windowsRestart(runner, registry, {
      now: () => new Date(),
      startedAt: () => new Date(Date.now() - uptime() * 1000),
    }),
    now: strictClock(),
    by: name === undefined ? null : `${domain}\\${name}`,
    restartDue: async () => {
      const entries = await journal.list()
      const { bootedAt } = await host.machine()
      return entries.ok ? restartIsDue(entries.value, bootedAt, registry) : false
    },
    somebodyElse: () => somebodyElse(elevated, runner),
    comeBack: windowsComeBack(registry, program),
    elevated,
    prepare,
    tickets,
  } satisfies WindowsPc
  if (elevated === true) return pc
  return {
    ...pc,
    elevate: async (agreed, onChange) =>
      program === null
        ? fail(
            'denied',
            'This needs an administrator’s rights. Start it from an administrator’s console, or install PKU2U Doctor.',
          )
        : raise(agreed, { runner, tickets, journal, program, now: () => new Date(), onChange }),
  }
}
