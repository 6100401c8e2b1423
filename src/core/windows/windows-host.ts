import { hostname, uptime } from 'node:os'
import { fail } from '../../shared/result.ts'
import { probeTarget } from '../probe-rdp/probe-target.ts'
import { diskJournal } from './disk-journal.ts'
import type { Host } from './host.ts'
import { nativeRegistry, processIsElevated } from './native-registry.ts'
import { commandRunner } from './run-command.ts'
import { childEnvironment, programPaths, systemFolder } from './system-paths.ts'
import { machineFrom } from './windows-machine.ts'
import { ownFolders, trustedEnvironment } from './windows-places.ts'

/** This PC, un-elevated or not, as whoever started the program. Nothing is asked before somebody asks. */
export const createWindowsHost = (): Host => {
  const registry = nativeRegistry()
  const { arch } = process
  const env = trustedEnvironment(registry, process.env)
  const { USERDNSDOMAIN: userDnsDomain = null } = env
  let elevated: boolean | null | undefined
  const isElevated = (): boolean | null => {
    if (elevated === undefined) elevated = processIsElevated()
    return elevated
  }
  return {
    kind: 'windows',
    registry,
    probeTarget,
    readJournal: () => {
      // Reading needs no trust: what stands there is parsed, and nothing is written because of it.
      const { journal } = ownFolders(registry, env)
      const prepare = async () => fail('refused', 'A PC that is only asked is not written to.')
      return diskJournal({ folder: journal, prepare }).list()
    },
    runner: commandRunner({
      pathOf: programPaths(env, arch),
      environment: childEnvironment(env),
      folder: systemFolder(env, arch),
    }),
    environment: () => ({ userDnsDomain, elevated: isElevated() }),
    machine: async () =>
      machineFrom(registry, {
        environment: env,
        hostName: hostname(),
        architecture: arch,
        uptimeSeconds: uptime(),
        now: new Date(),
        elevated: isElevated(),
      }),
  }
}
