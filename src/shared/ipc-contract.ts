/**
 * Everything that may cross the boundary between the window and the main process.
 * A message that is not listed here does not exist: the preload bridge, the handlers
 * and the store are all typed from these two tables.
 */
import type { BundlePreview, BundleProgress, ShownBundle } from './bundle-preview.ts'
import type { CaseInputs } from './case-inputs.ts'
import type { ChangeProgress, PastChange, RestartState, Rights, ShownPlan } from './change-plan.ts'
import type { ShownComparison, SideName } from './comparison.ts'
import type { HandOverOrder, HandOverText, SavedHandOver } from './hand-over.ts'
import type { Intent, Path } from './intent.ts'
import type { PairVerdict } from './pair.ts'
import type { Receipt } from './receipt.ts'
import type { CheckId, FixId, Report } from './report.ts'
import type { Result } from './result.ts'
import type { Returning, ReturningCase } from './returning.ts'
import type { Rules } from './rules.ts'
import type { DomainVerdict } from './security-key/kerberos-verdict.ts'
import type { TargetProbe } from './target-probe.ts'
import type { TriageBatch, TriageEnd } from './triage.ts'

/** A simulated machine as the picker shows it. */
export interface SimulatedMachine {
  readonly name: string
  readonly title: string
  /** One or two sentences: the call a technician gets. */
  readonly story: string
  /** The case this machine is usually asked about. */
  readonly intent: Intent
}

/** What the window needs to know before anything is asked. */
export interface Welcome {
  readonly version: string
  /** null: the checks ask this PC. Otherwise only simulated machines can be asked. */
  readonly simulatedOnly: string | null
  /** The machine chosen on the command line. */
  readonly chosen: string | null
  readonly machines: readonly SimulatedMachine[]
  readonly canOpenFiles: boolean
  /** Set when Windows started the program again after a restart. */
  readonly returning: Returning | null
}

export interface Progress {
  /** A command id or `registry`. */
  readonly id: string
  /** In words: "Registry", "Device registration (dsregcmd)". */
  readonly label: string
  readonly state: 'running' | 'answered' | 'no-answer'
  /** How it ended: `ok`, `denied`, `timeout`, …; null while it runs. */
  readonly outcome: string | null
  readonly durationMs: number | null
}

/** null: this PC. */
interface OnMachine {
  readonly machine: string | null
}
interface CheckOrder extends OnMachine {
  readonly intent: Intent
  /** What a person added to the case. */
  readonly inputs?: CaseInputs | undefined
}
interface FixOrder extends OnMachine {
  readonly ids: readonly FixId[]
  readonly intent: Intent
}
interface TargetOrder extends OnMachine {
  /** As typed: `PC-0417`, `192.0.2.10:3390`. */
  readonly target: string
  readonly path: Path
  /** Also whether the ports of remote administration take a connection. */
  readonly adminPorts: boolean
}
interface ChangeOrder extends OnMachine {
  /** Of a change set in the journal. */
  readonly id: string
}

/** What goes into a bundle, and what its tokens are made from. */
interface BundleOrder extends CheckOrder {
  /** null: a random one is made. */
  readonly caseKey: string | null
  readonly withSignIns: boolean
  readonly withRawLogs: boolean
}

/** What this end says, and what it means together with the other end when that one is known already. */
export interface ThisEnd {
  readonly code: string
  readonly pair: PairVerdict | null
}

interface Message<Input, Output> {
  readonly input?: Input
  readonly output?: Output
}
const message = <Input, Output>(): Message<Input, Output> => ({})

/** Pages of Windows' settings that the window may have opened. */
export const settingsPages = ['emailandaccounts'] as const
export type SettingsPage = (typeof settingsPages)[number]
/** Windows takes no longer one for a restart. */
export const longestRestartMessage = 512
/** The longest that the window waits before a restart: a week. */
export const longestRestartMinutes = 7 * 24 * 60
/** A case code with room for whatever stands between its groups. */
export const longestTypedCode = 2000

