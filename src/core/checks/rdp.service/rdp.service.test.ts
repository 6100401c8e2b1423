import { dword, refused, rowsOf, server } from '../../../../test/kit/judged.ts'
import { keys } from '../../facts/keys.ts'

const start = (key: string, value: number) => ({ [key]: { values: { Start: dword(value) } } })

rowsOf('rdp.service', [
  ['manual, as Windows sets it', {}, server, 'pass'],
  ['TermService disabled', { registry: start(keys.termService, 4) }, server, 'fail'],
  ['UmRdpService disabled', { registry: start(keys.umRdpService, 4) }, server, 'fail'],
  ['refused', { registry: { [keys.termService]: refused } }, server, 'unknown'],
  ['TermService is not there', { registry: { [keys.termService]: undefined } }, server, 'unknown'],
  ['the connecting PC', {}, {}, 'not-applicable'],
])
