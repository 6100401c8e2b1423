import type { Path } from '../../shared/intent.ts'
import type { Result } from '../../shared/result.ts'
import type { Target } from '../../shared/target-name.ts'
import type { TargetProbe } from '../../shared/target-probe.ts'
import type { JournalEntry, KeyPath, Machine, RegistryReader, RegistryValue } from '../recording/recording.ts'

export type Program =
  | 'dsregcmd'
  | 'nltest'
  | 'klist'
  | 'powershell'
  | 'shutdown'
  | 'taskkill'
  | 'wevtutil'
  | 'mdmdiagnosticstool'
  | 'reg'

/** One program run to its end. Arguments are a list: nothing here is ever given to a shell. */
export interface Command {
  readonly program: Program
  readonly args: readonly string[]
  readonly timeoutMs: number
  /** What a fixed script works on, as JSON in one variable of that child alone: data never becomes part of a script. */
  readonly data?: string
  /** A new file that takes standard output, however much; the transcript's own is then empty. */
  readonly intoFile?: string
}

/** Bytes as the program wrote them; which code page they are in is decided when they are read. */
export interface Transcript {
  readonly outcome: 'ok' | 'missing' | 'denied' | 'timeout' | 'failed'
  readonly exitCode?: number | undefined
  readonly stdout: Uint8Array
  readonly stderr: Uint8Array
  readonly durationMs: number
}

export interface CommandRunner {
  /** Never rejects: whatever happens to the program is an outcome. An aborted signal ends it and answers `failed`. */
  run(command: Command, signal?: AbortSignal): Promise<Transcript>
}

/** Two of these exist: Windows itself, and one in memory. A recorded registry only reads. */
export interface Registry extends RegistryReader {
  /**
   * As `value`, in a form that can be written back byte for byte: a text that does not end as Windows would end it comes
   * as `REG_TYPE_n` with its bytes.
   */
  exactValue(key: KeyPath, name: string): Result<RegistryValue | null>
  /** Creates missing keys on the way; other values of the key are never touched. */
  setValue(key: KeyPath, name: string, value: RegistryValue): Result<void>
  deleteValue(key: KeyPath, name: string): Result<void>
  /** Answers a conflict when the key holds anything. */
  deleteEmptyKey(key: KeyPath): Result<void>
}

/** How another PC is asked from a machine. */
export interface AskTarget {
  readonly path: Path
  /** Also whether the ports of remote administration take a connection. */
  readonly adminPorts?: boolean
  /** Ends it; it then answers `cancelled`. */
  readonly signal?: AbortSignal
}

/** A machine that can be asked. */
export interface Host {
  readonly kind: 'windows' | 'simulated'
  /** Who asks, since when Windows runs, and in which code pages it writes. */
  readonly machine: () => Promise<Machine>
  /** Just enough to choose time limits and the domain to ask about, before anything slow is started. */
  readonly environment: () => { readonly userDnsDomain: string | null; readonly elevated: boolean | null }
  readonly registry: RegistryReader
  readonly runner: CommandRunner
  /** Asks another PC's Remote Desktop listener from here; absent where a machine reaches no other. */
  readonly probeTarget?: (target: Target, options: AskTarget) => Promise<Result<TargetProbe>>
  /** What this product changed here before; absent where a machine is not kept. */
  readonly readJournal?: () => Promise<Result<readonly JournalEntry[]>>
}

/** Local groups, by SID: their names are translated. */
export interface LocalGroups {
  /** By the account's SID where Windows knows it: a list shows `AzureAD\AdeleVance` for `AzureAD\adele@contoso.com`. */
  has(group: string, account: string): Promise<Result<boolean>>
  add(group: string, account: string): Promise<Result<void>>
  remove(group: string, account: string): Promise<Result<void>>
}

export interface FirewallGroupRule {
  readonly name: string
  readonly enabled: boolean
  /** `Domain`, `Private`, `Public`; empty for every profile. */
  readonly profiles: readonly string[]
}

/** Built-in rules of the Windows firewall, by the resource id of their group: the display names are translated. */
export interface FirewallGroups {
  rules(group: string): Promise<Result<readonly FirewallGroupRule[]>>
  /** Sets whether each rule is enabled, and for which profiles. */
  set(rules: readonly FirewallGroupRule[]): Promise<Result<void>>
}

/** A machine that can be changed. */
export interface WritableHost {
  readonly registry: Registry
  readonly groups: LocalGroups
  readonly firewall: FirewallGroups
}
