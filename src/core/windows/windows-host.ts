import { hostname, uptime } from 'node:os'
import type { Host } from './host.ts'
import { nativeRegistry, processIsElevated } from './native-registry.ts'
import { commandRunner } from './run-command.ts'
import { childEnvironment, programPaths, systemFolder } from './system-paths.ts'
import { machineFrom } from './windows-machine.ts'

/** This PC, un-elevated or not, as whoever started the program. Nothing is asked before somebody asks. */
export const createWindowsHost = (): Host => {
  const registry = nativeRegistry()
  const { arch, env } = process
  const { USERDNSDOMAIN: userDnsDomain = null } = env
  let elevated: boolean | null | undefined
  const isElevated = (): boolean | null => {
    if (elevated === undefined) elevated = processIsElevated()
    return elevated
  }
  return {
    kind: 'windows',
    registry,
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
