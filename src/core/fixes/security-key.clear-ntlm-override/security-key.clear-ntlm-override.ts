import { ok } from '../../../shared/result.ts'
import { removeValue } from '../../changes/registry-value.ts'
import { defineFix } from '../../engine/define-fix.ts'
import { keys } from '../../facts/keys.ts'

export const securityKeyClearNtlmOverride = defineFix({
  id: 'security-key.clear-ntlm-override',
  title: 'Let security key sign-in reach NTLM resources again',
  cures: ['security-key.ntlm-override'],
  changes: () => ok([removeValue(keys.kerberosParameters, 'KeyListReqSupportOverride')]),
})
