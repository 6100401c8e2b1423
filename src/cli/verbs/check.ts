import { exitCodeOf } from '../exit-code.ts'
import { intentOptions } from '../options.ts'
import { reportText } from '../text.ts'
import type { Verb } from '../verb.ts'
import { reportOn } from './subject.ts'

export const check: Verb = {
  name: 'check',
  usage: '',
  summary: 'asks this PC (or a recorded or simulated one) and prints the report',
  options: [...intentOptions, 'recording', 'simulate', 'state', 'at'],
  words: [0, 0],
  run: async (parsed, io) => {
    const report = await reportOn(parsed, io)
    return { json: report, text: reportText(report), exitCode: exitCodeOf(report) }
  },
}
