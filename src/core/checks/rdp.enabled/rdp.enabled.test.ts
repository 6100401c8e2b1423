import { dword, refused, rowsOf, server } from '../../../../test/kit/judged.ts'
import { keys } from '../../facts/keys.ts'

const policy = (value: number) => ({ [keys.terminalServerPolicy]: { values: { fDenyTSConnections: dword(value) } } })
const on = { remoteDesktopOn: true }

rowsOf('rdp.enabled', [
  ['on', on, server, 'pass'],
  ['off', {}, server, 'fail', ['rdp.enable']],
  ['never set', { registry: { [keys.terminalServer]: { values: {} } } }, server, 'fail', ['rdp.enable']],
  ['off by policy', { ...on, registry: policy(1) }, server, 'fail'],
  ['on by policy, off here', { registry: policy(0) }, server, 'pass'],
  ['refused', { registry: { [keys.terminalServer]: refused } }, server, 'unknown'],
  ['the connecting PC', {}, {}, 'not-applicable'],
])
