import type { YesNo } from '../../shared/report.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { stripEnds } from './dsregcmd-lines.ts'
import { isPrompt, linesOf } from './text-lines.ts'

/** What `klist cloud_debug` says of the logon session it ran in. */
export interface KlistCloudDebug {
  /** Label → number as printed; most are 0 or 1, the credential type is another number. */
  readonly lines: Readonly<Record<string, number>>
  /** The partial ticket that opens on-premises resources. */
  readonly cloudPrimaryTgt: YesNo
  readonly cloudReferralTgt: YesNo
  readonly policyEnabled: YesNo
}

/** A quick look before reading every line. */
const tellingInText = /cloud\b|as_rep|credential|present|oracle/i
const line = /^([A-Za-z][\w ()./-]{2,80}?) *: *(\d{1,10})$/
const header = /^cloud kerberos debug info\b/i
/** `klist` alone, run before or after, lists tickets with numbers of their own. */
const ticketList = /^(?:cached tickets\b|#\d{1,4}>)/i
/** Source: "Learn about the Global Secure Access clients", https://learn.microsoft.com/entra/global-secure-access/ and captures. */
const known =
  /^(?:cloud kerberos enabled by policy|as_rep callback (?:received|used)|cloud referral tgt present in cache|spn oracle configured|kdc proxy present in cache|public key credential present|password-derived keys present|plaintext password present|as_rep credential type|cloud primary \(hybrid logon\) tgt available)$/i
const markup = new Set(' \t*`|')

const yesNoOf = (values: ReadonlyMap<string, number>, label: string): YesNo => {
  const value = [...values].find(([key]) => key.toLowerCase() === label)?.[1]
  return value === 1 ? 'yes' : value === 0 ? 'no' : 'unknown'
}

export const readKlistCloudDebug = (text: string): Result<KlistCloudDebug> => {
  const values = new Map<string, number>()
  let inside = false
  let isKlist = false
  for (const raw of tellingInText.test(text) ? linesOf(text) : []) {
    if (raw.length > 400) continue
    const bare = stripEnds(raw, markup)
    if (header.test(bare)) inside = true
    else if (isPrompt(bare) || ticketList.test(bare)) inside = false
    const match = line.exec(bare)
    const label = match?.[1]
    if (match === null || label === undefined) continue
    const isKnown = known.test(label)
    // Labels of newer builds count only below the header; anywhere else they may be another tool's.
    if (!isKnown && !inside) continue
    isKlist ||= isKnown
    if (!values.has(label)) values.set(label, Number(match[2]))
  }
  if (!isKlist)
    return fail(
      'unreadable',
      'This is not the output of klist cloud_debug: no line such as "Cloud Primary (Hybrid logon) TGT available" is in it.',
    )
  return ok({
    lines: Object.fromEntries(values),
    cloudPrimaryTgt: yesNoOf(values, 'cloud primary (hybrid logon) tgt available'),
    cloudReferralTgt: yesNoOf(values, 'cloud referral tgt present in cache'),
    policyEnabled: yesNoOf(values, 'cloud kerberos enabled by policy'),
  })
}
