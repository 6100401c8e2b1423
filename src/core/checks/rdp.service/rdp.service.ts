import { defineCheck, type Judgement } from '../../engine/define-check.ts'
import { keys } from '../../facts/keys.ts'
import { termServiceStart, umRdpServiceStart } from '../../facts/rdp-target.ts'
import { dword } from '../../facts/values.ts'
import { fromRegistry, notRead } from '../evidence.ts'
import { pages } from '../links.ts'

const disabled = 4

export const rdpService = defineCheck({
  id: 'rdp.service',
  title: 'Remote Desktop services',
  why: 'A disabled service never answers, whatever else is set.',
  roles: ['server'],
  tracks: ['rdp'],
  links: [pages.rdpTroubleshooting],
  needs: {},
  considers: { main: termServiceStart, redirector: umRdpServiceStart },
  judge: (_facts, { main, redirector }): Judgement => {
    const evidence = [
      ...(main.ok
        ? [fromRegistry(keys.termService, 'Start', main.value)]
        : notRead('registry', keys.termService, main)),
      ...(redirector.ok
        ? [fromRegistry(keys.umRdpService, 'Start', redirector.value)]
        : notRead('registry', keys.umRdpService, redirector)),
    ]
    const off = [
      ...(main.ok && dword(main.value) === disabled ? ['Remote Desktop Services (TermService)'] : []),
      ...(redirector.ok && dword(redirector.value) === disabled
        ? ['Remote Desktop Services UserMode Port Redirector (UmRdpService)']
        : []),
    ]
    if (off.length > 0)
      return {
        status: 'fail',
        detail: `${off.join(' and ')} ${off.length === 1 ? 'is' : 'are'} disabled. Set the start type to Manual in Services.`,
        evidence,
      }
    if (!main.ok || !redirector.ok || dword(main.value) === null)
      return { status: 'unknown', detail: 'How the Remote Desktop services start could not be read.', evidence }
    return { status: 'pass', detail: 'The Remote Desktop services are not disabled.', evidence }
  },
})
