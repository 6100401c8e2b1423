import { ok } from '../../../shared/result.ts'
import { setDword } from '../../changes/registry-value.ts'
import { defineFix } from '../../engine/define-fix.ts'
import { pku2uAllowedAgain, pku2uOwned } from '../../engine/owned-setting.ts'
import { keys } from '../../facts/keys.ts'
import { allowOnlineId } from '../../facts/pku2u-setting.ts'
import { clusteringWarning, refuseOnCluster } from '../failover-clustering.ts'

/** For estates that are on-premises only, where online identities shall not sign in. */
export const pku2uBlock = defineFix({
  id: 'pku2u.block',
  title: 'Block PKU2U (AllowOnlineID = 0)',
  cures: [],
  restart: 'required',
  owned: pku2uOwned,
  whenAllowed: pku2uAllowedAgain,
  warnings: [clusteringWarning],
  refusal: refuseOnCluster,
  changes: () => ok([setDword(keys.pku2u, allowOnlineId, 0)]),
})
