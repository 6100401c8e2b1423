import { dword, refused, rowsOf } from '../../../../test/kit/judged.ts'
import { keys } from '../../facts/keys.ts'

const key = { track: 'security-key' } as const
const gpo = (value: number) => ({ [keys.fidoPolicy]: { values: { EnableFIDODeviceLogon: dword(value) } } })
const mdm = (value: number) => ({ [keys.securityKeyMdm]: { values: { UseSecurityKeyForSignin: dword(value) } } })
const fix = ['security-key.enable-sign-in']

rowsOf('security-key.sign-in', [
  ['on by Group Policy', { registry: gpo(1) }, key, 'pass'],
  ['on by MDM', { registry: mdm(1) }, key, 'pass'],
  ['on by both', { registry: { ...gpo(1), ...mdm(1) } }, key, 'pass'],
  ['nobody decided', {}, key, 'fail', fix],
  ['off by Group Policy', { registry: gpo(0) }, key, 'fail', fix],
  ['off by MDM', { registry: mdm(0) }, key, 'fail', fix],
  ['Group Policy on, MDM off', { registry: { ...gpo(1), ...mdm(0) } }, key, 'warn'],
  ['Group Policy off, MDM on', { registry: { ...gpo(0), ...mdm(1) } }, key, 'warn'],
  ['on by MDM, Group Policy refused', { registry: { ...mdm(1), [keys.fidoPolicy]: refused } }, key, 'pass'],
  ['MDM refused, Group Policy not set', { registry: { [keys.securityKeyMdm]: refused } }, key, 'unknown'],
  ['the Remote Desktop track', {}, {}, 'not-applicable'],
])
