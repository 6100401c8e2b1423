import { version } from '../core/version.ts'
import { errorMessage } from '../shared/thrown.ts'
import { exitCodes } from './exit-code.ts'
import type { Io } from './io.ts'
import { parseOptions } from './options.ts'
import { printable } from './printable.ts'
import { flagTexts, optionTexts, Stop, usageError, type Verb } from './verb.ts'
import { analyse } from './verbs/analyse.ts'
import { bundle } from './verbs/bundle.ts'
import { check } from './verbs/check.ts'
import { code } from './verbs/code.ts'
import { diff } from './verbs/diff.ts'
import { exportVerb } from './verbs/export.ts'
import { fix } from './verbs/fix.ts'
import { pair } from './verbs/pair.ts'
import { probe } from './verbs/probe.ts'
import { rdp } from './verbs/rdp.ts'
import { read } from './verbs/read.ts'
import { restart } from './verbs/restart.ts'
import { rules } from './verbs/rules.ts'
import { triage } from './verbs/triage.ts'
import { undo } from './verbs/undo.ts'

const verbs: readonly Verb[] = [
  check,
  read,
  fix,
  undo,
  restart,
  bundle,
  analyse,
  diff,
  triage,
  code,
  pair,
  probe,
  rdp,
  exportVerb,
  rules,
]

export const isVerb = (word: string): boolean => verbs.some(({ name }) => name === word)

const overview = (): string =>
  [
    `PKU2U Doctor ${version}`,
    '',
    'Usage: pku2u-doctor <verb> [options]',
    '',
    ...verbs.map(({ name, usage, summary }) => `  ${`${name} ${usage}`.padEnd(22)} ${summary}`),
    '',
    'Every verb takes --json and --help.',
    'Ends with 0 ready, 1 internal error, 2 usage, 3 something failed, 4 ready with notes, 5 restart due,',
    '6 a policy owns the setting, 7 not enough could be read, 8 refused.',
  ].join('\n')

/** What a verb takes, as data: for `--help --json`, and for the text. */
const helpOf = ({ name, usage, summary, options, flags = [] }: Verb) => ({
  verb: name,
  usage: `pku2u-doctor ${[name, usage].filter((part) => part !== '').join(' ')} [options]`,
  summary: `${summary[0]?.toUpperCase() ?? ''}${summary.slice(1)}.`,
  options: [
    ...options.map((option) => {
      const [value, text] = optionTexts[option]
      return { option: `--${option}`, value, text }
    }),
    ...flags.map((flag) => ({ option: `--${flag}`, value: null, text: flagTexts[flag] })),
    { option: '--json', value: null, text: 'one JSON document on standard output' },
    { option: '--help', value: null, text: 'this text' },
  ],
})

const helpText = ({ usage, summary, options }: ReturnType<typeof helpOf>): string =>
  [
    usage,
    '',
    summary,
    '',
    ...options.map(({ option, value, text }) => `  ${[option, value ?? ''].join(' ').trimEnd().padEnd(26)} ${text}`),
  ].join('\n')

const runVerb = async (verb: Verb, argv: readonly string[], io: Io): Promise<number> => {
  const parsed = parseOptions(verb, argv)
  if (parsed.help) {
    const help = helpOf(verb)
    io.out(parsed.json ? JSON.stringify(help, null, 2) : helpText(help))
    return exitCodes.ok
  }
  const answer = await verb.run(parsed, io)
  if (!('printed' in answer)) io.out(parsed.json ? JSON.stringify(answer.json, null, 2) : printable(answer.text))
  return answer.exitCode
}

/** Says what ended a verb: a sentence for the person, and a document where `--json` asks for one. */
export const sayFault = (error: unknown, argv: readonly string[], io: Pick<Io, 'out' | 'err'>): number => {
  const stop = error instanceof Stop
  const fault = stop
    ? error.fault
    : ({ code: 'internal', message: 'Something went wrong inside PKU2U Doctor.' } as const)
  if (argv.includes('--json')) io.out(JSON.stringify({ ...(stop ? error.document : {}), fault }, null, 2))
  io.err(fault.message)
  if (!stop) io.err(`Detail for a bug report: ${errorMessage(error)}`)
  return stop ? error.exitCode : exitCodes.internal
}

/** Runs one verb and answers its exit code. Nothing is thrown at the caller, and no stack trace is shown. */
export const runCli = async (argv: readonly string[], io: Io): Promise<number> => {
  const [word, ...rest] = argv
  try {
    if (word === undefined || word === '--help' || word === 'help') {
      io.out(overview())
      return word === undefined ? exitCodes.usage : exitCodes.ok
    }
    if (word === '--version') {
      io.out(version)
      return exitCodes.ok
    }
    const verb = verbs.find(({ name }) => name === word)
    if (verb === undefined)
      throw usageError(`There is no verb "${word}". Use one of: ${verbs.map(({ name }) => name).join(', ')}.`)
    return await runVerb(verb, rest, io)
  } catch (error) {
    return sayFault(error, argv, io)
  }
}
