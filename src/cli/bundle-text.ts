import type { SavedBundle } from '../core/bundle/save-bundle.ts'
import { verdictWords } from '../shared/verdict-words.ts'

export interface BundleNotes {
  /** A key that was made for this bundle. */
  readonly madeKey: string | null
  readonly isPlain: boolean
  readonly wasRedacted: boolean
  readonly raw: boolean
  readonly isSecurityKey: boolean
}

const countWords = (counts: SavedBundle['redacted']): string =>
  Object.entries(counts)
    .map(([kind, count]) => `${count} ${kind}`)
    .join(', ')

/** A saved bundle as a technician reads it in a console. */
export const bundleText = (bundle: SavedBundle, notes: BundleNotes): string =>
  [
    `Saved ${bundle.file} (${bundle.bytes} bytes)`,
    `SHA-256  ${bundle.sha256}`,
    `Verdict  ${verdictWords[bundle.verdict]}`,
    ...(notes.isPlain
      ? ['', 'Nothing was replaced: it holds names, accounts and addresses in clear. Do not send it to anybody else.']
      : [`Replaced ${countWords(bundle.redacted) || 'nothing'}`]),
    ...(notes.wasRedacted
      ? ['', 'What it was made from was redacted before. Its tokens were kept; nothing was replaced twice.']
      : []),
    ...(notes.madeKey === null
      ? []
      : [
          '',
          `Case key: ${notes.madeKey}`,
          'Keep it, and do not send it with the bundle. With the same key the other PC’s bundle gets the same tokens.',
        ]),
    ...(notes.raw ? ['', 'The files under raw/ cannot be redacted. They hold names and addresses in clear.'] : []),
    ...(notes.isSecurityKey
      ? ['', 'For Microsoft: Feedback Hub, Security and Privacy › FIDO, with “Recreate my problem” for the logs.']
      : []),
  ].join('\n')
