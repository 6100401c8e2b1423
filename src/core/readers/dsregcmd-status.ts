import type { JoinState, YesNo } from '../../shared/report.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { firstDump } from './dsregcmd-first-dump.ts'
import { addSection, numberAccounts, type Owned } from './dsregcmd-owners.ts'
import { type DsregcmdDevice, type DsregcmdWorkAccount, deviceOf, workAccountsOf } from './dsregcmd-parts.ts'
import { type PrtDiagnostics, prtDiagnosticsOf } from './dsregcmd-prt.ts'
import { dsregcmdSections, type Section } from './dsregcmd-sections.ts'
import { countOrNull, type ExecutingAccount, executingAccountOf, textOrNull, yesNo } from './dsregcmd-values.ts'
import { joinStateOf } from './join-state.ts'

export interface DsregcmdSection {
  readonly title: string
  readonly fields: readonly { readonly key: string; readonly value: string }[]
}

/** What one `dsregcmd /status` says. Not printed: `unknown` for yes/no fields, null for the others. */
export interface DsregcmdStatus {
  readonly azureAdJoined: YesNo
  readonly enterpriseJoined: YesNo
  readonly domainJoined: YesNo
  readonly workplaceJoined: YesNo
  readonly joinState: JoinState
  readonly domainName: string | null
  readonly device: DsregcmdDevice | null
  readonly tenant: { readonly id: string | null; readonly name: string | null }
  readonly user: { readonly ngcSet: YesNo; readonly workAccountCount: number | null; readonly wamDefaultSet: YesNo }
  readonly sso: {
    readonly azureAdPrt: YesNo
    readonly enterprisePrt: YesNo
    readonly onPremTgt: YesNo
    readonly cloudTgt: YesNo
    readonly prtDiagnostics: readonly PrtDiagnostics[]
  }
  readonly workAccounts: readonly DsregcmdWorkAccount[]
  readonly diagnostics: {
    readonly keySignTest: string | null
    readonly aadRecoveryEnabled: YesNo
    readonly userContext: string | null
  }
  readonly executingAccount: ExecutingAccount | null
  readonly sections: readonly DsregcmdSection[]
}

const factsOf = (sections: readonly Section[]): DsregcmdStatus => {
  const { fresh, repeated } = firstDump(sections)
  const owned: Owned = { values: new Map(), device: new Map(), user: new Map(), accounts: [] }
  for (const section of [...fresh, ...repeated]) addSection(owned, section)
  numberAccounts(owned.accounts)
  const { values, user } = owned
  const flags = {
    azureAdJoined: yesNo(values.get('AzureAdJoined')),
    enterpriseJoined: yesNo(values.get('EnterpriseJoined')),
    domainJoined: yesNo(values.get('DomainJoined')),
    workplaceJoined: yesNo(values.get('WorkplaceJoined')),
  }
  return {
    ...flags,
    joinState: joinStateOf(flags),
    domainName: textOrNull(values.get('DomainName')),
    device: deviceOf(owned),
    tenant: { id: textOrNull(values.get('TenantId')), name: textOrNull(values.get('TenantName')) },
    user: {
      ngcSet: yesNo(user.get('NgcSet')),
      workAccountCount: countOrNull(values.get('WorkAccountCount')),
      wamDefaultSet: yesNo(values.get('WamDefaultSet')),
    },
    sso: {
      azureAdPrt: yesNo(values.get('AzureAdPrt')),
      enterprisePrt: yesNo(values.get('EnterprisePrt')),
      onPremTgt: yesNo(values.get('OnPremTgt')),
      cloudTgt: yesNo(values.get('CloudTgt')),
      prtDiagnostics: prtDiagnosticsOf(fresh),
    },
    workAccounts: workAccountsOf(owned),
    diagnostics: {
      keySignTest: textOrNull(values.get('KeySignTest')),
      aadRecoveryEnabled: yesNo(values.get('AadRecoveryEnabled')),
      userContext: textOrNull(values.get('User Context')),
    },
    executingAccount: executingAccountOf(values.get('Executing Account Name')),
    sections: sections.map(({ title, fields }) => ({
      title,
      fields: fields.map(({ key, value }) => ({ key, value })),
    })),
  }
}

/** Facts of a `dsregcmd /status` output in any layout since 2016. */
export const readDsregcmdStatus = (text: string): Result<DsregcmdStatus> => {
  const sections = dsregcmdSections(text)
  return sections === null
    ? fail(
        'unreadable',
        'This is not the output of dsregcmd /status: none of its fields, such as AzureAdJoined, is in it.',
      )
    : ok(factsOf(sections))
}
