import type { YesNo } from '../report.ts'

/** What pasted output of `Get-AzureADKerberosServer` says of the server object of one domain. */
export interface DomainVerdict {
  /** null: the text does not name it. */
  readonly domain: string | null
  readonly inSync: YesNo
  /** Sentences: what differs, or what is missing in the text. */
  readonly problems: readonly string[]
  /** Which command mends it; null when nothing needs mending, or when nobody can tell. */
  readonly mend: string | null
  /** How long ago the key was rotated, as a sentence; null when the date cannot be told. */
  readonly age: string | null
  /** Both halves as printed. */
  readonly seen: string
}
