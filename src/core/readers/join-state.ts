import type { JoinState, YesNo } from '../../shared/report.ts'

export interface JoinFlags {
  readonly azureAdJoined: YesNo
  readonly enterpriseJoined: YesNo
  readonly domainJoined: YesNo
  readonly workplaceJoined: YesNo
}

/**
 * How the PC is joined, from the four answers of `dsregcmd /status`. Source: "Troubleshoot devices by using the
 * dsregcmd command", https://learn.microsoft.com/entra/identity/devices/troubleshoot-device-dsregcmd
 */
export const joinStateOf = (flags: JoinFlags): JoinState => {
  const { azureAdJoined, enterpriseJoined, domainJoined, workplaceJoined } = flags
  if (azureAdJoined === 'yes') {
    if (domainJoined === 'unknown') return 'unknown'
    return domainJoined === 'yes' ? 'hybrid-joined' : 'entra-joined'
  }
  if (azureAdJoined === 'unknown') return 'unknown'
  if (enterpriseJoined === 'yes') return 'on-premises-drs-joined'
  if (domainJoined === 'yes') return enterpriseJoined === 'no' ? 'domain-joined' : 'unknown'
  if (domainJoined === 'unknown' || workplaceJoined === 'unknown') return 'unknown'
  return workplaceJoined === 'yes' ? 'entra-registered' : 'workgroup'
}
