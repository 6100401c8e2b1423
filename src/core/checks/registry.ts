import type { Check } from '../engine/define-check.ts'
import { accountIdentity } from './account.identity/account.identity.ts'
import { accountWorkAccounts } from './account.work-accounts/account.work-accounts.ts'
import { certificateP2pDevice } from './certificate.p2p-device/certificate.p2p-device.ts'
import { contextUser } from './context.user/context.user.ts'
import { domainController } from './domain.controller/domain.controller.ts'
import { domainSecureChannel } from './domain.secure-channel/domain.secure-channel.ts'
import { joinDeviceAuth } from './join.device-auth/join.device-auth.ts'
import { joinState } from './join.state/join.state.ts'
import { networkTarget } from './network.target/network.target.ts'
import { osSupported } from './os.supported/os.supported.ts'
import { pku2uOwner } from './pku2u.owner/pku2u.owner.ts'
import { pku2uRestart } from './pku2u.restart/pku2u.restart.ts'
import { pku2uSettingCheck } from './pku2u.setting/pku2u.setting.ts'
import { rdpCredentialGuard } from './rdp.credential-guard/rdp.credential-guard.ts'
import { rdpEnabled } from './rdp.enabled/rdp.enabled.ts'
import { rdpFirewall } from './rdp.firewall/rdp.firewall.ts'
import { rdpMembership } from './rdp.membership/rdp.membership.ts'
import { rdpNla } from './rdp.nla/rdp.nla.ts'
import { rdpPortCheck } from './rdp.port/rdp.port.ts'
import { rdpService } from './rdp.service/rdp.service.ts'
import { rdpWebAccount } from './rdp.web-account/rdp.web-account.ts'
import { restartPending } from './restart.pending/restart.pending.ts'
import { securityKeyCloudTgt } from './security-key.cloud-tgt/security-key.cloud-tgt.ts'
import { securityKeyDcKeylist } from './security-key.dc-keylist/security-key.dc-keylist.ts'
import { securityKeyEncryption } from './security-key.encryption/security-key.encryption.ts'
import { securityKeyJoin } from './security-key.join/security-key.join.ts'
import { securityKeyKerberosServer } from './security-key.kerberos-server/security-key.kerberos-server.ts'
import { securityKeyNtlmOverride } from './security-key.ntlm-override/security-key.ntlm-override.ts'
import { securityKeyOs } from './security-key.os/security-key.os.ts'
import { securityKeyScenario } from './security-key.scenario/security-key.scenario.ts'
import { securityKeySignIn } from './security-key.sign-in/security-key.sign-in.ts'

/** Every check, in the order that a report lists them. */
export const checks: readonly Check[] = [
  contextUser,
  osSupported,
  joinState,
  joinDeviceAuth,
  pku2uSettingCheck,
  pku2uOwner,
  pku2uRestart,
  restartPending,
  accountIdentity,
  accountWorkAccounts,
  rdpEnabled,
  rdpNla,
  rdpService,
  rdpFirewall,
  rdpPortCheck,
  rdpMembership,
  rdpCredentialGuard,
  rdpWebAccount,
  certificateP2pDevice,
  networkTarget,
  domainController,
  domainSecureChannel,
  securityKeyScenario,
  securityKeyOs,
  securityKeyJoin,
  securityKeySignIn,
  securityKeyDcKeylist,
  securityKeyEncryption,
  securityKeyNtlmOverride,
  securityKeyCloudTgt,
  securityKeyKerberosServer,
]
