import type { CommandId, JournalEntry, Outcome, RecordedKey, RecordedMachine } from '../recording/recording.ts'
import type { DsregcmdStory, SimulatedAccount } from './texts.ts'

/** What differs from an ordinary, healthy, Microsoft Entra joined Windows 11 client. */
export interface MachineStory {
  readonly hostName: string
  readonly state?: Exclude<DsregcmdStory['state'], 'on-premises-drs-joined'>
  readonly server?: boolean
  readonly allowOnlineId?: 0 | 1 | null
  readonly user?: Partial<RecordedMachine['machine']['user']>
  readonly joinedBy?: string | null
  readonly accounts?: readonly SimulatedAccount[]
  /** Precedence 1 of the policy result, by name; it holds 0. */
  readonly blockedByGpo?: string
  readonly blockedByIntune?: boolean
  /** The same for security key sign-in. */
  readonly keysOffByGpo?: string
  readonly remoteDesktopOn?: boolean
  readonly remoteDesktopUsers?: readonly { readonly sid: string; readonly name: string | null }[]
  readonly journal?: readonly JournalEntry[]
  readonly bootedAt?: string
  readonly keyList?: boolean
  readonly securityKeys?: boolean
  readonly keys?: Readonly<Record<string, RecordedKey>>
  /** false: only the keys above are known. */
  readonly completeRegistry?: boolean
  /** Commands that did not answer. */
  readonly outcomes?: Partial<Record<CommandId, Outcome>>
}

export const adele = {
  upn: 'adele@contoso.com',
  name: 'AzureAD\\AdeleVance',
  sid: 'S-1-12-1-3237998081-1182278469-4041129114-2018915346',
} as const
