import type { CommandId } from '../recording/recording.ts'
import type { Program } from './host.ts'
import { powershellArgs } from './powershell-script.ts'

/** What is known about the PC before anything slow is started; it decides how long to wait. */
export interface Circumstances {
  readonly elevated: boolean | null
  readonly looksDomainJoined: boolean
}

/** How one command of the contract is asked. */
export interface CommandEntry {
  readonly program: Program
  /** `domain` is empty for a command that does not name one. */
  readonly args: (domain: string) => readonly string[]
  /** Answers administrators only. */
  readonly needsElevation: boolean
  readonly needsDomain: boolean
  /** Shown while it runs. */
  readonly label: string
  readonly timeLimitMs: (circumstances: Circumstances) => number
}

const seconds = (count: number) => () => count * 1000

const nltest = (label: string, args: CommandEntry['args'], needsElevation = false): CommandEntry => ({
  program: 'nltest',
  args,
  needsElevation,
  needsDomain: true,
  label: `${label} (nltest)`,
  timeLimitMs: seconds(15),
})

/** Answered by the one script, however many of these are wanted. */
const powershell = (label: string, needsElevation = false): CommandEntry => ({
  program: 'powershell',
  args: () => powershellArgs,
  needsElevation,
  needsDomain: false,
  label: `${label} (PowerShell)`,
  timeLimitMs: seconds(20),
})

export const commandTable: Readonly<Record<CommandId, CommandEntry>> = {
  'dsregcmd-status': {
    program: 'dsregcmd',
    args: () => ['/status'],
    needsElevation: false,
    needsDomain: false,
    label: 'Device registration (dsregcmd)',
    // Elevated on a domain-joined PC it starts a task of the system and waits for it, which can take minutes. Source:
    // "Troubleshoot devices by using the dsregcmd command",
    // https://learn.microsoft.com/entra/identity/devices/troubleshoot-device-dsregcmd
    timeLimitMs: ({ elevated, looksDomainJoined }) => (elevated === true && looksDomainJoined ? 180_000 : 30_000),
  },
  'nltest-dsgetdc-keylist': nltest('Domain controller for security keys', (domain) => [
    `/dsgetdc:${domain}`,
    '/keylist',
    '/kdc',
  ]),
  'nltest-dsgetdc': nltest('Domain controller', (domain) => [`/dsgetdc:${domain}`]),
  'nltest-sc-verify': nltest('Trust with the domain', (domain) => [`/sc_verify:${domain}`], true),
  'klist-cloud-debug': {
    program: 'klist',
    args: () => ['cloud_debug'],
    needsElevation: false,
    needsDomain: false,
    label: 'Cloud sign-in ticket (klist)',
    timeLimitMs: seconds(10),
  },
  'policy-result': powershell('Policies that apply', true),
  'local-group-rdp-users': powershell('Members of Remote Desktop Users'),
  'local-group-administrators': powershell('Members of Administrators'),
  'machine-certificates': powershell('Certificates of this PC'),
}
