import { rowsOf } from '../../../../test/kit/judged.ts'

const adele = { role: 'server', account: 'adele@contoso.com' } as const
const megan = { role: 'server', account: 'megan@contoso.com' } as const
const sid = 'S-1-12-1-1-2-3-4'
const users = (...members: readonly object[]) => ({
  joinedBy: null,
  commands: { 'local-group-rdp-users': JSON.stringify({ members }) },
})
const admins = (...members: readonly object[]) => ({
  joinedBy: null,
  commands: { 'local-group-administrators': JSON.stringify({ members }) },
})
const fix = ['rdp.add-user']
const domain = 'S-1-5-21-1004336348-1177238915-682003330'

rowsOf('rdp.membership', [
  ['the account joined this PC', {}, adele, 'pass'],
  ['named in Remote Desktop Users', users({ sid, name: 'AzureAD\\Megan@Contoso.com' }), megan, 'pass'],
  ['named in Administrators', admins({ sid, name: 'AzureAD\\megan@contoso.com' }), megan, 'pass'],
  [
    'the signed-in user by SID',
    users({ sid: 'S-1-12-1-3237998081-1182278469-4041129114-2018915346', name: null }),
    adele,
    'pass',
  ],
  ['the signed-in user by name', users({ sid, name: 'AzureAD\\AdeleVance' }), adele, 'pass'],
  ['somebody of that name, but not signed in', users({ sid, name: 'AzureAD\\MeganBowen' }), megan, 'fail', fix],
  ['nobody is in either', users(), megan, 'fail', fix],
  [
    'a match counts even if the other list is unread',
    { ...users({ sid, name: 'AzureAD\\megan@contoso.com' }), outcomes: { 'local-group-administrators': 'denied' } },
    megan,
    'pass',
  ],
  ['one list is unread', { ...users(), outcomes: { 'local-group-administrators': 'denied' } }, megan, 'unknown'],
  ['one list was not asked', { joinedBy: null, commands: { 'local-group-administrators': null } }, megan, 'unknown'],
  ['an Entra member without a name', users({ sid, name: null }), megan, 'unknown'],
  ['an Entra member whose name is its SID', users({ sid, name: sid }), megan, 'unknown'],
  ['a well-known domain group', admins({ sid: `${domain}-512`, name: 'CORP\\Domain Admins' }), megan, 'unknown'],
  [
    'a member marked as a group',
    users({ sid: `${domain}-1620`, name: 'CORP\\RDS-Users', kind: 'group' }),
    megan,
    'unknown',
  ],
  [
    'a member marked in capitals',
    users({ sid: `${domain}-1620`, name: 'CORP\\RDS-Users', kind: 'Group' }),
    megan,
    'unknown',
  ],
  ['a domain member with a name', users({ sid: `${domain}-1620`, name: 'CORP\\lee' }), megan, 'fail', fix],
  ['a domain member without a name', users({ sid: `${domain}-1620`, name: null }), megan, 'unknown'],
  ['Authenticated Users', users({ sid: 'S-1-5-11', name: 'NT AUTHORITY\\Authenticated Users' }), megan, 'unknown'],
  ['a built-in group', users({ sid: 'S-1-5-32-544', name: 'BUILTIN\\Administrators' }), megan, 'fail', fix],
  ['the list is garbage', { joinedBy: null, commands: { 'local-group-rdp-users': '{"members":3}' } }, megan, 'unknown'],
  ['no account named', {}, { role: 'server' }, 'not-applicable'],
  ['the connecting PC', {}, { account: 'adele@contoso.com' }, 'not-applicable'],
])
