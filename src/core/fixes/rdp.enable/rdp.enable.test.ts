import { assertFix } from '../../../../test/kit/fix-of.ts'
import { keys } from '../../facts/keys.ts'
import { rdpEnable } from './rdp.enable.ts'

assertFix(rdpEnable, {
  id: 'rdp.enable',
  writes: [[keys.terminalServer, 'fDenyTSConnections', ['REG_DWORD', 0]]],
  restart: 'none',
  ownable: true,
  refusedOnCluster: false,
})
