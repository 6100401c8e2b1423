import { z } from 'zod'
import { fail, ok, type Result } from '../../shared/result.ts'
import { askPowershell } from './ask-powershell.ts'
import type { CommandRunner, LocalGroups } from './host.ts'

/** Nothing that a name cannot hold, whoever asks. */
const requestShape = z.strictObject({
  group: z.string().regex(/^S-1-5-32-\d{3}$/),
  account: z.string().regex(/^AzureAD\\[^\\"/[\]:;|=,+*?<>\u0000-\u001f]{3,320}$/),
})
const done = z.object({ done: z.literal(true) })

/** Local groups of this PC, by SID. The account travels as data. */
export const windowsGroups = (runner: CommandRunner): LocalGroups => {
  const change = async (
    script: 'group-add' | 'group-remove',
    what: string,
    request: unknown,
  ): Promise<Result<void>> => {
    const checked = requestShape.safeParse(request)
    if (!checked.success) return fail('invalid-input', 'This is not an account of a local group.')
    const answer = await askPowershell(runner, script, checked.data, { shape: done, what })
    return answer.ok ? ok(undefined) : answer
  }
  return {
    has: async (group, account) => {
      const checked = requestShape.safeParse({ group, account })
      if (!checked.success) return fail('invalid-input', 'This is not an account of a local group.')
      const shape = z.object({ has: z.boolean() })
      const what = 'The members of the local group could not be read'
      const answer = await askPowershell(runner, 'group-has', checked.data, { shape, what })
      return answer.ok ? ok(answer.value.has) : answer
    },
    add: (group, account) => change('group-add', 'The account could not be added to the group', { group, account }),
    remove: (group, account) =>
      change('group-remove', 'The account could not be removed from the group', { group, account }),
  }
}
