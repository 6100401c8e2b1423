import { asked, type SimulatedDefinition } from './build-machine.ts'
import { contoso, fabrikam, type SimulatedAccount } from './texts.ts'

const localUser = {
  name: 'HOME-PC\\Megan',
  upn: null,
  sid: 'S-1-5-21-2222222222-3333333333-444444444-1001',
  sessionUserSid: 'S-1-5-21-2222222222-3333333333-444444444-1001',
} as const

const held = (email: string, tenant: typeof contoso | typeof fabrikam, digit: string): SimulatedAccount => ({
  email,
  tenantId: tenant.tenantId,
  tenantName: tenant.tenantName,
  thumbprint: digit.repeat(40),
})

export const accountMachines: readonly SimulatedDefinition[] = [
  {
    name: 'work-accounts-full',
    title: 'Home PC with three work accounts',
    story: 'A contractor works for several companies. Windows refuses a fourth work account.',
    intent: { account: 'megan@contoso.com' },
    ...asked({
      hostName: 'HOME-PC',
      state: 'entra-registered',
      user: localUser,
      accounts: [
        held('megan@fabrikam.com', fabrikam, 'A'),
        held('m.bowen@fabrikam.com', fabrikam, 'B'),
        held('support@contoso.com', contoso, 'C'),
      ],
    }),
  },
  {
    name: 'registered-client-without-account',
    title: 'Home PC without the work account',
    story: 'Megan works from home on her own PC and never added her work account to it.',
    intent: { account: 'megan@contoso.com' },
    ...asked({ hostName: 'HOME-PC', state: 'workgroup', allowOnlineId: null, user: localUser }),
  },
]
