import type { JoinState, YesNo } from '../../shared/report.ts'
import { ok } from '../../shared/result.ts'
import { defineProbe } from '../engine/probe.ts'
import { askingUser } from './asking-user.ts'
import { dsregcmd } from './dsregcmd.ts'

export interface Join {
  readonly state: JoinState
  /** The device's own flags, which do not depend on who asked. */
  readonly azureAdJoined: YesNo
  readonly domainJoined: YesNo
  readonly deviceAuth: 'success' | 'disabled-or-deleted' | 'untested' | 'unknown'
  readonly deviceAuthError: string | null
  readonly tenantId: string | null
  readonly tenantName: string | null
}

/**
 * How this PC is joined. Registered and workgroup differ only in a flag of the user, so with another user's answer the
 * state of a PC that is not joined is unknown.
 */
export const join = defineProbe<Join>({
  id: 'join',
  of: [dsregcmd, askingUser],
  read: ({ ask }) => {
    const status = ask(dsregcmd)
    if (!status.ok) return status
    const user = ask(askingUser)
    const trusted = user.ok && user.value.asSessionUser === 'yes'
    const { azureAdJoined, domainJoined, joinState, device, tenant } = status.value
    const restsOnUser = joinState === 'entra-registered' || joinState === 'workgroup'
    return ok({
      state: restsOnUser && !trusted ? 'unknown' : joinState,
      azureAdJoined,
      domainJoined,
      deviceAuth: device?.authStatus ?? 'unknown',
      deviceAuthError: device?.authError ?? null,
      tenantId: tenant.id,
      tenantName: tenant.name,
    })
  },
})

export const isEntraJoined = (state: JoinState): boolean => state === 'entra-joined' || state === 'hybrid-joined'

/** On premises alone: such a PC counts as registered once its user holds a work account. */
export const onDomainOnly = (state: JoinState): boolean =>
  state === 'domain-joined' || state === 'on-premises-drs-joined'

/** Whether the PC is in an on-premises domain whose controllers answer for it. */
export const isOnDomain = ({ state, domainJoined }: Pick<Join, 'state' | 'domainJoined'>): YesNo =>
  state === 'unknown' && domainJoined !== 'no'
    ? 'unknown'
    : state === 'domain-joined' || state === 'hybrid-joined'
      ? 'yes'
      : 'no'

/** In words, for sentences: "This PC is …". */
export const joinWords: Readonly<Record<JoinState, string>> = {
  'entra-joined': 'Microsoft Entra joined',
  'hybrid-joined': 'Microsoft Entra hybrid joined',
  'domain-joined': 'joined to an on-premises domain only',
  'on-premises-drs-joined': 'registered with an on-premises device service only',
  'entra-registered': 'Microsoft Entra registered (it holds a work account)',
  workgroup: 'not joined and holds no work account',
  unknown: 'in a join state that could not be read',
}

/** The same where the state is unknown and the PC itself says that it is not joined. */
export const joinedHow = ({ state, azureAdJoined }: Pick<Join, 'state' | 'azureAdJoined'>): string =>
  state === 'unknown' && azureAdJoined === 'no' ? 'not Microsoft Entra joined' : joinWords[state]
