import { ok } from '../../../shared/result.ts'
import { setDword } from '../../changes/registry-value.ts'
import { defineFix } from '../../engine/define-fix.ts'
import { networkLevelAuthenticationOwned } from '../../engine/owned-setting.ts'
import { keys } from '../../facts/keys.ts'

/** Never offered the other way round: turning it off hides the cause and weakens the PC. */
export const rdpRequireNla = defineFix({
  id: 'rdp.require-nla',
  title: 'Require Network Level Authentication',
  cures: ['rdp.nla'],
  owned: networkLevelAuthenticationOwned,
  changes: () => ok([setDword(keys.rdpTcp, 'UserAuthentication', 1)]),
})
