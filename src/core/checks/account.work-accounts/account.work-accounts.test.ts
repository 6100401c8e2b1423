import { askedAsOther, dword, held, localUser, refused, rowsOf, web } from '../../../../test/kit/judged.ts'
import { keys } from '../../facts/keys.ts'

const three = { accounts: [held('a@fabrikam.com', 'A'), held('b@fabrikam.com', 'B'), held('c@fabrikam.com', 'C')] }
const blocked = { [keys.workplaceJoinPolicy]: { values: { BlockAADWorkplaceJoin: dword(1) } } }
const home = { state: 'entra-registered', user: localUser } as const
const adele = { account: 'adele@contoso.com' }
const other = { account: 'other@contoso.com' }

rowsOf('account.work-accounts', [
  ['signed in as the account, none held', {}, adele, 'pass'],
  ['room for a needed account', {}, other, 'pass'],
  ['needed, three used', three, other, 'fail'],
  ['needed on a home PC, three used', { ...home, ...three }, other, 'fail'],
  ['needed, adding blocked', { registry: blocked }, other, 'fail'],
  ['not needed, adding blocked', { registry: blocked }, adele, 'pass'],
  ['signed in as the account, three used by others', three, adele, 'warn'],
  ['no account named, three used', { ...home, ...three }, {}, 'warn'],
  ['the account is one of three', { ...home, ...three }, { account: 'b@fabrikam.com' }, 'warn'],
  [
    'the account is one of two',
    { ...home, accounts: three.accounts.slice(0, 2) },
    { account: 'b@fabrikam.com' },
    'pass',
  ],
  ['needed, policy refused', { registry: { [keys.workplaceJoinPolicy]: refused } }, other, 'unknown'],
  [
    'nothing about accounts could be read',
    { registry: { [keys.workplaceJoinInfo]: refused }, outcomes: { 'dsregcmd-status': 'missing' } },
    other,
    'unknown',
  ],
  [
    'signed in as the account, and it is only known that another is held',
    {
      registry: { [keys.workplaceJoinInfo]: refused },
      dsregcmd: (text) => text.replace(/(WorkplaceJoined : )NO/, '$1YES'),
    },
    adele,
    'unknown',
  ],
  ['asked as somebody else', askedAsOther, other, 'unknown'],
  ['the web account path', three, { ...web, ...other }, 'not-applicable'],
])
