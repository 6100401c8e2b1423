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
/** Source: "Learn about the Global Secure Access clients", https://learn.microsoft.com/entra/global-secure-access/ and captures. */
const known =
  /^(?:cloud kerberos enabled by policy|as_rep callback (?:received|used)|cloud referral tgt present in cache|spn oracle configured|kdc proxy present in cache|public key credential present|password-derived keys present|plaintext password present|as_rep credential type|cloud primary \(hybrid logon\) tgt available)$/i
const markup = new Set(' \t*`|')

const yesNoOf = (values: ReadonlyMap<string, number>, label: string): YesNo => {
  const value = [...values].find(([key]) => key.toLowerCase() === label)?.[1]
  return value === 1 ? 'yes' : value === 0 ? 'no' : 'unknown'
}

/**
 * Labels of newer builds count only below the header or a known label, as long as nothing else stands between: anywhere else they may be
 * another tool's. Pasting may put a blank line after each line, which then ends nothing.
 */
class Answer {
  #isOpen = false
  #lines = 0
  #gap = false
  #isSpaced = false

  open(lines = 0): void {
    this.#isOpen = true
    this.#lines = lines
    this.#gap = false
  }

  close(): void {
    this.#isOpen = false
  }

  blank(): void {
    this.#gap = true
  }

  /** Whether a line stands within the answer. */
  holds(): boolean {
    if (!this.#isOpen) return false
    if (this.#lines === 1) this.#isSpaced = this.#gap
    if (this.#lines > 1 && this.#gap && !this.#isSpaced) this.#isOpen = false
    this.#lines++
    this.#gap = false
    return this.#isOpen
  }
}

export const readKlistCloudDebug = (text: string): Result<KlistCloudDebug> => {
  const values = new Map<string, number>()
  const answer = new Answer()
  let isKlist = false
  for (const raw of tellingInText.test(text) ? linesOf(text) : []) {
    if (raw.length > 400) continue
    const bare = stripEnds(raw, markup)
    const match = line.exec(bare)
    const label = match?.[1]
    if (header.test(bare)) answer.open()
    else if (bare === '') answer.blank()
    else if (match === null || label === undefined || isPrompt(bare)) answer.close()
    else {
      const isKnown = known.test(label)
      if (!answer.holds()) {
        if (!isKnown) continue
        // The header was cut off.
        answer.open(1)
      }
      isKlist ||= isKnown
      if (!values.has(label)) values.set(label, Number(match[2]))
    }
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
