import { ok } from '../../../shared/result.ts'
import { removeValue } from '../../changes/registry-value.ts'
import { defineFix } from '../../engine/define-fix.ts'
import { pku2uAllowedAgain, pku2uOwned } from '../../engine/owned-setting.ts'
import { keys } from '../../facts/keys.ts'
import { allowOnlineId } from '../../facts/pku2u-setting.ts'
import { clusteringWarning, refuseOnCluster } from '../failover-clustering.ts'

export const pku2uClear = defineFix({
  id: 'pku2u.clear',
  title: 'Remove the PKU2U setting',
  cures: ['pku2u.setting'],
  restart: 'required',
  owned: pku2uOwned,
  whenAllowed: pku2uAllowedAgain,
  warnings: [clusteringWarning],
  refusal: refuseOnCluster,
  changes: () => ok([removeValue(keys.pku2u, allowOnlineId)]),
})
