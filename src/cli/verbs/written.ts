import type { ExportFile } from '../../core/exports/export-file.ts'
import { type WrittenFile, writeFiles } from '../../core/exports/write-files.ts'
import type { Parsed } from '../options.ts'
import { type Answer, Stop, usageError } from '../verb.ts'

const line = ({ file, bytes, sha256 }: WrittenFile): string => `${file}  ${bytes} bytes  SHA-256 ${sha256}`

/** Writes what a verb has built to `--out`. With several files, `file` is the first one and `files` lists all. */
export const written = async (
  files: readonly ExportFile[],
  parsed: Parsed,
  remarks: readonly string[] = [],
): Promise<Answer> => {
  const target = parsed.option('out')
  if (target === null) throw usageError('Say where to write with --out.')
  const result = await writeFiles(files, target, parsed.flag('force'))
  if (!result.ok) {
    const hint = result.fault.code === 'conflict' ? ' --force replaces it.' : ''
    throw new Stop({ ...result.fault, message: `${result.fault.message}${hint}` })
  }
  const [first, ...more] = result.value
  return {
    json: more.length === 0 ? first : { ...first, files: result.value },
    text: [...result.value.map(line), ...remarks].join('\n'),
    exitCode: 0,
  }
}
