import { otherEndInputs } from '../../core/engine/other-end.ts'
import { decodeText } from '../../core/readers/decode.ts'
import { readAs } from '../../core/readers/read-capture.ts'
import { readTestRun } from '../../core/readers/test-run.ts'
import { inputFiles } from '../../shared/case-inputs.ts'
import type { Result } from '../../shared/result.ts'
import type { Io } from '../io.ts'
import type { Parsed } from '../options.ts'
import { Stop, usageError } from '../verb.ts'
import { fileBytes } from './file-bytes.ts'

const keyInputOptions = ['kerberos-server', 'test-run'] as const
type KeyInputOption = (typeof keyInputOptions)[number]
export const caseInputOptions = [...keyInputOptions, 'other'] as const

type Inputs = Readonly<Record<string, string>>

const otherEndOf = (parsed: Parsed): Inputs => {
  const code = parsed.option('other')
  if (code === null) return {}
  const inputs = otherEndInputs(code)
  if (!inputs.ok) throw new Stop({ ...inputs.fault, message: `--other: ${inputs.fault.message}` })
  return inputs.value
}

const keyInputsOf = async (parsed: Parsed, io: Io): Promise<Inputs> => {
  const given = keyInputOptions.filter((name) => parsed.option(name) !== null)
  const [first] = given
  if (first === undefined) return {}
  if (parsed.option('track') !== 'security-key') throw usageError(`--${first} goes with --track security-key.`)
  if ([...given, 'case-key' as const].filter((name) => parsed.option(name) === '-').length > 1)
    throw usageError('Standard input can be read once: give the other one in another way.')

  const readInput = async <T>(name: KeyInputOption, read: (text: string) => Result<T>) => {
    const path = parsed.option(name)
    if (path === null) return null
    const text = decodeText(await fileBytes(path, io), null)
    const found = read(text)
    if (!found.ok)
      throw new Stop({ ...found.fault, message: `${path === '-' ? 'The input' : path}: ${found.fault.message}` })
    return { text, value: found.value }
  }
  const server = await readInput('kerberos-server', (text) => readAs('kerberos-server', text))
  const run = await readInput('test-run', readTestRun)
  return inputFiles({ kerberosServer: server?.text ?? null, testRun: run?.value ?? null })
}

/**
 * What the command line adds to a case, as a recording keeps it. A text of the wrong kind is refused here, so that no
 * report is made of it.
 */
export const caseInputsOf = async (parsed: Parsed, io: Io): Promise<Inputs> => ({
  ...otherEndOf(parsed),
  ...(await keyInputsOf(parsed, io)),
})
