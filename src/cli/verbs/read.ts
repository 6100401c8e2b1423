import { readFile, stat } from 'node:fs/promises'
import { type CaptureKind, captureKinds, readCapture } from '../../core/readers/read-capture.ts'
import type { Io } from '../io.ts'
import { Stop, usageError, type Verb } from '../verb.ts'

const largestCapture = 64 * 1024 * 1024

const bytesOf = async (path: string, io: Io): Promise<Uint8Array> => {
  if (path === '-') return io.input()
  try {
    const { size } = await stat(path)
    if (size > largestCapture) throw usageError(`${path} is larger than ${largestCapture / 1024 / 1024} MB.`)
    return await readFile(path)
  } catch (error) {
    if (error instanceof Stop) throw error
    const code = error instanceof Error && 'code' in error ? error.code : null
    throw usageError(
      code === 'ENOENT'
        ? `There is no file ${path}.`
        : code === 'EISDIR'
          ? `${path} is a folder.`
          : `${path} cannot be read.`,
    )
  }
}

const isKind = (text: string): text is CaptureKind => captureKinds.some((kind) => kind === text)

export const read: Verb = {
  name: 'read',
  usage: 'FILE|-',
  summary: 'reads one captured tool output and prints what it says',
  options: ['as'],
  words: [1, 1],
  run: async (parsed, io) => {
    const [path = '-'] = parsed.words
    const wanted = parsed.option('as')
    if (wanted !== null && !isKind(wanted)) throw usageError(`--as takes ${captureKinds.join(', ')}, not "${wanted}".`)
    const read = readCapture(await bytesOf(path, io), wanted)
    if (!read.ok)
      throw new Stop({ ...read.fault, message: `${path === '-' ? 'The input' : path}: ${read.fault.message}` })
    return { json: read.value, text: JSON.stringify(read.value, null, 2), exitCode: 0 }
  },
}
