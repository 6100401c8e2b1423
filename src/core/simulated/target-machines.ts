import { rdpPort } from '../../shared/target-name.ts'
import type { TargetProbe } from '../../shared/target-probe.ts'
import { asked, type SimulatedDefinition } from './build-machine.ts'
import { contoso } from './texts.ts'

const nlaOffer = ['SSL', 'HYBRID', 'HYBRID_EX', 'RDSTLS'] as const
const pc0600 = {
  target: 'PC-0600',
  port: rdpPort,
  outcome: 'ok',
  resolved: ['192.0.2.20', '2001:db8::20'],
  adminPorts: [
    { port: 445, name: 'SMB', state: 'open' },
    { port: 135, name: 'RPC', state: 'open' },
    { port: 5985, name: 'WinRM', state: 'refused' },
  ],
} as const
const deviceName = `CN=0d0d0d0d-2e2e-4f3f-8a4a-5b5b5b5b5b5b, DC=${contoso.tenantId}`

const requiresNla: TargetProbe = {
  ...pc0600,
  tried: [
    { requested: nlaOffer, selected: 'HYBRID_EX', failure: null },
    { requested: ['SSL'], selected: null, failure: { code: 5, name: 'HYBRID_REQUIRED_BY_SERVER' } },
  ],
  accepted: ['HYBRID_EX'],
  certificate: {
    subject: deviceName,
    issuer: `CN=MS-Organization-P2P-Access [2026], DC=${contoso.tenantId}`,
    notBefore: '2026-11-19T21:04:00Z',
    notAfter: '2026-11-20T21:09:00Z',
    kind: 'p2p',
  },
}

const takesTlsAlone: TargetProbe = {
  ...pc0600,
  resolved: ['192.0.2.20'],
  tried: [
    { requested: nlaOffer, selected: 'SSL', failure: null },
    { requested: ['SSL'], selected: 'SSL', failure: null },
  ],
  accepted: ['SSL'],
  certificate: {
    subject: 'CN=PC-0600',
    issuer: 'CN=PC-0600',
    notBefore: '2026-10-02T06:11:40Z',
    notAfter: '2027-04-03T06:11:40Z',
    kind: 'self-signed',
  },
}

const intent = { account: 'adele@contoso.com', peer: 'PC-0600' } as const

export const targetMachines: readonly SimulatedDefinition[] = [
  {
    name: 'client-target-answers',
    title: 'Laptop, and the other PC answers',
    story: 'Adele wants to connect to PC-0600. Her laptop is ready, and the other PC asks for her sign-in.',
    intent,
    target: requiresNla,
    ...asked({ hostName: 'PC-0417' }),
  },
  {
    name: 'client-target-without-nla',
    title: 'Laptop, and the other PC does without NLA',
    story: 'Somebody changed PC-0600 so that it no longer asks who connects before it shows its sign-in screen.',
    intent,
    target: takesTlsAlone,
    ...asked({ hostName: 'PC-0417' }),
  },
]
