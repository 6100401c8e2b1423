import { connectionFile } from '../../core/exports/connection-file.ts'
import { decodeText } from '../../core/readers/decode.ts'
import { type RdpFile, readRdpFile } from '../../core/readers/rdp-file.ts'
import { readCapture } from '../../core/readers/read-capture.ts'
import { parseAccount } from '../../shared/account-name.ts'
import { parseHost } from '../../shared/host-name.ts'
import { paths } from '../../shared/intent.ts'
import type { Io } from '../io.ts'
import { checked, choice, type Parsed } from '../options.ts'
import { type Answer, Stop, usageError, type Verb } from '../verb.ts'
import { fileBytes } from './file-bytes.ts'
import { written } from './written.ts'

const pathWords = {
  pku2u: 'Signs in with Network Level Authentication (PKU2U).',
  web: 'Signs in with a web account.',
  none: 'Signs in without Network Level Authentication.',
} as const

const lintText = ({ path, problems }: RdpFile): string =>
  [
    pathWords[path],
    ...(problems.length === 0 ? ['No problem was found.'] : problems.map(({ id, message }) => `${id}  ${message}`)),
  ].join('\n')

const lint = async (file: string, io: Io): Promise<Answer> => {
  const read = readCapture(await fileBytes(file, io), 'rdp')
  if (!read.ok) throw new Stop({ ...read.fault, message: `${file}: ${read.fault.message}` })
  return { json: read.value, text: lintText(read.value.facts as RdpFile), exitCode: 0 }
}

const needed = (value: string | null, name: string): string => {
  if (value === null) throw usageError(`"rdp write" needs ${name}.`)
  return value
}

const write = async (parsed: Parsed, io: Io): Promise<Answer> => {
  const order = {
    peer: needed(checked(parsed, 'peer', parseHost), '--peer HOST'),
    account: needed(checked(parsed, 'account', parseAccount), '--account UPN'),
    path: choice(parsed, 'path', paths, 'pku2u'),
  }
  const from = parsed.option('from')
  const text = from === null ? null : decodeText(await fileBytes(from, io), null)
  const files = connectionFile(order, text)
  if (!files.ok) throw new Stop(files.fault)
  const read = text === null ? null : readRdpFile(text)
  const hadPassword = read?.ok === true && read.value.problems.some(({ id }) => id === 'password-stored')
  return written(files.value, parsed, hadPassword ? ['The stored password was left out.'] : [])
}

export const rdp: Verb = {
  name: 'rdp',
  usage: 'lint FILE | write',
  summary: 'reads a connection file and names its problems, or writes one that works with Entra accounts',
  options: ['peer', 'account', 'path', 'out', 'from'],
  flags: ['force'],
  words: [1, 2],
  run: async (parsed, io) => {
    const [word = '', file, ...more] = parsed.words
    if (word === 'lint' && file !== undefined && more.length === 0) return lint(file, io)
    if (word === 'write' && file === undefined) return write(parsed, io)
    throw usageError(
      word === 'lint' || word === 'write'
        ? '"rdp" takes "lint FILE.rdp", or "write" with --peer, --account and --out.'
        : `"rdp" takes "lint FILE.rdp" or "write", not "${word}".`,
    )
  },
}
