import type { Fault } from '../shared/result.ts'
import type { ExitCode } from './exit-code.ts'
import type { Io } from './io.ts'
import type { Parsed } from './options.ts'

/** What a verb found: a document for `--json`, the same as text, and the exit code. */
export interface Answer {
  readonly json: unknown
  readonly text: string
  readonly exitCode: ExitCode
}

/** A verb whose answer is too long to wait for its end: it has printed line by line. */
export interface Printed {
  readonly printed: true
  readonly exitCode: ExitCode
}

export interface Verb {
  readonly name: string
  /** After the verb: `FILE|-`. */
  readonly usage: string
  readonly summary: string
  readonly options: readonly OptionName[]
  readonly flags?: readonly FlagName[]
  /** Fewest and most words besides the options. */
  readonly words: readonly [number, number]
  readonly run: (parsed: Parsed, io: Io) => Promise<Answer | Printed>
}

export const optionTexts = {
  role: ['client|server', 'this PC connects (client) or is connected to (server); default client'],
  track: ['rdp|security-key', 'what should work; default rdp'],
  path: ['pku2u|web', 'how Remote Desktop signs in; default pku2u'],
  account: ['UPN', 'the account of the connection, such as adele@contoso.com'],
  peer: ['HOST', 'the other PC'],
  domain: ['DNS-NAME', 'the on-premises domain, for a PC that is only Entra joined; “export” takes several: A,B'],
  recording: ['PATH', 'judge a recorded machine instead of this PC'],
  simulate: ['NAME', 'use a simulated machine; “check --simulate list” names them'],
  state: ['DIR', 'keep a simulated machine’s changes in DIR'],
  at: ['ISO-TIME', 'the moment to judge dates against, for a recording or a simulated machine'],
  'kerberos-server': ['FILE|-', 'output of Get-AzureADKerberosServer to judge, with --track security-key'],
  'test-run': ['FILE|-', 'answers to the guided security key tests, as “rules” describes them under guide.key-tests'],
  other: ['CODE', 'the other end’s case code; the report then says what stands in the way of both'],
  decode: ['CODE', 'print what a case code says'],
  as: ['KIND', 'what the text is, where it cannot be recognized'],
  finish: ['CHANGE-ID', 'carry a change through that was interrupted; “undo CHANGE-ID” puts it back'],
  out: ['PATH', 'where to write'],
  from: ['FILE', 'an existing connection file whose other properties are kept'],
  fix: ['ID', 'the setting to hand over, by the fix that writes it here; default pku2u.enable'],
  action: ['ACTION', 'only this of the Kerberos server commands: create, verify, rotate or remove'],
  credentials: [
    'FORM',
    'how they sign in: all-prompts, cloud-prompt, upn-domain-prompt or upn (the last two: --account)',
  ],
  'case-key': ['TEXT|-', 'what tokens are made from, the same for both ends of a case; - reads it from standard input'],
  in: ['MINUTES', 'restart after so many minutes; 0 is now'],
} as const
export type OptionName = keyof typeof optionTexts

export const flagTexts = {
  'dry-run': 'print the plan and write nothing',
  yes: 'agree to the plan',
  'even-if-managed': 'write although a policy will put its own value back',
  'no-redaction': 'leave every name as it is; for your own use only',
  'with-sign-ins': 'add sign-ins (4624, 4625) of the Security log; ask the people it is about first',
  'raw-logs': 'add raw logs and registry exports of Windows’ own tools; nothing in them can be replaced',
  cancel: 'cancel a scheduled restart',
  'admin-ports': 'also see whether SMB 445, RPC 135 and WinRM 5985 take a connection',
  force: 'replace a file that holds something else',
} as const
export type FlagName = keyof typeof flagTexts

/** Ends a verb with a sentence for the user. */
export class Stop extends Error {
  readonly fault: Fault
  readonly exitCode: ExitCode
  /** What `--json` says beside the fault. */
  readonly document: object
  constructor(fault: Fault, exitCode: ExitCode = 2, document: object = {}) {
    super(fault.message)
    this.fault = fault
    this.exitCode = exitCode
    this.document = document
  }
}

export const usageError = (message: string): Stop => new Stop({ code: 'usage', message })
