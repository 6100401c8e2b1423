import { dword, refused, rowsOf, server, sz } from '../../../../test/kit/judged.ts'
import { keys } from '../../facts/keys.ts'

rowsOf('rdp.port', [
  ['3389', {}, server, 'pass'],
  ['not set', { registry: { [keys.rdpTcp]: { values: {} } } }, server, 'pass'],
  ['another port', { registry: { [keys.rdpTcp]: { values: { PortNumber: dword(3390) } } } }, server, 'warn'],
  ['another type', { registry: { [keys.rdpTcp]: { values: { PortNumber: sz('3390') } } } }, server, 'unknown'],
  ['refused', { registry: { [keys.rdpTcp]: refused } }, server, 'unknown'],
  ['the connecting PC', {}, {}, 'not-applicable'],
])
