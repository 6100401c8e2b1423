import { dword, refused, rowsOf } from '../../../../test/kit/judged.ts'
import { keys } from '../../facts/keys.ts'

const key = { track: 'security-key' } as const
const override = (value: number) => ({
  registry: { [keys.kerberosParameters]: { values: { KeyListReqSupportOverride: dword(value) } } },
})

rowsOf('security-key.ntlm-override', [
  ['not set', {}, key, 'pass'],
  ['1', override(1), key, 'pass'],
  ['0', override(0), key, 'warn', ['security-key.clear-ntlm-override']],
  ['refused', { registry: { [keys.kerberosParameters]: refused } }, key, 'unknown'],
  ['the Remote Desktop track', {}, {}, 'not-applicable'],
])
