import { defineCheck, type Judgement } from '../../engine/define-check.ts'
import { join, onDomainOnly } from '../../facts/join.ts'
import { operatingSystem } from '../../facts/operating-system.ts'
import { pages } from '../links.ts'

const never =
  'A security key cannot serve Remote Desktop with Network Level Authentication, VDI and Citrix, S/MIME, “Run as”, sign-in to a server, and PCs that are only joined on-premises.'

export const securityKeyScenario = defineCheck({
  id: 'security-key.scenario',
  title: 'Use of a security key',
  why: 'Some uses are not supported with a security key, whatever is set up. Better to know before trying.',
  roles: ['client', 'server'],
  tracks: ['security-key'],
  links: [pages.securityKeys, pages.remoteEntraPc],
  needs: {},
  considers: { os: operatingSystem, join },
  judge: (_facts, { os, join: joined }, { intent }): Judgement => {
    const state = joined.ok ? joined.value.state : 'unknown'
    const isServer = os.ok && os.value.isServer === true
    const evidence = [
      {
        source: 'case',
        where: 'what was asked for',
        what: `other PC ${intent.peer ?? 'not named'}, path ${intent.path}, join ${state}, ${isServer ? 'Windows Server' : 'not a server as far as known'}`,
      },
    ]
    if (intent.peer !== null && intent.path === 'pku2u')
      return {
        status: 'fail',
        detail: `Remote Desktop with Network Level Authentication does not take a security key. Use “Use a web account to sign in” (the web path). ${never}`,
        evidence,
      }
    if (isServer)
      return {
        status: 'fail',
        detail: `Signing in to Windows Server with a security key is not supported. ${never}`,
        evidence,
      }
    if (onDomainOnly(state))
      return { status: 'fail', detail: `This PC is only joined on-premises; that is not supported. ${never}`, evidence }
    return {
      status: 'pass',
      detail:
        intent.path === 'web'
          ? `On the web account path, security keys work over Remote Desktop. ${never}`
          : `Nothing that was asked for rules a security key out. ${never}`,
      evidence,
    }
  },
})
