import { assertFix } from '../../../../test/kit/fix-of.ts'
import { keys } from '../../facts/keys.ts'
import { pku2uEnable } from './pku2u.enable.ts'

assertFix(pku2uEnable, {
  id: 'pku2u.enable',
  writes: [[keys.pku2u, 'AllowOnlineID', ['REG_DWORD', 1]]],
  restart: 'required',
  ownable: true,
  refusedOnCluster: false,
})
