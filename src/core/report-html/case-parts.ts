import { accountWords, pathWords, peerWords, roleWords } from '../../shared/case-words.ts'
import { outcomeWords, probeKey } from '../../shared/probe-words.ts'
import type { Report } from '../../shared/report.ts'
import { sourceWords } from '../../shared/source-words.ts'
import { joinWords } from '../facts/join.ts'
import { type Html, html } from './html.ts'

const row = (label: string, value: string): Html => html`<tr><th scope="row">${label}</th><td>${value}</td></tr>`

/** What the verdict was given for. */
export const caseTable = ({ intent, facts, source, createdAt }: Report): Html => {
  const { os, join, pku2u } = facts
  const system = [os.name, os.edition, os.build === null ? null : `build ${os.build}`].filter((part) => part !== null)
  return html`<table><caption>Facts of the case</caption><tbody>
${row('PC', facts.host.name)}${row('Source', sourceWords(source, facts.host.name) ?? 'Asked on the PC itself')}
${row('Case', roleWords(intent))}${row('Sign-in', pathWords[intent.path])}
${row('Account', accountWords(intent))}${row('Other PC', peerWords(intent))}
${row('Windows', system.length === 0 ? 'Not known' : system.join(', '))}${row('Join', joinWords[join.state])}
${row('PKU2U', pku2u.ownerName === null ? pku2u.state : `${pku2u.state}, owned by ${pku2u.ownerName}`)}
${row('Judged against', createdAt)}</tbody></table>
`
}

export const coverageSection = ({
  coverage: { asked, answered, gaps },
}: Report): Html => html`<section aria-labelledby="coverage">
<h2 id="coverage">What was asked</h2><p>${answered} of ${asked} questions were answered.</p>
${
  gaps.length === 0
    ? null
    : html`<table><caption>Questions without an answer</caption>
<thead><tr><th scope="col">Question</th><th scope="col">How it ended</th></tr></thead>
<tbody>${gaps.map(
        ({ probe, label, outcome }) =>
          html`<tr><td>${label} <code>${probeKey(probe)}</code></td><td>${outcomeWords(outcome)}</td></tr>`,
      )}</tbody></table>`
}</section>
`

/**
 * For whoever has to agree. Source: "Network security: Allow PKU2U authentication requests to this computer to use
 * online identities",
 * https://learn.microsoft.com/previous-versions/windows/it-pro/windows-10/security/threat-protection/security-policy-settings/network-security-allow-pku2u-authentication-requests-to-this-computer-to-use-online-identities
 */
export const securityTeamNote = ({ findings, intent }: Report): Html | null => {
  const owned = findings.some(({ id, status }) => id === 'pku2u.owner' && status === 'fail')
  const keys = intent.track === 'security-key'
  if (!owned && !keys) return null
  return html`<section aria-labelledby="note"><h2 id="note">Good to know</h2>
${owned ? html`<p>A policy owns the setting. Microsoft recommends PKU2U for Entra joined PCs: Remote Desktop between them needs it. Talk to the security team about the policy, and have the exception recorded.</p>` : null}
${keys ? html`<p>Microsoft takes reports about security keys in the Feedback Hub, under Security and Privacy › FIDO. “Recreate my problem” adds the logs.</p>` : null}</section>
`
}
