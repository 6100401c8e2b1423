import { localAskedAsOther, localUser, rowsOf } from '../../../../test/kit/judged.ts'

const certificates = (...list: readonly object[]) => ({
  commands: { 'machine-certificates': JSON.stringify({ certificates: list }) },
})
const p2p = {
  issuer: 'CN=MS-Organization-P2P-Access [2026]',
  subject: 'CN=0a0a0a0a-1b1b-4c2c-8d3d-4e4e4e4e4e4e',
  notBefore: '2026-11-20T07:59:30Z',
  notAfter: '2026-11-21T08:04:30Z',
}

rowsOf('certificate.p2p-device', [
  ['valid now', {}, {}, 'pass'],
  ['valid, hybrid joined', { state: 'hybrid-joined' }, {}, 'pass'],
  ['run out', certificates({ ...p2p, notAfter: '2026-11-20T09:00:00Z' }), {}, 'warn'],
  ['not valid yet', certificates({ ...p2p, notBefore: '2026-11-20T10:00:00Z' }), {}, 'warn'],
  ['an old one beside a valid one', certificates({ ...p2p, notAfter: '2026-11-19T09:00:00Z' }, p2p), {}, 'pass'],
  ['only the device certificate', certificates({ ...p2p, issuer: 'CN=MS-Organization-Access' }), {}, 'warn'],
  ['none', certificates(), {}, 'warn'],
  ['the store could not be read', { outcomes: { 'machine-certificates': 'denied' } }, {}, 'unknown'],
  ['the join state could not be read', { outcomes: { 'dsregcmd-status': 'missing' } }, {}, 'unknown'],
  ['not joined', { state: 'workgroup', user: localUser }, {}, 'not-applicable'],
  ['not joined, asked as somebody else', { state: 'workgroup', user: localAskedAsOther }, {}, 'not-applicable'],
])