/** Window → main, one reply each. */
export const requests = {
  welcome: message<null, Welcome>(),
  /** `machine`: a simulated machine's name, or null for this PC. */
  runChecks: message<CheckOrder, Report>(),
  /** True when a run was ended by it. */
  cancelChecks: message<null, boolean>(),
  /** Asks for a bundle or recording in a dialog and judges it; null when the dialog was closed. */
  openRecording: message<null, Report | null>(),
  /** Opens a link of a check or a help topic in the browser: the window names it, the main process knows the address. */
  openLink: message<{ readonly check: CheckId; readonly index: number }, null>(),
  /** What would be written. Writes nothing. */
  planFixes: message<FixOrder, ShownPlan>(),
  /** `token`: of the plan that was shown; it works once. */
  applyFixes: message<FixOrder & { readonly token: string; readonly evenIfManaged: boolean }, Receipt>(),
  undoChange: message<ChangeOrder, Receipt>(),
  rights: message<OnMachine, Rights>(),
  /** Unfinished changes first, then the newest. */
  history: message<OnMachine, readonly PastChange[]>(),
  /** Carries a change through that a crash interrupted. */
  finishChange: message<ChangeOrder, Receipt>(),
  putBackChange: message<ChangeOrder, Receipt>(),
  restartState: message<OnMachine, RestartState>(),
  /** Answers when it will happen. 0 minutes: at once. The rest is the case to come back to. */
  scheduleRestart: message<ReturningCase & { readonly minutes: number; readonly message: string }, string>(),
  /** False: none was scheduled. */
  cancelRestart: message<OnMachine, boolean>(),
  /** Asks another PC's Remote Desktop listener, without credentials. */
  probeTarget: message<TargetOrder, TargetProbe>(),
  /** True when a question was ended by it. */
  cancelProbe: message<null, boolean>(),
  /** The files for another PC as text. Writes nothing. */
  buildHandOver: message<HandOverOrder, readonly HandOverText[]>(),
  /** Asks in a dialog where to, and writes them; null when the dialog was closed. */
  saveHandOver: message<HandOverOrder, SavedHandOver | null>(),
  /** What pasted output of Get-AzureADKerberosServer says, for each domain. `at`: ISO 8601 UTC, when it is judged. */
  readKerberosServer: message<{ readonly text: string; readonly at: string }, readonly DomainVerdict[]>(),
  rules: message<null, Rules>(),
  /** Of the report that was made or opened last. */
  caseCode: message<null, ThisEnd>(),
  pairWithCode: message<{ readonly code: string }, PairVerdict>(),
  /** Asks for the other end's bundle, report or recording in a dialog; null when it was closed. */
  pairWithFile: message<null, PairVerdict | null>(),
  /** Asks for one of the two that are compared: its name, or null when the dialog was closed. */
  chooseSide: message<{ readonly side: SideName }, string | null>(),
  compareBundles: message<null, ShownComparison>(),
  /** The report of one of the two that were compared last. */
  openCompared: message<{ readonly side: SideName }, Report>(),
  /** Asks for a folder and judges every bundle in it; rows come as `triageRows`. null when the dialog was closed. */
  triageFolder: message<null, TriageEnd | null>(),
  /** True when a look through a folder was ended by it. */
  cancelTriage: message<null, boolean>(),
  /** `index`: of the row in the order they came. */
  openTriaged: message<{ readonly index: number }, Report>(),
  /** Collects what a bundle holds, and tells what will be replaced in it. Writes nothing. */
  previewBundle: message<BundleOrder, BundlePreview>(),
  /** Asks in a dialog where to, and saves what was previewed; null when the dialog was closed. */
  saveBundle: message<{ readonly id: string }, ShownBundle | null>(),
  /** True when collecting or saving was ended by it. */
  cancelBundle: message<null, boolean>(),
  /** Shows the bundle that was saved last in its folder. */
  showBundle: message<null, null>(),
  openSettings: message<{ readonly page: SettingsPage }, null>(),
} as const

/** Main → window, no reply. */
export const events = {
  probeChanged: message<never, Progress>(),
  changeProgress: message<never, ChangeProgress>(),
  triageRows: message<never, TriageBatch>(),
  bundleProgress: message<never, BundleProgress>(),
} as const

export type RequestName = keyof typeof requests
export type EventName = keyof typeof events
export type Input<N extends RequestName> = Exclude<(typeof requests)[N]['input'], undefined>
export type Output<N extends RequestName> = Exclude<(typeof requests)[N]['output'], undefined>
export type Payload<N extends EventName> = NonNullable<(typeof events)[N]['output']>

export type Bridge = {
  readonly [N in RequestName]: (input: Input<N>) => Promise<Result<Output<N>>>
} & {
  /** Returns a function that stops listening. */
  readonly on: <N extends EventName>(name: N, listener: (payload: Payload<N>) => void) => () => void
}

export const channelOf = (name: RequestName | EventName): string => `app:${name}`
