import { z } from 'zod'
import { ok } from '../../shared/result.ts'
import { defineChange } from '../engine/change.ts'

/** `account` in the form Windows lists Microsoft Entra accounts: `AzureAD\adele@contoso.com`. */
type Spec = { readonly group: string; readonly account: string }
type Before = { readonly member: boolean }

const specShape = z.strictObject({
  group: z.string().regex(/^S-1-5-32-\d{3}$/),
  account: z.string().regex(/^AzureAD\\[^\\"\r\n]{3,320}$/),
})
const beforeShape = z.strictObject({ member: z.boolean() })

const groupNames: Readonly<Record<string, string>> = { 'S-1-5-32-555': 'Remote Desktop Users' }

/** One account in one local group. Other members are never touched. */
export const groupMember = defineChange<Spec, Before>({
  kind: 'local-group-member',
  describe: ({ group, account }) => `Add ${account} to ${groupNames[group] ?? 'the local group'} (${group})`,
  target: ({ group, account }) => `local-group-member ${group} ${account}`.toLowerCase(),
  after: () => ({ member: true }),
  capture: async (spec, host) => {
    const member = await host.groups.has(spec.group, spec.account)
    return member.ok ? ok({ member: member.value }) : member
  },
  holds: (_spec, { member }) => member,
  apply: ({ group, account }, { groups }) => groups.add(group, account),
  readBack: async (spec, host) => {
    const member = await host.groups.has(spec.group, spec.account)
    return member.ok ? ok({ held: member.value, seen: { member: member.value } }) : member
  },
  revert: async (spec, before, host) => {
    const member = await host.groups.has(spec.group, spec.account)
    if (!member.ok) return member
    return member.value && !before.member ? host.groups.remove(spec.group, spec.account) : ok(undefined)
  },
  isSpec: (raw): raw is Spec => specShape.safeParse(raw).success,
  isBefore: (raw): raw is Before => beforeShape.safeParse(raw).success,
})
