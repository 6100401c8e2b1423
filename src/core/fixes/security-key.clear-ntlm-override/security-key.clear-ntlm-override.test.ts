import { assertFix } from '../../../../test/kit/fix-of.ts'
import { keys } from '../../facts/keys.ts'
import { securityKeyClearNtlmOverride } from './security-key.clear-ntlm-override.ts'

assertFix(securityKeyClearNtlmOverride, {
  id: 'security-key.clear-ntlm-override',
  writes: [[keys.kerberosParameters, 'KeyListReqSupportOverride', null]],
  restart: 'none',
  ownable: false,
  refusedOnCluster: false,
})
