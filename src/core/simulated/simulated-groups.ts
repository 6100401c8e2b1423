import { createHash } from 'node:crypto'
import { fail, ok } from '../../shared/result.ts'
import type { CommandRecord } from '../recording/recording.ts'
import type { LocalGroups } from '../windows/host.ts'

export type Members = readonly { readonly sid: string; readonly name: string | null }[]

const commandOf: Readonly<Record<string, string>> = {
  'S-1-5-32-555': 'local-group-rdp-users',
  'S-1-5-32-544': 'local-group-administrators',
}

/** A made-up but steady SID, in the form that Microsoft Entra accounts have. */
const sidOf = (account: string): string => {
  const sum = createHash('sha256').update(account.toLowerCase()).digest()
  return `S-1-12-1-${[0, 4, 8, 12].map((offset) => sum.readUInt32LE(offset)).join('-')}`
}

const printed = (command: CommandRecord): Members | null => {
  if (command.outcome !== 'ok' || command.stdout === undefined) return null
  const answer: unknown = JSON.parse(new TextDecoder().decode(command.stdout))
  return (answer as { readonly members: Members }).members
}

export interface MembersStore {
  readonly get: (group: string) => Members | null
  readonly set: (group: string, members: Members) => void
}

/** What the programs of a simulated machine print once somebody was added to a group. */
export const withMembers = (commands: readonly CommandRecord[], store: MembersStore): readonly CommandRecord[] =>
  commands.map((command) => {
    const group = Object.keys(commandOf).find((sid) => commandOf[sid] === command.id)
    const members = group === undefined ? null : store.get(group)
    if (members === null || command.outcome !== 'ok') return command
    return { ...command, stdout: new TextEncoder().encode(JSON.stringify({ members })) }
  })

export const simulatedGroups = (commands: readonly CommandRecord[], store: MembersStore): LocalGroups => {
  const membersOf = (group: string): Members | null => {
    const command = commands.find(({ id }) => id === commandOf[group])
    return store.get(group) ?? (command === undefined ? null : printed(command))
  }
  const unread = fail('denied', 'Windows refused to list the members of the group.')
  return {
    has: async (group, account) => {
      const members = membersOf(group)
      return members === null ? unread : ok(members.some(({ name }) => name?.toLowerCase() === account.toLowerCase()))
    },
    add: async (group, account) => {
      const members = membersOf(group)
      if (members === null) return unread
      store.set(group, [...members, { sid: sidOf(account), name: account }])
      return ok(undefined)
    },
    remove: async (group, account) => {
      const members = membersOf(group)
      if (members === null) return unread
      store.set(
        group,
        members.filter(({ name }) => name?.toLowerCase() !== account.toLowerCase()),
      )
      return ok(undefined)
    },
  }
}
