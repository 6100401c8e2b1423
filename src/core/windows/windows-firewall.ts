import { z } from 'zod'
import { ok } from '../../shared/result.ts'
import { askPowershell } from './ask-powershell.ts'
import type { CommandRunner, FirewallGroups } from './host.ts'

const flags = [
  [1, 'Domain'],
  [2, 'Private'],
  [4, 'Public'],
] as const

/** 0, and every bit at once, both say: in every network. */
const namesOf = (profiles: number): readonly string[] =>
  profiles >= 0x7fffffff ? [] : flags.filter(([flag]) => (profiles & flag) !== 0).map(([, name]) => name)

const rulesShape = z.object({
  rules: z.array(z.object({ name: z.string().min(1), enabled: z.boolean(), profiles: z.int().nonnegative() })),
})

/**
 * Rules of the Windows firewall through the NetSecurity cmdlets. Written into the registry directly, they would not be
 * picked up. Source: "Set-NetFirewallRule", https://learn.microsoft.com/powershell/module/netsecurity/set-netfirewallrule
 */
export const windowsFirewall = (runner: CommandRunner): FirewallGroups => ({
  rules: async (group) => {
    const what = 'The firewall rules could not be read'
    const answer = await askPowershell(runner, 'firewall-rules', { group }, { shape: rulesShape, what })
    if (!answer.ok) return answer
    return ok(answer.value.rules.map((rule) => ({ ...rule, profiles: namesOf(rule.profiles) })))
  },
  set: async (rules) => {
    const wanted = rules.map(({ name, enabled, profiles }) => ({
      name,
      enabled,
      profiles: profiles.length === 0 ? 'Any' : profiles.join(', '),
    }))
    const what = 'The firewall rules could not be changed'
    const shape = z.object({ done: z.literal(true) })
    const answer = await askPowershell(runner, 'firewall-set', { rules: wanted }, { shape, what })
    return answer.ok ? ok(undefined) : answer
  },
})
