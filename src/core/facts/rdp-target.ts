import { ok, type Result } from '../../shared/result.ts'
import { defineProbe } from '../engine/probe.ts'
import type { KeyPath, RegistryReader, RegistryValue } from '../recording/recording.ts'
import { keys } from './keys.ts'
import { dword, dwordIfSet } from './values.ts'

/** A setting that a policy can overrule: what holds, and who says so. */
export interface PolicyBacked {
  readonly raw: RegistryValue | null
  /** null: not set, or not a number. */
  readonly value: number | null
  readonly byPolicy: boolean
  readonly key: KeyPath
}

/** The policy's copy of a value wins over the machine's own. */
const policyBacked = (registry: RegistryReader, policy: KeyPath, own: KeyPath, name: string): Result<PolicyBacked> => {
  const set = registry.value(policy, name)
  if (!set.ok) return set
  if (dword(set.value) !== null) return ok({ raw: set.value, value: dword(set.value), byPolicy: true, key: policy })
  const found = registry.value(own, name)
  return found.ok ? ok({ raw: found.value, value: dword(found.value), byPolicy: false, key: own }) : found
}

/** `fDenyTSConnections`: 0 lets others connect. https://learn.microsoft.com/troubleshoot/windows-server/remote/rdp-error-general-troubleshooting */
export const remoteConnections = defineProbe<PolicyBacked>({
  id: 'remote-connections',
  keys: [keys.terminalServerPolicy, keys.terminalServer],
  read: ({ recording }) =>
    policyBacked(recording.registry, keys.terminalServerPolicy, keys.terminalServer, 'fDenyTSConnections'),
})

/** `UserAuthentication`: 1 asks for Network Level Authentication. */
export const networkLevelAuthentication = defineProbe<PolicyBacked>({
  id: 'network-level-authentication',
  keys: [keys.terminalServerPolicy, keys.rdpTcp],
  read: ({ recording }) =>
    policyBacked(recording.registry, keys.terminalServerPolicy, keys.rdpTcp, 'UserAuthentication'),
})

export const defaultRdpPort = 3389

/** The TCP port of the listener; not set means 3389. */
export const rdpPort = defineProbe<{ readonly port: number; readonly raw: RegistryValue | null }>({
  id: 'rdp-port',
  keys: [keys.rdpTcp],
  read: ({ recording }) => {
    const found = recording.registry.value(keys.rdpTcp, 'PortNumber')
    if (!found.ok) return found
    const port = dwordIfSet('PortNumber', found.value)
    return port.ok ? ok({ port: port.value ?? defaultRdpPort, raw: found.value }) : port
  },
})

const startOf = (key: KeyPath) =>
  defineProbe<RegistryValue | null>({
    id: `start-of-${key}`,
    keys: [key],
    read: ({ recording }) => recording.registry.value(key, 'Start'),
  })

/** Start type of a service: 2 automatic, 3 manual, 4 disabled. */
export const termServiceStart = startOf(keys.termService)
export const umRdpServiceStart = startOf(keys.umRdpService)
