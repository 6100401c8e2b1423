import { assertFix } from '../../../../test/kit/fix-of.ts'
import { keys } from '../../facts/keys.ts'
import { pku2uClear } from './pku2u.clear.ts'

assertFix(pku2uClear, {
  id: 'pku2u.clear',
  writes: [[keys.pku2u, 'AllowOnlineID', null]],
  restart: 'required',
  ownable: true,
  refusedOnCluster: true,
})
