import type { YesNo } from '../../shared/report.ts'
import type { Owned } from './dsregcmd-owners.ts'
import {
  type AuthStatus,
  authStatusOf,
  errorCodeOf,
  textOrNull,
  type Validity,
  validityOf,
  yesNo,
} from './dsregcmd-values.ts'

export interface DsregcmdDevice {
  readonly id: string | null
  readonly thumbprint: string | null
  readonly certificateValidity: Validity | null
  readonly keyProvider: string | null
  readonly tpmProtected: YesNo
  readonly authStatus: AuthStatus
  readonly authError: string | null
}

export interface DsregcmdWorkAccount {
  readonly ordinal: number
  readonly deviceId: string | null
  readonly thumbprint: string | null
  readonly tenantId: string | null
  readonly tenantName: string | null
  readonly keyProvider: string | null
  readonly tpmProtected: YesNo
  readonly ngcSet: YesNo
}

/** null when no detail of the device is printed, which is so on a PC that is not joined. */
export const deviceOf = ({ values, device }: Owned): DsregcmdDevice | null => {
  const printed = ['DeviceId', 'Thumbprint', 'DeviceAuthStatus'].some((key) => values.has(key))
  if (!printed && device.size === 0) return null
  const authStatus = values.get('DeviceAuthStatus')
  return {
    id: textOrNull(values.get('DeviceId')),
    thumbprint: textOrNull(values.get('Thumbprint')),
    certificateValidity: validityOf(device.get('DeviceCertificateValidity')),
    keyProvider: textOrNull(device.get('KeyProvider')),
    tpmProtected: yesNo(device.get('TpmProtected')),
    authStatus: authStatusOf(authStatus),
    authError: errorCodeOf(authStatus),
  }
}

export const workAccountsOf = ({ accounts }: Owned): DsregcmdWorkAccount[] =>
  accounts.map(({ ordinal, values }) => ({
    ordinal: ordinal ?? 1,
    deviceId: textOrNull(values.get('WorkplaceDeviceId')),
    thumbprint: textOrNull(values.get('WorkplaceThumbprint')),
    tenantId: textOrNull(values.get('WorkplaceTenantId')),
    tenantName: textOrNull(values.get('WorkplaceTenantName')),
    keyProvider: textOrNull(values.get('KeyProvider')),
    tpmProtected: yesNo(values.get('TpmProtected')),
    ngcSet: yesNo(values.get('NgcSet')),
  }))
