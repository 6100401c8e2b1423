import type { Fix } from '../engine/define-fix.ts'
import { pku2uBlock } from './pku2u.block/pku2u.block.ts'
import { pku2uClear } from './pku2u.clear/pku2u.clear.ts'
import { pku2uEnable } from './pku2u.enable/pku2u.enable.ts'
import { rdpAddUser } from './rdp.add-user/rdp.add-user.ts'
import { rdpAllowFirewall } from './rdp.allow-firewall/rdp.allow-firewall.ts'
import { rdpEnable } from './rdp.enable/rdp.enable.ts'
import { rdpRequireNla } from './rdp.require-nla/rdp.require-nla.ts'
import { securityKeyClearNtlmOverride } from './security-key.clear-ntlm-override/security-key.clear-ntlm-override.ts'
import { securityKeyEnableSignIn } from './security-key.enable-sign-in/security-key.enable-sign-in.ts'

/** Every fix that a finding may name. */
export const fixes: readonly Fix[] = [
  pku2uEnable,
  pku2uBlock,
  pku2uClear,
  rdpEnable,
  rdpAllowFirewall,
  rdpRequireNla,
  rdpAddUser,
  securityKeyEnableSignIn,
  securityKeyClearNtlmOverride,
]

export const fixNamed = (id: string): Fix | null => fixes.find((fix) => fix.id === id) ?? null
