import type { Path } from './intent.ts'
import {
  type AdminPort,
  pathAnswer,
  type TargetCertificate,
  type TargetOutcome,
  type TargetProbe,
  type TargetProtocol,
  type TargetTry,
} from './target-probe.ts'

const protocolWords: Readonly<Record<TargetProtocol, string>> = {
  RDP: 'standard RDP security',
  SSL: 'TLS',
  HYBRID: 'NLA (HYBRID)',
  HYBRID_EX: 'NLA (HYBRID_EX)',
  RDSTLS: 'RDSTLS',
  RDSAAD: 'web account (RDSAAD)',
}

/** Source: [MS-RDPBCGR] "RDP Negotiation Failure", https://learn.microsoft.com/openspecs/windows_protocols/ms-rdpbcgr/1b3920e7-0116-4345-bc45-f2c4ad012761. */
const failureWords: Readonly<Record<number, string>> = {
  1: 'it requires TLS or Network Level Authentication',
  2: 'it takes standard RDP security only, without TLS',
  3: 'it has no certificate for TLS',
  4: 'it finds the request contradictory',
  5: 'it requires Network Level Authentication',
  6: 'it requires TLS with a certificate of the client',
}

export const failureText = ({ code, name }: NonNullable<TargetTry['failure']>): string =>
  `${failureWords[code] ?? 'for a reason that is not known here'} (failure ${code}, ${name})`

const unreachable: Readonly<Record<Exclude<TargetOutcome, 'ok'>, string>> = {
  'no-name': 'Its name could not be resolved. Check the name and DNS.',
  refused: 'It refuses or ends connections on this port. Remote Desktop may be off there.',
  timeout: 'It did not answer. Check the network, the VPN and the firewall in between.',
  'not-rdp': 'Something answers on this port, but it is not Remote Desktop.',
}

const wayWords: Readonly<Record<Path, string>> = {
  pku2u: 'Network Level Authentication',
  web: 'signing in with a web account',
}

const alsoWithoutNla = ({ accepted }: TargetProbe, path: Path): string =>
  path === 'pku2u' && accepted.includes('SSL')
    ? ' Offered TLS alone, it takes that too, so it does not require Network Level Authentication.'
    : ''

/** What a probe means for the way of a case, in one or two sentences. */
export const targetText = (probe: TargetProbe, path: Path): string => {
  const { target } = probe
  const answer = pathAnswer(probe, path)
  switch (answer.state) {
    case 'unreachable':
      return `${target}: ${unreachable[answer.outcome]}`
    case 'selected':
      return `${target} answers and takes ${wayWords[path]}, as this path needs.${alsoWithoutNla(probe, path)}`
    case 'refused':
      return `${target} refuses the protocol of this path: ${failureText(answer.failure)}.`
    case 'without-nla':
      return `${target} was offered Network Level Authentication together with TLS, and chose ${protocolWords[answer.selected]}. It does not ask for Network Level Authentication.${path === 'web' ? ' Whether it takes a web account was not seen.' : ''}`
    case 'not-seen':
      return `${target} answers; whether it speaks the protocol of this path was not seen.`
  }
}

/** One request and its answer: "TLS, NLA (HYBRID)" and "selected TLS". */
export const tryTexts = ({ requested, selected, failure }: TargetTry): readonly [offered: string, answer: string] => [
  requested.map((protocol) => protocolWords[protocol]).join(', ') || protocolWords.RDP,
  failure !== null
    ? `Refused: ${failureText(failure)}`
    : selected !== null
      ? `Selected ${protocolWords[selected]}`
      : 'No answer that could be read',
]

/** What nobody should conclude from a probe: requests that were not made, and what one answer leaves open. */
export const untriedText = ({ outcome, tried }: TargetProbe): string | null => {
  if (outcome !== 'ok') return null
  const web = tried.some(({ requested }) => requested.includes('RDSAAD')) ? '' : ' The web account was not asked about.'
  return `A listener names one protocol for each request, so what it did not select is not known to be refused.${web}`
}

const kindWords: Readonly<Record<TargetCertificate['kind'], string>> = {
  p2p: 'Issued by Microsoft Entra for connections between its PCs (P2P)',
  'self-signed': 'Self-signed by that PC',
  other: 'Issued by another authority',
}

/** The certificate, line by line; dates as they are, ISO 8601 UTC, unless they are put in other words. */
export const certificateTexts = (
  { subject, issuer, notBefore, notAfter, kind }: TargetCertificate,
  dateWords = (iso: string): string => iso,
): readonly (readonly [label: string, text: string])[] => [
  ['Certificate', `${kindWords[kind]}. It was read, not verified.`],
  ['Subject', subject],
  ['Issuer', issuer],
  ['Valid', `${dateWords(notBefore)} to ${dateWords(notAfter)}`],
]

const portStates: Readonly<Record<AdminPort['state'], string>> = {
  open: 'Takes connections',
  refused: 'Refuses connections',
  timeout: 'No answer',
}

export const adminPortText = ({ state }: AdminPort): string => portStates[state]
