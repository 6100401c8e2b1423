import { fold } from './automaton.ts'
import { canonical } from './case-key.ts'
import type { Original } from './originals.ts'

/** A form that a name may stand in; `text` is folded. */
export interface Spelling {
  readonly text: string
  /** Base64 and hexadecimal digits, in which no word begins or ends. */
  readonly encoded: boolean
  /** Base64 is something else in another case. */
  readonly exact: string | null
}

/** Accents as letters of their own, and what becomes of `ß` and `İ` when a program changes the case. */
const plainSpellings = (name: string): readonly string[] => [
  ...new Set(
    [canonical(name), name, name.toUpperCase()].flatMap((each) => [
      fold(each.normalize('NFC')),
      fold(each.normalize('NFD')),
    ]),
  ),
]

/** Fewer bytes leave too few digits to be sure of. */
const fewestBytes = 5
/** From here on a name of plain letters is seen when the digits around it are decoded. */
const longEnoughToDecode = 10

/** The digits that depend on these bytes alone, behind as many bytes as each place of a group of three has. */
const base64At = (bytes: Buffer, place: number): string => {
  const digits = Buffer.concat([Buffer.alloc(place), bytes]).toString('base64')
  return digits.slice(Math.ceil((place * 8) / 6), Math.floor(((place + bytes.length) * 8) / 6))
}

const encodedSpellings = (name: string): readonly Spelling[] => {
  const found = new Map<string, Spelling>()
  const spelled = [name, name.toLowerCase(), name.toUpperCase()]
  for (const each of new Set([...spelled, ...spelled.map((one) => one.normalize('NFD'))]))
    for (const bytes of [Buffer.from(each, 'utf8'), Buffer.from(each, 'utf16le')]) {
      if (bytes.length < fewestBytes) continue
      const hex = bytes.toString('hex')
      found.set(hex, { text: hex, encoded: true, exact: null })
      for (const place of [0, 1, 2]) {
        const digits = base64At(bytes, place)
        for (const exact of [digits, digits.replaceAll('+', '-').replaceAll('/', '_')])
          found.set(exact, { text: fold(exact), encoded: true, exact })
      }
    }
  return [...found.values()]
}

/** Whether a name may be missed in digits that are decoded where they look like plain letters. */
const hidesInDigits = ({ kind, text }: Original): boolean =>
  kind === 'address' || text.length < longEnoughToDecode || /[^\x20-\x7e]/.test(text)

/** Each form costs room in the search; people and PCs of the case itself are learnt first. */
const mostInDigits = 200

/** For each name, the forms to look for. Addresses are found by their shape, but for those in digits. */
export const spellingsOf = (
  originals: readonly Original[],
): readonly { readonly original: Original; readonly spelling: Spelling }[] => {
  let left = mostInDigits
  return originals.flatMap((original) => {
    const { kind, text } = original
    const plain = kind === 'address' ? [] : plainSpellings(text)
    const inDigits = left > 0 && hidesInDigits(original) ? encodedSpellings(text) : []
    if (inDigits.length > 0) left--
    return [...plain.map((each): Spelling => ({ text: each, encoded: false, exact: null })), ...inDigits].map(
      (spelling) => ({ original, spelling }),
    )
  })
}
