import type { Report, ReportedTest, Status } from '../shared/report.ts'
import { testAnswerWords } from '../shared/security-key/test-run.ts'

const words: Readonly<Record<Status, string>> = {
  fail: 'FAIL   ',
  warn: 'WARN   ',
  unknown: 'UNKNOWN',
  pass: 'ok     ',
  'not-applicable': '-      ',
}
const order: readonly Status[] = ['fail', 'warn', 'unknown', 'pass']

const indent = (text: string, by: number): string => text.replaceAll('\n', `\n${' '.repeat(by)}`)

/** Both ways out of a change that was interrupted. */
export const interruptedText = (id: string): string =>
  `The change ${id} was interrupted. Carry it through with “fix --finish ${id}”, or put it back with “undo ${id}”.`

const testRunText = (tests: readonly ReportedTest[]): readonly string[] => [
  'Guided test run:',
  ...tests.map(
    ({ title, answer, note }) =>
      `  ${testAnswerWords[answer].padEnd(8)} ${title}${note === '' ? '' : `: ${indent(note, 11)}`}`,
  ),
]

/** A report as a technician reads it in a console. */
export const reportText = (report: Report): string => {
  const { verdict, findings, coverage, facts, source, intent, createdAt, otherEnd, notes = [] } = report
  const origin = { live: 'this PC', simulated: 'simulated machine', recording: 'recording', bundle: 'support bundle' }[
    source
  ]
  const lines = [
    `${verdict.state.toUpperCase()}: ${verdict.headline}`,
    '',
    `${facts.host.name || 'Unnamed PC'} (${origin}), ${createdAt}, as ${intent.role}${intent.account === null ? '' : ` for ${intent.account}`}`,
    '',
    ...verdict.next.map((step, index) => `  ${index + 1}. ${indent(step, 5)}`),
    ...(verdict.next.length > 0 ? [''] : []),
    ...(otherEnd === undefined ? [] : [`Both ends: ${otherEnd.pair.verdict.headline}`, '']),
    ...facts.interruptedChanges.flatMap((id) => [interruptedText(id), '']),
    ...notes.map((note) => `Note: ${note}`),
    ...(notes.length > 0 ? [''] : []),
  ]
  for (const status of order)
    for (const finding of findings.filter((each) => each.status === status)) {
      lines.push(`${words[status]} ${finding.title}  [${finding.id}]`)
      lines.push(`        ${indent(finding.detail, 8)}`)
      if (status === 'pass') continue
      lines.push(`        Why: ${finding.why}`)
      for (const { source: asked, where, what } of finding.evidence)
        lines.push(`        · ${asked} ${where}: ${indent(what, 10)}`)
    }
  if (report.testRun !== undefined) lines.push('', ...testRunText(report.testRun))
  const skipped = findings.filter(({ status }) => status === 'not-applicable').length
  lines.push('', `${skipped} checks do not apply. ${coverage.answered} of ${coverage.asked} questions were answered.`)
  for (const { probe, outcome } of coverage.gaps) lines.push(`  not answered: ${probe} (${outcome})`)
  return lines.join('\n')
}
