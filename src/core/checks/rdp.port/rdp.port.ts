import { defineCheck } from '../../engine/define-check.ts'
import { keys } from '../../facts/keys.ts'
import { defaultRdpPort, rdpPort } from '../../facts/rdp-target.ts'
import { fromRegistry } from '../evidence.ts'
import { pages } from '../links.ts'

export const rdpPortCheck = defineCheck({
  id: 'rdp.port',
  title: 'Remote Desktop port',
  why: 'On another port, the connecting PC has to name it, and firewalls have to know it.',
  roles: ['server'],
  tracks: ['rdp'],
  links: [pages.rdpTroubleshooting],
  needs: { listener: rdpPort },
  judge: ({ listener: { port, raw } }) => {
    const evidence = [fromRegistry(keys.rdpTcp, 'PortNumber', raw)]
    return port === defaultRdpPort
      ? { status: 'pass', detail: `Remote Desktop listens on port ${port}.`, evidence }
      : {
          status: 'warn',
          detail: `Remote Desktop listens on port ${port}, not ${defaultRdpPort}. Connect to NAME:${port}.`,
          evidence,
        }
  },
})
