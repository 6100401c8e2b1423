import type { DsregcmdStatus } from '../../src/core/readers/dsregcmd-status.ts'
import { joinStateOf } from '../../src/core/readers/join-state.ts'
import type { DumpModel, PrtBlock } from './dump-model.ts'

type Facts = Omit<DsregcmdStatus, 'sections'>

const yesNo = (value: string | null) => (value === 'YES' ? 'yes' : value === 'NO' ? 'no' : 'unknown')
const text = (value: string) => (value === '' ? null : value)

const authStatus = {
  SUCCESS: 'success',
  'FAILED. Device is either disabled or deleted': 'disabled-or-deleted',
} as const

const blocks = (of: 'azure-ad' | 'enterprise', printed: readonly PrtBlock[]) =>
  printed.map(({ attemptStatus, serverErrorCode }) => ({ of, attemptStatus, serverErrorCode: text(serverErrorCode) }))

const deviceOf = ({ device }: DumpModel): Facts['device'] => {
  if (device === null) return null
  const { authStatus: printed } = device
  const isKnown = printed === 'SUCCESS' || printed === 'FAILED. Device is either disabled or deleted'
  return {
    id: device.id,
    thumbprint: device.thumbprint,
    certificateValidity: { from: device.from, to: device.to },
    keyProvider: device.keyProvider,
    tpmProtected: yesNo(device.tpmProtected),
    authStatus: printed === null ? 'unknown' : isKnown ? authStatus[printed] : 'untested',
    authError: printed === null || isKnown ? null : printed.slice(-10),
  }
}

/** What a reader must find in a modern dump of the model, whatever it looks like. */
export const expectedFacts = (model: DumpModel): Facts => {
  const flags = {
    azureAdJoined: yesNo(model.azureAdJoined),
    enterpriseJoined: yesNo(model.enterpriseJoined),
    domainJoined: yesNo(model.domainJoined),
    workplaceJoined: yesNo(model.workplaceJoined),
  } as const
  return {
    ...flags,
    joinState: joinStateOf(flags),
    domainName: text(model.domainName ?? ''),
    device: deviceOf(model),
    tenant: { id: model.tenant?.id ?? null, name: model.tenant?.name ?? null },
    user: {
      ngcSet: yesNo(model.ngcSet),
      workAccountCount: model.accounts.length === 0 ? null : model.accounts.length,
      wamDefaultSet: yesNo(model.wamDefaultSet),
    },
    sso: {
      azureAdPrt: yesNo(model.azureAdPrt),
      enterprisePrt: yesNo(model.enterprisePrt),
      onPremTgt: yesNo(model.onPremTgt),
      cloudTgt: yesNo(model.cloudTgt),
      prtDiagnostics: [...blocks('azure-ad', model.azureBlocks), ...blocks('enterprise', model.enterpriseBlocks)],
    },
    workAccounts: model.accounts.map((account, index) => ({
      ordinal: index + 1,
      deviceId: account.deviceId,
      thumbprint: account.thumbprint,
      tenantId: account.tenantId,
      tenantName: account.tenantName,
      keyProvider: account.keyProvider,
      tpmProtected: yesNo(account.tpmProtected),
      ngcSet: yesNo(account.ngcSet),
    })),
    diagnostics: { keySignTest: model.keySignTest, aadRecoveryEnabled: 'no', userContext: null },
    executingAccount: model.executing,
  }
}
