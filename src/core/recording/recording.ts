import type { Result } from '../../shared/result.ts'

export type KeyPath = `HKLM\\${string}` | `HKCU\\${string}`

/** Type and data as registry.json writes them. */
export type RegistryValue =
  | readonly ['REG_DWORD', number]
  | readonly ['REG_SZ' | 'REG_EXPAND_SZ', string]
  /** Decimal text: a JSON number would lose bits. */
  | readonly ['REG_QWORD', string]
  | readonly ['REG_MULTI_SZ', readonly string[]]
  /** Any other type, as lower-case hex. */
  | readonly [string, string]

export const commandIds = [
  'dsregcmd-status',
  'nltest-dsgetdc-keylist',
  'nltest-dsgetdc',
  'nltest-sc-verify',
  'klist-cloud-debug',
  'policy-result',
  'local-group-rdp-users',
  'local-group-administrators',
  'machine-certificates',
] as const
export type CommandId = (typeof commandIds)[number]

/** `ok`: it ran to its end, whatever its exit code. */
export type Outcome = 'ok' | 'missing' | 'denied' | 'timeout' | 'failed'

/** One program that was asked. `stdout` and `stderr` are its bytes, undecoded. */
export interface CommandRecord {
  readonly id: string
  readonly program: string
  readonly args: readonly string[]
  readonly outcome: Outcome
  readonly exitCode?: number | undefined
  readonly durationMs: number
  readonly stdout?: Uint8Array | undefined
  readonly stderr?: Uint8Array | undefined
}

/** machine.json */
export interface Machine {
  /** ISO 8601 UTC, as written. */
  readonly recordedAt: string
  /** null when Windows did not say. */
  readonly bootedAt: string | null
  readonly hostName: string
  readonly architecture: string
  /** Code page numbers of the machine: `ansi` is what dsregcmd writes in, `oem` what console tools write in. */
  readonly codePages: { readonly ansi: number | null; readonly oem: number | null }
  readonly user: {
    readonly name: string | null
    readonly upn: string | null
    readonly sid: string | null
    readonly elevated: boolean | null
    /** The user of the interactive session the program runs in; null when there is none. */
    readonly sessionUserSid: string | null
  }
}

/** One key of registry.json. `null`: asked, and it does not exist. */
export type RecordedKey =
  | null
  | { readonly error: string }
  | {
      readonly values?: Readonly<Record<string, RegistryValue>> | undefined
      readonly subkeys?: readonly string[] | undefined
    }

/** registry.json. With `complete`, a key that is not listed does not exist; otherwise nobody asked for it. */
export interface RegistryDump {
  readonly complete: boolean
  readonly keys: Readonly<Record<string, RecordedKey>>
}

/** One entry of journal.json: changes this product made, newest last. Times are ISO 8601 UTC. */
export interface JournalEntry {
  readonly id: string
  readonly fix: string
  readonly appliedAt: string | null
  readonly undoneAt: string | null
  readonly restart: 'required' | 'advised' | 'none'
  readonly changes: readonly { readonly kind: string; readonly spec: unknown; readonly before: unknown }[]
  /** Where a change set stands: a crash leaves `captured`, everything else is finished. Absent in older journals. */
  readonly state?: 'captured' | 'verified' | 'rolled-back' | 'undone' | undefined
  /** Who agreed, as Windows names the account. */
  readonly by?: string | null | undefined
}

/** Everything known about a machine, as data: what a folder or a zip holds, and what live collection makes first. */
export interface RecordedMachine {
  readonly machine: Machine
  readonly registry: RegistryDump
  readonly commands: readonly CommandRecord[]
  readonly journal: readonly JournalEntry[]
  /** Texts a person added: `kerberos-server.txt`, `other-end.txt`, `probe.json`, `test-run.json`. */
  readonly inputs: Readonly<Record<string, string>>
  /** Parts that were there but could not be read or trusted, in words; they are listed under coverage. */
  readonly damaged: readonly Damage[]
}

export interface Damage {
  readonly part: string
  /** One sentence for the user. */
  readonly message: string
  /** `changed`: not what was saved. `newer`: written by a later version. Without it: it could not be read. */
  readonly outcome?: 'unreadable' | 'changed' | 'newer'
}

export interface RegistryReader {
  /** A fault means "could not look"; it never stands for absent. */
  keyExists(key: KeyPath): Result<boolean>
  /** null: there is no such value, or no such key. Names compare without case. */
  value(key: KeyPath, name: string): Result<RegistryValue | null>
  /** Every value of a key; null when there is no such key. */
  values(key: KeyPath): Result<Readonly<Record<string, RegistryValue>> | null>
  /** Empty when there is no such key. */
  subkeys(key: KeyPath): Result<readonly string[]>
}

/** A registry as it was written down: of some keys only a part was. */
export interface RecordedRegistry extends RegistryReader {
  /** Subkeys that are there for certain. Where `subkeys` is a fault, there may be more. */
  knownSubkeys(key: KeyPath): readonly string[]
}

export interface CommandText {
  readonly text: string
  readonly exitCode: number | null
}

/** The only door to facts: a live machine, a fixture and a bundle from elsewhere all look like this. */
export interface Recording {
  readonly machine: Machine
  readonly registry: RecordedRegistry
  /** Decoded standard output of a program that ran to its end; a fault for every other outcome. */
  readonly output: (id: CommandId) => Result<CommandText>
  readonly journal: readonly JournalEntry[]
  readonly input: (name: string) => string | null
  readonly damaged: RecordedMachine['damaged']
}
