import { caseCodeOf, type DecodedCode, readCaseCode } from '../../core/case-code/case-code.ts'
import { endOfReport } from '../../core/pair/end-state.ts'
import { mostGroups } from '../../shared/case-code/frame.ts'
import { intentOptions } from '../options.ts'
import { type Answer, Stop, usageError, type Verb } from '../verb.ts'
import { reportOn } from './subject.ts'

/** Fingerprints of other things than tenant and account only mean something to `pair`. */
const decoded = ({ version, end }: DecodedCode) => {
  const { role, join, pku2u, owner, restartDue, build, isServer, verdict, track, path, createdAt } = end
  const { tenant, account } = end.fingerprints
  const findings = Object.fromEntries(end.findings.map(({ id, status }) => [id, status]))
  const about = { version, role, join, pku2u, owner, restartDue, build, isServer, verdict }
  return { ...about, fingerprints: { tenant, account }, track, path, createdAt, findings }
}

const decode = (text: string): Answer => {
  const read = readCaseCode(text)
  if (!read.ok) throw new Stop(read.fault)
  const { findings, fingerprints, ...about } = decoded(read.value)
  const lines = [
    ...Object.entries({ ...about, ...fingerprints }).map(
      ([name, value]) => `${name.padEnd(11)} ${value ?? 'not known'}`,
    ),
    ...Object.entries(findings)
      .filter(([, status]) => status !== 'pass')
      .map(([id, status]) => `${status.padEnd(11)} ${id}`),
  ]
  return { json: decoded(read.value), text: lines.join('\n'), exitCode: 0 }
}

export const code: Verb = {
  name: 'code',
  usage: '',
  summary: 'prints this end’s case code, or with --decode what a code says',
  options: [...intentOptions, 'recording', 'case-key', 'simulate', 'state', 'at', 'decode'],
  // A code with spaces between its groups comes as so many words when nobody puts it in quotation marks.
  words: [0, mostGroups],
  run: async (parsed, io) => {
    const given = parsed.option('decode')
    if (given !== null) {
      const other = code.options.find((name) => name !== 'decode' && parsed.option(name) !== null)
      if (other !== undefined) throw usageError(`--${other} does not go with --decode.`)
      return decode([given, ...parsed.words].join(' '))
    }
    const [word] = parsed.words
    if (word !== undefined) throw usageError(`"code" does not know what to do with "${word}".`)
    const text = caseCodeOf(endOfReport(await reportOn(parsed, io)))
    return { json: { code: text, characters: text.length }, text, exitCode: 0 }
  },
}
