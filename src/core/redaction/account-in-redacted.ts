import type { Intent } from '../../shared/intent.ts'
import type { CheckId } from '../../shared/report.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type CaseKey, openCaseKey, tokenShape } from './case-key.ts'
import { isAddress } from './ip.ts'
import { type KnownNames, namesUnder } from './names.ts'

/** Nothing is known of names but their shape: the recording holds tokens only. */
const nothingKnown: KnownNames = { isHost: () => false, isDomain: () => false, version: () => 0 }

/** The form that `--account` has in a recording that was redacted with this key. */
const accountInRedacted = (account: string, key: CaseKey): string => namesUnder(key, nothingKnown).upn(account)

/** A case typed anew, with its names as they stand in a recording that was redacted with this key. */
export const intentInRedacted = (intent: Intent, key: CaseKey): Intent => {
  const names = namesUnder(key, nothingKnown)
  const { account, peer, domain } = intent
  return {
    ...intent,
    account: account === null ? null : accountInRedacted(account, key),
    peer: peer === null ? null : isAddress(peer) ? names.address(peer) : names.host(peer),
    domain: domain === null ? null : names.domain(domain),
  }
}

/** What is known of a recording that may be redacted: `redaction.json` beside it, and the name of its PC. */
interface MaybeRedacted {
  readonly caseKeyId: string | null
  readonly machine: { readonly machine: { readonly hostName: string } }
}

const tokenForm = new RegExp(`^${tokenShape}(?:[.@]|$)`)

/** A recording that was taken out of its bundle still shows in the name of its PC that it is redacted. */
export const isRedacted = ({ caseKeyId, machine }: MaybeRedacted): boolean =>
  caseKeyId !== null || tokenForm.test(machine.machine.hostName)

/** Whether the case names somebody who cannot be looked for without the key. A token that was copied from the report can. */
export const needsKey = ({ account }: Intent): boolean => account !== null && !tokenForm.test(account)

/** Opens the key of a redacted recording; another key would only give names that are nowhere in it. */
export const keyOfRedacted = async (text: string, { caseKeyId, machine }: MaybeRedacted): Promise<Result<CaseKey>> => {
  const key = await openCaseKey(text)
  const fits = caseKeyId === null ? machine.machine.hostName.split('.').every(key.isToken) : key.id === caseKeyId
  return fits ? ok(key) : fail('invalid-input', 'This is not the case key that the bundle was redacted with.')
}

/** What is asked of `--account` itself; without the key nobody can tell whether its token is in the recording. */
const aboutAccount: readonly CheckId[] = ['account.identity', 'account.work-accounts', 'rdp.membership']

/** Why a check cannot be answered when a name is given anew and the key is not; null for every other check. */
export const withheldWithoutKey = (id: CheckId): string | null =>
  aboutAccount.includes(id)
    ? 'The bundle is redacted, so this account is in it under another name. Give its case key as well.'
    : null
