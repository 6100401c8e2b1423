import { parseArgs } from 'node:util'
import { parseAccount } from '../shared/account-name.ts'
import { parseDomain } from '../shared/domain-name.ts'
import { parseHost } from '../shared/host-name.ts'
import { defaultIntent, type Intent, paths, roles, tracks } from '../shared/intent.ts'
import type { Result } from '../shared/result.ts'
import { utcTimeOf } from '../shared/utc-time.ts'
import { type FlagName, type OptionName, usageError, type Verb } from './verb.ts'

export interface Parsed {
  readonly json: boolean
  readonly help: boolean
  readonly words: readonly string[]
  readonly option: (name: OptionName) => string | null
  readonly flag: (name: FlagName) => boolean
}

/** The first sentence of what Node says of the options, without its advice for programmers. */
const whatIsWrong = (error: unknown): string => {
  const message = error instanceof Error ? error.message : ''
  const [, option] = /^Option '(?:-\w, )?(--[\w-]+)(?: <value>)?' argument (?:missing|is ambiguous)/.exec(message) ?? []
  if (option !== undefined) return `${option} needs a value.`
  const [sentence = ''] = message.split(/\.\s|\n/)
  return `${sentence === '' ? 'The options could not be understood' : sentence}.`
}

/** Reads the words after a verb. Unknown, repeated or empty options are refused by name. */
export const parseOptions = (
  verb: Pick<Verb, 'name' | 'usage' | 'options' | 'flags' | 'words'>,
  argv: readonly string[],
): Parsed => {
  const options = Object.fromEntries([
    ...verb.options.map((name) => [name, { type: 'string', multiple: true }] as const),
    ...[...(verb.flags ?? []), 'json', 'help'].map((name) => [name, { type: 'boolean' }] as const),
  ])
  const { values, words } = ((): { values: Record<string, unknown>; words: readonly string[] } => {
    try {
      const parsed = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true })
      return { values: parsed.values, words: parsed.positionals }
    } catch (error) {
      throw usageError(`${whatIsWrong(error)} "${verb.name} --help" lists the options.`)
    }
  })()
  const help = values['help'] === true
  const [fewest, most] = verb.words
  if (!help && (words.length < fewest || words.length > most))
    throw usageError(
      words.length < fewest
        ? `"${verb.name}" needs ${verb.usage}.`
        : `"${verb.name}" does not know what to do with "${words[most]}".`,
    )
  return {
    json: values['json'] === true,
    help,
    words,
    flag: (name) => values[name] === true,
    option: (name) => {
      const given = values[name]
      if (!Array.isArray(given)) return null
      const [first, second] = given.map(String)
      if (second !== undefined) throw usageError(`--${name} was given twice.`)
      if (first === undefined || first.trim() === '') throw usageError(`--${name} needs a value.`)
      return first
    },
  }
}

export const choice = <T extends string>(parsed: Parsed, name: OptionName, allowed: readonly T[], otherwise: T): T => {
  const given = parsed.option(name)
  if (given === null) return otherwise
  const found = allowed.find((value) => value === given)
  if (found === undefined) throw usageError(`--${name} takes ${allowed.join(' or ')}, not "${given}".`)
  return found
}

export const checked = (parsed: Parsed, name: OptionName, parse: (text: string) => Result<string>): string | null => {
  const given = parsed.option(name)
  if (given === null) return null
  const result = parse(given)
  if (!result.ok) throw usageError(`--${name} "${given}": ${result.fault.message}`)
  return result.value
}

export const intentOptions = ['role', 'track', 'path', 'account', 'peer', 'domain'] as const

/** The case, from options alone. */
export const intentOf = (parsed: Parsed): Intent => ({
  role: choice(parsed, 'role', roles, defaultIntent.role),
  track: choice(parsed, 'track', tracks, defaultIntent.track),
  path: choice(parsed, 'path', paths, defaultIntent.path),
  account: checked(parsed, 'account', parseAccount),
  peer: checked(parsed, 'peer', parseHost),
  domain: checked(parsed, 'domain', parseDomain),
})

export const hasIntent = (parsed: Parsed): boolean => intentOptions.some((name) => parsed.option(name) !== null)

/** `--at`, in UTC. */
export const momentOf = (parsed: Parsed): string | null => {
  const given = parsed.option('at')
  if (given === null) return null
  const moment = utcTimeOf(given)
  if (moment === null) throw usageError(`--at takes a time such as 2026-11-20T09:15:00Z, not "${given}".`)
  return moment
}
