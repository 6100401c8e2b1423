import { dword, refused, rowsOf, server } from '../../../../test/kit/judged.ts'
import { keys } from '../../facts/keys.ts'

const listener = (value: number) => ({ [keys.rdpTcp]: { values: { UserAuthentication: dword(value) } } })
const policy = (value: number) => ({ [keys.terminalServerPolicy]: { values: { UserAuthentication: dword(value) } } })

rowsOf('rdp.nla', [
  ['required', {}, server, 'pass'],
  ['off', { registry: listener(0) }, server, 'warn', ['rdp.require-nla']],
  ['off by policy', { registry: policy(0) }, server, 'warn'],
  ['required by policy', { registry: { ...listener(0), ...policy(1) } }, server, 'pass'],
  ['not set', { registry: { [keys.rdpTcp]: { values: {} } } }, server, 'unknown'],
  ['refused', { registry: { [keys.rdpTcp]: refused } }, server, 'unknown'],
  ['the connecting PC', {}, {}, 'not-applicable'],
])
