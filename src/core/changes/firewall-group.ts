import { z } from 'zod'
import { fail, ok, type Result } from '../../shared/result.ts'
import { defineChange } from '../engine/change.ts'
import type { FirewallGroupRule, WritableHost } from '../windows/host.ts'

/** The built-in rules of one group, for the networks a company trusts; never for public ones. */
type Spec = { readonly group: string; readonly profiles: readonly string[] }
type Rule = { readonly name: string; readonly enabled: boolean; readonly profiles: readonly string[] }
type Before = { readonly rules: readonly Rule[] }

const specShape = z.strictObject({
  group: z.string().regex(/^@FirewallAPI\.dll,-\d{1,6}$/),
  profiles: z.array(z.enum(['Domain', 'Private'])).min(1),
})
const beforeShape = z.strictObject({
  rules: z.array(z.strictObject({ name: z.string(), enabled: z.boolean(), profiles: z.array(z.string()) })),
})

const plain = ({ name, enabled, profiles }: FirewallGroupRule): Rule => ({ name, enabled, profiles: [...profiles] })
const same = (a: Rule, b: Rule): boolean =>
  a.enabled === b.enabled && [...a.profiles].sort().join() === [...b.profiles].sort().join()

const rulesOf = async ({ group }: Spec, { firewall }: WritableHost): Promise<Result<readonly Rule[]>> => {
  const rules = await firewall.rules(group)
  if (!rules.ok) return rules
  return rules.value.length === 0
    ? fail('missing', 'The built-in Remote Desktop firewall rules are not on this PC.')
    : ok(rules.value.map(plain))
}

/** What a rule that was off becomes. One that is on already stays exactly as somebody set it. */
const asWritten = (spec: Spec, { name }: Rule): Rule => ({ name, enabled: true, profiles: spec.profiles })

export const firewallGroup = defineChange<Spec, Before>({
  kind: 'firewall-rule',
  describe: ({ group, profiles }) =>
    `Enable the built-in Remote Desktop rules (${group}) for ${profiles.join(' and ')} networks`,
  target: ({ group }) => `firewall-rule ${group}`.toLowerCase(),
  after: ({ profiles }) => ({ enabled: true, profiles }),
  capture: async (spec, host) => {
    const rules = await rulesOf(spec, host)
    return rules.ok ? ok({ rules: rules.value }) : rules
  },
  holds: (_spec, { rules }) => rules.every(({ enabled }) => enabled),
  apply: async (spec, host) => {
    const rules = await rulesOf(spec, host)
    if (!rules.ok) return rules
    return host.firewall.set(rules.value.filter(({ enabled }) => !enabled).map((rule) => asWritten(spec, rule)))
  },
  readBack: async (spec, host) => {
    const rules = await rulesOf(spec, host)
    return rules.ok ? ok({ held: rules.value.every(({ enabled }) => enabled), seen: { rules: rules.value } }) : rules
  },
  revert: async (spec, before, host) => {
    const rules = await rulesOf(spec, host)
    if (!rules.ok) return rules
    const back: Rule[] = []
    for (const old of before.rules.filter(({ enabled }) => !enabled)) {
      const now = rules.value.find(({ name }) => name === old.name)
      if (now === undefined || same(now, old)) continue
      if (!same(now, asWritten(spec, old)))
        return fail(
          'conflict',
          `The firewall rule ${old.name} was changed by somebody else since. It was left alone. Check this PC again to see what it is now.`,
        )
      back.push(old)
    }
    return back.length === 0 ? ok(undefined) : host.firewall.set(back)
  },
  isSpec: (raw): raw is Spec => specShape.safeParse(raw).success,
  isBefore: (raw): raw is Before => beforeShape.safeParse(raw).success,
})
