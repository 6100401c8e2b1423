import { dword, refused, rowsOf, sz } from '../../../../test/kit/judged.ts'
import { keys } from '../../facts/keys.ts'

const key = { track: 'security-key' } as const
const types = (value: number) => ({ [keys.kerberosPolicy]: { values: { SupportedEncryptionTypes: dword(value) } } })
const product = (type: string) => ({ [keys.productOptions]: { values: { ProductType: sz(type) } } })

rowsOf('security-key.encryption', [
  ['not limited', {}, key, 'pass'],
  ['AES256 among others', { registry: types(0x18) }, key, 'pass'],
  ['everything', { registry: types(0x7fffffff) }, key, 'pass'],
  ['RC4 only, a client', { registry: { ...types(0x4), ...product('WinNT') } }, key, 'warn'],
  ['AES128 only, a member server', { registry: { ...types(0x8), ...product('ServerNT') } }, key, 'warn'],
  ['RC4 only, a domain controller', { registry: { ...types(0x4), ...product('LanmanNT') } }, key, 'fail'],
  [
    'another type',
    { registry: { [keys.kerberosPolicy]: { values: { SupportedEncryptionTypes: sz('24') } } } },
    key,
    'unknown',
  ],
  ['refused', { registry: { [keys.kerberosPolicy]: refused } }, key, 'unknown'],
  ['the Remote Desktop track', {}, {}, 'not-applicable'],
])
