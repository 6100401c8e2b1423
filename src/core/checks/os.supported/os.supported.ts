import type { Intent } from '../../../shared/intent.ts'
import { defineCheck, type Judgement } from '../../engine/define-check.ts'
import { type Join, join, onDomainOnly } from '../../facts/join.ts'
import { operatingSystem } from '../../facts/operating-system.ts'
import { workAccounts } from '../../facts/work-accounts.ts'
import { fromWindowsVersion } from '../evidence.ts'
import { pages } from '../links.ts'

/** Windows 10 1607 for joined PCs, Windows 10 2004 for registered ones: "Connect to remote Microsoft Entra joined device". */
const joinedMinimum = 14393
const registeredMinimum = 19041

export const isHomeEdition = (edition: string): boolean => edition.toLowerCase().startsWith('core')

export const homeTarget =
  'This is a Home edition, which nobody can connect to. Upgrade it to Pro, Enterprise or Education.'

/** null: it is not known. Registered and workgroup need the same build, so which of them it is does not matter. */
const countsAsRegistered = (
  { state, azureAdJoined, domainJoined }: Join,
  holdsAccount: boolean | null,
): boolean | null => {
  if (azureAdJoined !== 'no') return azureAdJoined === 'yes' ? false : null
  if (onDomainOnly(state)) return holdsAccount
  return domainJoined === 'no' ? true : null
}

export const osSupported = defineCheck({
  id: 'os.supported',
  title: 'Windows edition and version',
  why: 'Home editions cannot be a Remote Desktop target, and early Windows 10 builds cannot sign in to another PC this way.',
  roles: ['client', 'server'],
  tracks: ['rdp', 'security-key'],
  links: [pages.remoteEntraPc],
  notFor: ({ path }: Intent) =>
    path === 'web' ? 'On the web account path, the web account check decides whether this Windows can do it.' : null,
  needs: { os: operatingSystem },
  considers: { join, accounts: workAccounts },
  judge: ({ os }, results, { intent }): Judgement => {
    const evidence = [fromWindowsVersion(os)]
    if (intent.role === 'server') {
      if (os.edition === null) return { status: 'unknown', detail: 'The Windows edition could not be read.', evidence }
      return isHomeEdition(os.edition)
        ? { status: 'fail', detail: homeTarget, evidence }
        : { status: 'pass', detail: `${os.name ?? 'This Windows'} can be connected to.`, evidence }
    }
    if (os.build === null) return { status: 'unknown', detail: 'The Windows build could not be read.', evidence }
    const holdsAccount = results.accounts.ok ? results.accounts.value.used > 0 : null
    const asRegistered = results.join.ok ? countsAsRegistered(results.join.value, holdsAccount) : null
    const tooOld = (minimum: number): Judgement => ({
      status: 'fail',
      detail: `Build ${os.build} is too old. A PC joined like this one needs build ${minimum} or newer. Update Windows.`,
      evidence,
    })
    if (os.build < joinedMinimum) return tooOld(asRegistered === true ? registeredMinimum : joinedMinimum)
    if (os.build >= registeredMinimum || asRegistered === false)
      return { status: 'pass', detail: `${os.name ?? 'This Windows'} can connect this way.`, evidence }
    if (asRegistered === true) return tooOld(registeredMinimum)
    return {
      status: 'unknown',
      detail: `Build ${os.build} is enough for a joined PC but not for a registered one, and how this PC is joined is not known.`,
      evidence,
    }
  },
})
