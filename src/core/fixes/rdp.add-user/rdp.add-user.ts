import { windowsForm } from '../../../shared/account-name.ts'
import { fail, ok } from '../../../shared/result.ts'
import { groupMember } from '../../changes/group-member.ts'
import { defineFix } from '../../engine/define-fix.ts'

export const rdpAddUser = defineFix({
  id: 'rdp.add-user',
  title: 'Add the account to Remote Desktop Users',
  cures: ['rdp.membership'],
  changes: ({ account }) =>
    account === null
      ? fail('usage', 'rdp.add-user needs the account: name it with --account.')
      : ok([groupMember.make({ group: 'S-1-5-32-555', account: windowsForm(account) })]),
})
