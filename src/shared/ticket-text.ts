import { accountWords, pathWords, peerWords, roleWords } from './case-words.ts'
import type { Finding, Report } from './report.ts'
import { sourceWords } from './source-words.ts'
import { verdictWords } from './verdict-words.ts'

const line = ({ id, status, title, detail }: Finding): string => `- [${status}] ${id}: ${title}. ${detail}`

const ofStatus = ({ findings }: Report, ...statuses: readonly Finding['status'][]): readonly string[] =>
  findings.filter(({ status }) => statuses.includes(status)).map(line)

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', title, ...lines]

/** What a technician pastes into a ticket: plain text, no more than the case needs. */
export const ticketText = (report: Report, machine: string | null): string => {
  const { verdict, intent, coverage, facts, tool, createdAt } = report
  const origin = sourceWords(report.source, machine ?? facts.host.name)
  return [
    `${verdictWords[verdict.state].toUpperCase()}: ${verdict.headline}`,
    '',
    `PC: ${facts.host.name}${origin === null ? '' : ` (${origin})`}`,
    `Case: ${roleWords(intent)}`,
    `Sign-in: ${pathWords[intent.path]}`,
    `Account: ${accountWords(intent)}`,
    `Other PC: ${peerWords(intent)}`,
    ...section(
      'What to do',
      verdict.next.map((step, index) => `${index + 1}. ${step}`),
    ),
    ...section('What is wrong', ofStatus(report, 'fail', 'warn')),
    ...section('What could not be read', ofStatus(report, 'unknown')),
    '',
    `${coverage.answered} of ${coverage.asked} questions answered. ${createdAt}, PKU2U Doctor ${tool.version}`,
    '',
  ].join('\n')
}
