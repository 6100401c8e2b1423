import { recordedRegistry } from '../../src/core/recording/recorded-registry.ts'
import type { RegistryDump } from '../../src/core/recording/recording.ts'
import { tcpipParameters } from '../../src/core/windows/domain-to-ask.ts'
import type { Command, Host, Transcript } from '../../src/core/windows/host.ts'
import { unknownMachine } from '../../src/core/windows/unknown-machine.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

export const answered = (stdout: string | Uint8Array = 'x'): Transcript => ({
  outcome: 'ok',
  exitCode: 0,
  stdout: typeof stdout === 'string' ? bytes(stdout) : stdout,
  stderr: new Uint8Array(),
  durationMs: 5,
})
export const dsregcmdText = (domain: string) => `
+----------------------------------------------------------------------+
| Device State                                                         |
+----------------------------------------------------------------------+

             AzureAdJoined : YES
          EnterpriseJoined : NO
              DomainJoined : YES
                DomainName : ${domain}
`
const nameOf = ({ program, args }: Command) => (program === 'powershell' ? program : [program, ...args].join(' '))

interface Fake {
  readonly run?: (command: Command, signal?: AbortSignal) => Promise<Transcript>
  readonly registry?: RegistryDump
  readonly elevated?: boolean | null
  readonly userDnsDomain?: string
  readonly kind?: Host['kind']
}
/** A machine in plain objects, and what it was asked. */
export const fakeHost = ({ run, registry, elevated = true, userDnsDomain, kind = 'windows' }: Fake = {}) => {
  const asked: string[] = []
  const limits = new Map<string, number>()
  const host: Host = {
    kind,
    machine: async () => ({ ...unknownMachine, hostName: 'PC-0417' }),
    environment: () => ({ userDnsDomain: userDnsDomain ?? null, elevated }),
    registry: recordedRegistry(registry ?? { complete: true, keys: {} }),
    runner: {
      run: (command, signal) => {
        asked.push(nameOf(command))
        limits.set(command.program, command.timeoutMs)
        return run?.(command, signal) ?? Promise.resolve(answered())
      },
    },
  }
  return { host, asked, limits }
}
export const withDomain = (domain: string): RegistryDump => ({
  complete: true,
  keys: { [tcpipParameters]: { values: { Domain: ['REG_SZ', domain] } } },
})
