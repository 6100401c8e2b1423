import { assertFix } from '../../../../test/kit/fix-of.ts'
import { keys } from '../../facts/keys.ts'
import { securityKeyEnableSignIn } from './security-key.enable-sign-in.ts'

assertFix(securityKeyEnableSignIn, {
  id: 'security-key.enable-sign-in',
  writes: [[keys.fidoPolicy, 'EnableFIDODeviceLogon', ['REG_DWORD', 1]]],
  restart: 'none',
  ownable: true,
  refusedOnCluster: false,
})
