import { ok, type Result } from '../../shared/result.ts'
import { defineProbe } from '../engine/probe.ts'
import { type FirewallRule, parseFirewallRule } from '../readers/firewall-rules.ts'
import type { KeyPath, RegistryReader } from '../recording/recording.ts'
import { keys } from './keys.ts'
import { dword, text } from './values.ts'

export interface NamedRule {
  readonly name: string
  readonly where: KeyPath
  readonly rule: FirewallRule
}

export interface Firewall {
  /** `EnableFirewall` is 0 for every profile. */
  readonly offEverywhere: boolean
  readonly rules: readonly NamedRule[]
  /** Lists of rules that could not be read: a rule in them may allow or block. */
  readonly unread: readonly { readonly where: KeyPath; readonly answer: Result<unknown> }[]
}

const profiles = [keys.firewallDomain, keys.firewallPrivate, keys.firewallPublic]
const ruleKeys = [keys.firewallRules, keys.firewallPolicyRules]

const isOff = (registry: RegistryReader, profile: KeyPath): boolean => {
  const enabled = registry.value(profile, 'EnableFirewall')
  return enabled.ok && dword(enabled.value) === 0
}

const readRules = (registry: RegistryReader, where: KeyPath): Result<readonly NamedRule[]> => {
  const values = registry.values(where)
  if (!values.ok) return values
  return ok(
    Object.entries(values.value ?? {}).flatMap(([name, value]) => {
      const rule = parseFirewallRule(text(value) ?? '')
      return rule === null ? [] : [{ name, where, rule }]
    }),
  )
}

/** Windows Defender Firewall as the registry keeps it: local rules and rules from policy, which count alike. */
export const firewall = defineProbe<Firewall>({
  id: 'firewall',
  keys: [...profiles, ...ruleKeys],
  read: ({ recording: { registry } }) => {
    // Judged first, and enough by itself: with the firewall off no rule matters.
    if (profiles.every((profile) => isOff(registry, profile))) return ok({ offEverywhere: true, rules: [], unread: [] })
    const lists = ruleKeys.map((where) => ({ where, answer: readRules(registry, where) }))
    return ok({
      offEverywhere: false,
      rules: lists.flatMap(({ answer }) => (answer.ok ? answer.value : [])),
      unread: lists.filter(({ answer }) => !answer.ok),
    })
  },
})
