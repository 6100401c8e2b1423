import { ok } from '../../shared/result.ts'
import { defineProbe } from '../engine/probe.ts'
import { readGroupMembers } from '../readers/group-members.ts'
import type { CommandId } from '../recording/recording.ts'
import { keys } from './keys.ts'
import { text } from './values.ts'

const membersOf = (command: CommandId) =>
  defineProbe({
    id: command,
    commands: [command],
    read: ({ recording }) => {
      const output = recording.output(command)
      return output.ok ? readGroupMembers(output.value.text) : output
    },
  })

/** S-1-5-32-555; asked by SID, because the names are translated. */
export const remoteDesktopUsers = membersOf('local-group-rdp-users')
/** S-1-5-32-544 */
export const administrators = membersOf('local-group-administrators')

/** Who joined this PC to Microsoft Entra ID; that account is a local administrator by default. */
export const joiningUser = defineProbe<readonly string[]>({
  id: 'joining-user',
  trees: [keys.cloudJoinInfo],
  read: ({ recording: { registry } }) => {
    const names = registry.subkeys(keys.cloudJoinInfo)
    const known = registry.knownSubkeys(keys.cloudJoinInfo)
    if (!names.ok && known.length === 0) return names
    return ok(
      known.flatMap((name) => {
        const email = registry.value(`${keys.cloudJoinInfo}\\${name}`, 'UserEmail')
        const found = email.ok ? text(email.value) : null
        return found === null ? [] : [found]
      }),
    )
  },
})
