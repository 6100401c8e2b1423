import { rowsOf } from '../../../../test/kit/judged.ts'

const key = { track: 'security-key' } as const

rowsOf('security-key.scenario', [
  ['signing in here', {}, key, 'pass'],
  ['Remote Desktop with Network Level Authentication', {}, { ...key, peer: 'PC-0600' }, 'fail'],
  ['Remote Desktop on the web path', {}, { ...key, peer: 'PC-0600', path: 'web' }, 'pass'],
  ['signing in to a server', { server: true }, key, 'fail'],
  ['a PC that is only joined on-premises', { state: 'domain-joined' }, key, 'fail'],
  ['nothing could be read', { outcomes: { 'dsregcmd-status': 'missing' } }, key, 'pass'],
  ['the Remote Desktop track', {}, { peer: 'PC-0600' }, 'not-applicable'],
])
