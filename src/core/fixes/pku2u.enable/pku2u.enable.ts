import { ok } from '../../../shared/result.ts'
import { setDword } from '../../changes/registry-value.ts'
import { defineFix } from '../../engine/define-fix.ts'
import { pku2uOwned } from '../../engine/owned-setting.ts'
import { keys } from '../../facts/keys.ts'
import { allowOnlineId } from '../../facts/pku2u-setting.ts'

export const pku2uEnable = defineFix({
  id: 'pku2u.enable',
  title: 'Allow PKU2U (AllowOnlineID = 1)',
  cures: ['pku2u.setting'],
  restart: 'required',
  owned: pku2uOwned,
  changes: () => ok([setDword(keys.pku2u, allowOnlineId, 1)]),
})
