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
    'This writes what Group Policy would write. Where a group policy or MDM turns security keys off, it does so again; change it there, too.',
  ],
  changes: () => ok([setDword(keys.fidoPolicy, 'EnableFIDODeviceLogon', 1)]),
})
