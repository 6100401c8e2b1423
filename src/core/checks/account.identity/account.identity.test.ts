import { askedAsOther, held, localUser, refused, rowsOf, sz, web } from '../../../../test/kit/judged.ts'
import { keys } from '../../facts/keys.ts'

const adele = { account: 'adele@contoso.com' }
const megan = { account: 'megan@fabrikam.com' }
const registered = { state: 'entra-registered', user: localUser, accounts: [held('Megan@Fabrikam.com', 'A')] } as const
/** A recording that lists an account, and not that it is the only one. */
const someWrittenDown = {
  user: { ...localUser, upn: 'pat@contoso.com' },
  complete: false,
  registry: {
    [keys.workplaceJoinInfo]: undefined,
    [`${keys.workplaceJoinInfo}\\AABB`]: { values: { UserEmail: sz('megan@fabrikam.com') } },
  },
  outcomes: { 'dsregcmd-status': 'missing' },
} as const
const noUpn = { user: { upn: null } }
const named = (text: string): string => text.replace(/(Executing Account Name : .*)\r/, '$1, adele@contoso.com\r')
const unnamed = (text: string): string => text.replace(/.*Executing Account Name.*\r\n/, '')

rowsOf('account.identity', [
  ['signed in as the account', {}, adele, 'pass'],
  ['compared without case', { user: { upn: 'Adele@Contoso.com' } }, adele, 'pass'],
  ['the UPN is learned from dsregcmd', { ...noUpn, dsregcmd: named }, adele, 'pass'],
  ['the UPN that dsregcmd names is another', { ...noUpn, dsregcmd: named }, megan, 'fail'],
  ['held as a work account', registered, megan, 'pass'],
  ['signed in as somebody else', {}, megan, 'fail'],
  ['not held, UPN unknown', registered, { account: 'other@contoso.com' }, 'unknown'],
  ['not held, no executing account', { ...noUpn, dsregcmd: unnamed }, megan, 'unknown'],
  [
    'accounts refused, signed in as somebody else',
    {
      registry: { [keys.workplaceJoinInfo]: refused },
      dsregcmd: (text) => text.replace(/(WorkplaceJoined : )NO/, '$1YES'),
    },
    megan,
    'unknown',
  ],
  ['accounts refused but dsregcmd knows of none', { registry: { [keys.workplaceJoinInfo]: refused } }, megan, 'fail'],
  ['only one account was written down, and it is the one', someWrittenDown, megan, 'pass'],
  ['only one account was written down, and it is another', someWrittenDown, adele, 'unknown'],
  ['no account named, Entra SID', {}, {}, 'warn'],
  ['no account named, a work account', registered, {}, 'warn'],
  ['no account named, a PRT', { user: { sid: 'S-1-5-21-1-2-3-4', sessionUserSid: 'S-1-5-21-1-2-3-4' } }, {}, 'warn'],
  ['no account named, none there', { state: 'workgroup', user: localUser }, {}, 'fail'],
  [
    'no account named, dsregcmd missing',
    { state: 'workgroup', user: localUser, outcomes: { 'dsregcmd-status': 'missing' } },
    {},
    'unknown',
  ],
  ['asked as somebody else', askedAsOther, adele, 'unknown'],
  ['asked as somebody else, no account named', askedAsOther, {}, 'unknown'],
  ['the web account path', {}, { ...web, ...megan }, 'not-applicable'],
])
