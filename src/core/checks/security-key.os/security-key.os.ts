import { defineCheck, type Judgement } from '../../engine/define-check.ts'
import { operatingSystem } from '../../facts/operating-system.ts'
import { fromWindowsVersion } from '../evidence.ts'
import { pages } from '../links.ts'

/** Windows 10 version 2004. */
const firstBuild = 19041

export const securityKeyOs = defineCheck({
  id: 'security-key.os',
  title: 'Windows version for security keys',
  why: 'Signing in with a security key and reaching on-premises resources needs Windows 10 version 2004 or newer.',
  roles: ['client', 'server'],
  tracks: ['security-key'],
  links: [pages.securityKeys],
  needs: { os: operatingSystem },
  judge: ({ os }): Judgement => {
    const { build } = os
    const evidence = [fromWindowsVersion(os)]
    if (build === null) return { status: 'unknown', detail: 'The Windows build could not be read.', evidence }
    return build >= firstBuild
      ? { status: 'pass', detail: `Build ${build} is new enough.`, evidence }
      : { status: 'fail', detail: `Build ${build} is too old. Update to build ${firstBuild} or newer.`, evidence }
  },
})
