import { shownName } from './entry-name.ts'
import type { Files } from './folder-files.ts'
import { Unusable } from './load-parts.ts'

/** Where a recording or bundle begins: at the top, or in the one folder that a zip made by hand has around it. */
export interface RecordingPlace {
  /** Empty, or with a slash at its end. */
  readonly folder: string
  readonly kind: 'recording' | 'bundle'
}

const kindAt = async (files: Files, folder: string): Promise<RecordingPlace['kind'] | null> => {
  if (await files.has(`${folder}recording/machine.json`)) return 'bundle'
  return (await files.has(`${folder}machine.json`)) ? 'recording' : null
}

/** Throws Unusable when there is none, or more than one to choose from. */
export const findRecording = async (files: Files): Promise<RecordingPlace> => {
  const top = await kindAt(files, '')
  if (top !== null) return { folder: '', kind: top }
  const found: RecordingPlace[] = []
  for (const name of await files.folders()) {
    const kind = await kindAt(files, `${name}/`)
    if (kind !== null) found.push({ folder: `${name}/`, kind })
  }
  const [first, second] = found
  if (second !== undefined)
    throw new Unusable(
      `It holds ${found.length} recordings, ${shownName(found[0]?.folder.slice(0, -1) ?? '')} and others. Name one of them, or use "triage".`,
    )
  if (first !== undefined) return first
  if (await files.has('report.json'))
    throw new Unusable(
      'It holds a report and no recording. A report says what was found, not what was asked, so it cannot be judged again; "diff" reads it.',
    )
  throw new Unusable('It holds no machine.json, so it is not a recording or a support bundle.')
}
