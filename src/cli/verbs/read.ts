import { type CaptureKind, captureKinds, readCapture } from '../../core/readers/read-capture.ts'
import { Stop, usageError, type Verb } from '../verb.ts'
import { fileBytes } from './file-bytes.ts'

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
    const read = readCapture(await fileBytes(path, io), wanted)
    if (!read.ok)
      throw new Stop({ ...read.fault, message: `${path === '-' ? 'The input' : path}: ${read.fault.message}` })
    return { json: read.value, text: JSON.stringify(read.value, null, 2), exitCode: 0 }
  },
}
