import { ok } from '../../../shared/result.ts'
import { setDword } from '../../changes/registry-value.ts'
import { defineFix } from '../../engine/define-fix.ts'
import { remoteConnectionsOwned } from '../../engine/owned-setting.ts'
import { keys } from '../../facts/keys.ts'

export const rdpEnable = defineFix({
  id: 'rdp.enable',
  title: 'Turn Remote Desktop on',
  cures: ['rdp.enabled'],
  owned: remoteConnectionsOwned,
  changes: () => ok([setDword(keys.terminalServer, 'fDenyTSConnections', 0)]),
})
