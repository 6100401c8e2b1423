import { ok, type Result } from '../../shared/result.ts'
import type { RegistryReader } from '../recording/recording.ts'

/**
 * Failover Clustering uses PKU2U without a domain account and stops working when it is off. Source: "Network security:
 * Allow PKU2U authentication requests to this computer to use online identities", linked from `pku2u.setting`.
 */
export const clusteringWarning =
  'Failover Clustering and some other server roles use PKU2U and stop working when it is off. Do this only where every sign-in is on-premises.'

/** A sentence on a machine with the cluster service. */
export const refuseOnCluster = (registry: RegistryReader): Result<string | null> => {
  const service = registry.keyExists('HKLM\\SYSTEM\\CurrentControlSet\\Services\\ClusSvc')
  if (!service.ok) return service
  return ok(service.value ? 'This PC has the cluster service (ClusSvc), which stops working without PKU2U.' : null)
}
