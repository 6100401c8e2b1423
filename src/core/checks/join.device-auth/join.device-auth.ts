import { defineCheck } from '../../engine/define-check.ts'
import { join, joinedHow } from '../../facts/join.ts'
import { fromDsregcmd } from '../evidence.ts'
import { pages } from '../links.ts'

export const joinDeviceAuth = defineCheck({
  id: 'join.device-auth',
  title: 'Device in Microsoft Entra ID',
  why: 'A PC can believe it is joined after its object was deleted or disabled in the cloud. Then it gets no certificate for peer sign-in.',
  roles: ['client', 'server'],
  tracks: ['rdp', 'security-key'],
  links: [pages.dsregcmd, pages.deviceFaq],
  needs: { join },
  judge: ({ join: joined }) => {
    const { azureAdJoined, deviceAuth, deviceAuthError } = joined
    const code = deviceAuthError === null ? '' : ` (${deviceAuthError})`
    const evidence = [fromDsregcmd(`DeviceAuthStatus: ${deviceAuth}${code}`)]
    if (azureAdJoined === 'unknown')
      return { status: 'unknown', detail: 'How this PC is joined is not known.', evidence }
    if (azureAdJoined === 'no')
      return { status: 'not-applicable', detail: `This PC is ${joinedHow(joined)}.`, evidence: [] }
    switch (deviceAuth) {
      case 'success':
        return { status: 'pass', detail: 'Microsoft Entra ID confirmed this PC.', evidence }
      case 'disabled-or-deleted':
        return {
          status: 'fail',
          detail:
            'This PC was disabled or deleted in Microsoft Entra ID. Enable it in the Microsoft Entra admin center, or join it again.',
          evidence,
        }
      case 'untested':
        return {
          status: 'warn',
          detail: `Windows could not ask Microsoft Entra ID about this PC${code}. Check the internet connection, then check again.`,
          evidence,
        }
      case 'unknown':
        return {
          status: 'unknown',
          detail: 'This Windows does not say whether Microsoft Entra ID knows this PC.',
          evidence,
        }
    }
  },
})
