import type { KeyPath, Machine, RegistryReader } from '../recording/recording.ts'
import { unknownMachine } from './unknown-machine.ts'

/** What the process itself is told by Windows and by Node. */
export interface ProcessFacts {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly hostName: string
  readonly architecture: string
  readonly uptimeSeconds: number
  readonly now: Date
  readonly elevated: boolean | null
}

const codePageKey: KeyPath = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Nls\\CodePage'
const machineEnvironmentKey: KeyPath = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment'
const profileListKey: KeyPath = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList'

const textIn = (registry: RegistryReader, key: KeyPath, name: string): string | null => {
  const value = registry.value(key, name)
  return value.ok && value.value !== null && typeof value.value[1] === 'string' ? value.value[1] : null
}

const codePage = (registry: RegistryReader, name: string): number | null => {
  const page = Number(textIn(registry, codePageKey, name))
  return Number.isInteger(page) && page > 0 ? page : null
}

/** The machine's own word: a process may be emulated, and then says what it was built for. */
const architectureOf = (registry: RegistryReader, ofProcess: string): string => {
  const named = textIn(registry, machineEnvironmentKey, 'PROCESSOR_ARCHITECTURE')?.toLowerCase()
  return { amd64: 'x64', arm64: 'arm64', x86: 'ia32' }[named ?? ''] ?? ofProcess
}

/** The account whose profile this is; a stand-in for what PowerShell asks Windows itself. */
const sidOfProfile = (registry: RegistryReader, profile: string | undefined): string | null => {
  const sids = registry.subkeys(profileListKey)
  if (profile === undefined || !sids.ok) return null
  const mine = sids.value.filter(
    (sid) => textIn(registry, `${profileListKey}\\${sid}`, 'ProfileImagePath')?.toLowerCase() === profile.toLowerCase(),
  )
  return mine.length === 1 ? (mine[0] ?? null) : null
}

/** What is known about this PC and who asks without starting a program. */
export const machineFrom = (registry: RegistryReader, facts: ProcessFacts): Machine => {
  const { USERDOMAIN: domain, USERNAME: name, USERPROFILE: profile } = facts.environment
  const bootedAt = new Date(facts.now.getTime() - facts.uptimeSeconds * 1000)
  return {
    ...unknownMachine,
    recordedAt: facts.now.toISOString(),
    bootedAt: bootedAt.toISOString(),
    hostName: facts.hostName,
    architecture: architectureOf(registry, facts.architecture),
    codePages: { ansi: codePage(registry, 'ACP'), oem: codePage(registry, 'OEMCP') },
    user: {
      ...unknownMachine.user,
      name: domain === undefined || name === undefined ? null : `${domain}\\${name}`,
      sid: sidOfProfile(registry, profile),
      elevated: facts.elevated,
    },
  }
}
