import { exitCodeOf } from '../exit-code.ts'
import { intentOptions } from '../options.ts'
import { interruptedText, reportText } from '../text.ts'
import type { Verb } from '../verb.ts'
import { caseInputOptions } from './case-inputs.ts'
import { reportOn } from './subject.ts'

export const check: Verb = {
  name: 'check',
  usage: '',
  summary: 'asks this PC (or a recorded or simulated one) and prints the report',
  options: [...intentOptions, 'recording', 'case-key', 'simulate', 'state', 'at', ...caseInputOptions],
  words: [0, 0],
  run: async (parsed, io) => {
    const report = await reportOn(parsed, io)
    // The report is the same with or without it; whoever reads JSON is told beside it.
    if (parsed.json) for (const id of report.facts.interruptedChanges) io.err(interruptedText(id))
    return { json: report, text: reportText(report), exitCode: exitCodeOf(report) }
  },
}
