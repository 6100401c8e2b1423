import { ok } from '../../../shared/result.ts'
import { setDword } from '../../changes/registry-value.ts'
import { defineFix } from '../../engine/define-fix.ts'
import { signInOwned } from '../../engine/owned-setting.ts'
import { keys } from '../../facts/keys.ts'

export const securityKeyEnableSignIn = defineFix({
  id: 'security-key.enable-sign-in',
  title: 'Offer security keys on the sign-in screen',
  cures: ['security-key.sign-in'],
  owned: signInOwned,
  warnings: [
    'This writes the value that Group Policy uses. The one that MDM uses is not touched; where the two differ, let one of them decide.',
  ],
  changes: () => ok([setDword(keys.fidoPolicy, 'EnableFIDODeviceLogon', 1)]),
})
