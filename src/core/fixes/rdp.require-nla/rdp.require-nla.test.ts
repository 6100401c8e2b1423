import { assertFix } from '../../../../test/kit/fix-of.ts'
import { keys } from '../../facts/keys.ts'
import { rdpRequireNla } from './rdp.require-nla.ts'

assertFix(rdpRequireNla, {
  id: 'rdp.require-nla',
  writes: [[keys.rdpTcp, 'UserAuthentication', ['REG_DWORD', 1]]],
  restart: 'none',
  ownable: true,
  refusedOnCluster: false,
})
