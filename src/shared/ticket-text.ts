import { accountWords, pathWords, peerWords, roleWords } from './case-words.ts'
import { statusWords } from './finding-words.ts'
import type { Finding, Report, ReportedTest } from './report.ts'
import { testAnswerWords } from './security-key/test-run.ts'
import { sourceWords } from './source-words.ts'
import { verdictWords } from './verdict-words.ts'

/** Ticket systems cut long texts off, in the middle of a word if need be. */
export const longestTicket = 1200
const longestValue = 80
const longestHeadline = 240

/** From the most to say to the least. */
type Forms = readonly string[]
interface Section {
  readonly title: string
  readonly lines: readonly Forms[]
}

/** For names: whatever a machine calls itself, the ticket stays a ticket. */
const clamp = (text: string, most: number): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length <= most ? line : `${line.slice(0, most - 1)}…`
}

/** The text with one sentence less each time, down to the first. */
const shorter = (text: string): readonly string[] => {
  const sentences = text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .split(/(?<=[.!?])\s+(?=\p{Lu})/u)
  return sentences.map((_, index) => sentences.slice(0, sentences.length - index).join(' '))
}

const findingForms = ({ id, status, title, detail }: Finding): Forms => {
  const start = `- ${statusWords[status]}: ${title} (${id}).`
  return [...shorter(detail).map((text) => `${start} ${text}`), start]
}

/** What both ends say together, where the other one is known; as many whole sentences as a headline may have. */
const bothEnds = ({ otherEnd }: Report): readonly string[] => {
  if (otherEnd === undefined) return []
  const { headline } = otherEnd.pair.verdict
  const fitting = shorter(headline).find((text) => text.length <= longestHeadline)
  return [`Both ends: ${fitting ?? clamp(headline, longestHeadline)}`]
}

/** Without its note where there is no room for one. */
const testForms = ({ title, answer, note }: ReportedTest): Forms => {
  const start = `- ${title}: ${testAnswerWords[answer].toLowerCase()}.`
  return note === '' ? [start] : [...shorter(note).map((text) => `${start} ${text}`), start]
}

const ofStatus = ({ findings }: Report, ...statuses: readonly Finding['status'][]): readonly Forms[] =>
  findings.filter(({ status }) => statuses.includes(status)).map(findingForms)

/** Whole sentences, as many as there is room for; a line that says what is missing when something is. */
const fill = (sections: readonly Section[], room: number): readonly string[] => {
  const more = (count: number) => `${count} more ${count === 1 ? 'line is' : 'lines are'} in the report.`
  const reserved = more(999).length + 2
  const said: string[] = []
  let left = room - reserved
  let dropped = 0
  for (const { title, lines } of sections) {
    let heading: readonly string[] = ['', title]
    for (const forms of lines) {
      const start = heading.reduce((sum, line) => sum + line.length + 1, 0)
      const fitting = forms.find((line) => start + line.length + 1 <= left)
      if (fitting === undefined) {
        dropped += 1
        continue
      }
      said.push(...heading, fitting)
      left -= start + fitting.length + 1
      heading = []
    }
  }
  return dropped === 0 ? said : [...said, '', more(dropped)]
}

/**
 * What a technician pastes into a ticket: plain text of at most `longestTicket` characters, never cut inside a sentence.
 * `machine` is the name of a simulated machine.
 */
export const ticketText = (report: Report, machine: string | null = null): string => {
  const { verdict, intent, coverage, facts, tool, createdAt } = report
  const name = clamp(facts.host.name, longestValue)
  const origin = sourceWords(report.source, machine ?? name)
  const owned = report.findings.some(({ id, status }) => id === 'pku2u.owner' && status === 'fail')
  const head = [
    `${verdictWords[verdict.state].toUpperCase()}: ${clamp(verdict.headline, longestHeadline)}`,
    '',
    `PC: ${name}${origin === null ? '' : ` (${origin})`}`,
    `Case: ${roleWords(intent)}`,
    `Sign-in: ${pathWords[intent.path]}`,
    `Account: ${clamp(accountWords(intent), longestValue)}`,
    `Other PC: ${clamp(peerWords(intent), longestValue)}`,
    ...bothEnds(report),
  ]
  const tail = [
    '',
    ...(owned
      ? [
          'A policy owns this setting. Microsoft recommends PKU2U for Entra joined PCs: talk to the security team about it.',
        ]
      : []),
    `${coverage.answered} of ${coverage.asked} questions answered. ${createdAt}, PKU2U Doctor ${tool.version}`,
    '',
  ]
  const room = longestTicket - [...head, ...tail].join('\n').length - 1
  const middle = fill(
    [
      { title: 'What to do', lines: verdict.next.map((step, index) => shorter(`${index + 1}. ${step}`)) },
      { title: 'What is wrong', lines: ofStatus(report, 'fail', 'warn') },
      { title: 'Guided test run', lines: (report.testRun ?? []).map(testForms) },
      { title: 'What could not be read', lines: ofStatus(report, 'unknown') },
    ],
    room,
  )
  return [...head, ...middle, ...tail].join('\n')
}
