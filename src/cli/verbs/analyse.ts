import { exitCodeOf } from '../exit-code.ts'
import { intentOptions } from '../options.ts'
import { reportText } from '../text.ts'
import { usageError, type Verb } from '../verb.ts'
import { givenCaseKey } from './given-case-key.ts'
import { judgedRecording } from './subject.ts'

export const analyse: Verb = {
  name: 'analyse',
  usage: 'FILE.zip|DIR',
  summary: 'judges a support bundle or a recording with today’s rules',
  options: [...intentOptions, 'case-key', 'at'],
  words: [1, 1],
  run: async (parsed, io) => {
    const [path] = parsed.words
    if (path === undefined) throw usageError('"analyse" needs a file or folder.')
    const caseKey = await givenCaseKey(parsed, io)
    const { report } = await judgedRecording(parsed, path, { useStored: true, toJudge: true, caseKey })
    return { json: report, text: reportText(report), exitCode: exitCodeOf(report) }
  },
}
