import { ok, type Result } from '../../shared/result.ts'
import { keys } from '../facts/keys.ts'
import { text } from '../facts/values.ts'
import { parseFirewallRule } from '../readers/firewall-rules.ts'
import type { RegistryValue } from '../recording/recording.ts'
import type { FirewallGroupRule, FirewallGroups, Registry } from '../windows/host.ts'

const withRule = (rule: string, { enabled, profiles }: FirewallGroupRule): string => {
  const kept = rule.split('|').filter((part) => !/^(?:Active|Profile)=/i.test(part) && part !== '')
  const [version = '', action = '', ...rest] = kept
  return `${[version, action, `Active=${enabled ? 'TRUE' : 'FALSE'}`, ...profiles.map((name) => `Profile=${name}`), ...rest].join('|')}|`
}

/** The firewall of a simulated machine: its rules stand in its registry, as Windows' own do. */
export const simulatedFirewall = (registry: Registry): FirewallGroups => {
  const all = (): Result<readonly (readonly [string, string])[]> => {
    const values = registry.values(keys.firewallRules)
    if (!values.ok) return values
    return ok(
      Object.entries(values.value ?? {}).map(([name, value]: [string, RegistryValue]) => [name, text(value) ?? '']),
    )
  }
  return {
    rules: async (group) => {
      const rules = all()
      if (!rules.ok) return rules
      return ok(
        rules.value.flatMap(([name, rule]): FirewallGroupRule[] => {
          const parsed = parseFirewallRule(rule)
          const inGroup = rule.toLowerCase().includes(`embedctxt=${group.toLowerCase()}|`)
          return parsed === null || !inGroup ? [] : [{ name, enabled: parsed.active, profiles: parsed.profiles }]
        }),
      )
    },
    set: async (wanted) => {
      const rules = all()
      if (!rules.ok) return rules
      for (const rule of wanted) {
        const found = rules.value.find(([name]) => name === rule.name)?.[1]
        if (found === undefined) continue
        const written = registry.setValue(keys.firewallRules, rule.name, ['REG_SZ', withRule(found, rule)])
        if (!written.ok) return written
      }
      return ok(undefined)
    },
  }
}
