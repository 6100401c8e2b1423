import { assertFix } from '../../../../test/kit/fix-of.ts'
import { keys } from '../../facts/keys.ts'
import { pku2uBlock } from './pku2u.block.ts'

assertFix(pku2uBlock, {
  id: 'pku2u.block',
  writes: [[keys.pku2u, 'AllowOnlineID', ['REG_DWORD', 0]]],
  restart: 'required',
  ownable: true,
  refusedOnCluster: true,
})
