import { defineCheck, type Judgement } from '../../engine/define-check.ts'
import { remoteConnections } from '../../facts/rdp-target.ts'
import { fromRegistry } from '../evidence.ts'
import { pages } from '../links.ts'

export const rdpEnabled = defineCheck({
  id: 'rdp.enabled',
  title: 'Remote Desktop',
  why: 'While remote connections are off, nobody can connect to this PC.',
  roles: ['server'],
  tracks: ['rdp'],
  links: [pages.rdpTroubleshooting],
  needs: { connections: remoteConnections },
  judge: ({ connections: { value, raw, byPolicy, key } }): Judgement => {
    const evidence = [fromRegistry(key, 'fDenyTSConnections', raw)]
    if (value === 0) return { status: 'pass', detail: 'Others may connect to this PC.', evidence }
    return byPolicy
      ? { status: 'fail', detail: 'A policy turns Remote Desktop off. Ask its owner to allow it.', evidence }
      : { status: 'fail', detail: 'Remote Desktop is off on this PC.', evidence, fixes: ['rdp.enable'] }
  },
})
