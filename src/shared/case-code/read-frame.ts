import { type Fail, fail, ok, type Result } from '../result.ts'
import { symbolOf } from './base32.ts'
import { checkOf, dataInGroup, type Framed, groupSize, inGroups, mostGroups, readHeader, totalOf } from './frame.ts'

const separators = /[^\p{L}\p{N}]+/u

/** A code as it was typed or pasted, in the pieces that the person made of it. */
const piecesOf = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .replace(/^\s*code:/i, '')
    .split(separators)
    .filter((piece) => piece !== '')

interface Typed {
  readonly characters: readonly string[]
  readonly symbols: readonly number[]
  /** The only piece that is not five characters long, as a group; null: none, several, or nobody made pieces. */
  readonly oddPiece: string | null
}

const named = (group: string, at: number): string => `group ${at + 1} (${group.toUpperCase()})`

/** A sign in the place of a character cuts its group in two pieces, which count as one. */
const oddPieceOf = (pieces: readonly string[]): string | null => {
  const odd = pieces.flatMap((piece, at) => (piece.length === groupSize ? [] : [at]))
  const [first = 0, second = first, third] = odd
  const isCut = second === first + 1 && `${pieces[first]}${pieces[second]}`.length === groupSize - 1
  if (odd.length === 0 || odd.length === pieces.length || third !== undefined || (second !== first && !isCut))
    return null
  return named(pieces.slice(first, second + 1).join(' '), first)
}

const typedOf = (text: string): Typed => {
  const pieces = piecesOf(text)
  const characters = [...pieces.join('')]
  return { characters, symbols: characters.map(symbolOf), oddPiece: oddPieceOf(pieces) }
}

const groupNamed = ({ characters }: Typed, at: number): string =>
  named(characters.slice(at * groupSize, (at + 1) * groupSize).join(''), at)

const endOf = (typed: Typed): string => groupNamed(typed, Math.floor(typed.characters.length / groupSize))

/** Complete groups that do not agree with their check, from 0. */
const wrongGroups = ({ symbols }: Typed): readonly number[] =>
  inGroups(symbols, groupSize).flatMap((group, at) =>
    group.length < groupSize || checkOf(group.slice(0, dataInGroup), at) === group[dataInGroup] ? [] : [at],
  )

const unfinished = (message: string): Fail => fail('missing', message)
const wrong = (message: string): Fail => fail('unreadable', message)

const compare = 'Compare it with the other screen.'

/** Nobody compares more than a few. */
const mostNamed = 4

const groupsNamed = (typed: Typed, groups: readonly number[]): string => {
  const names = groups.slice(0, mostNamed).map((at) => groupNamed(typed, at))
  const others = groups.length - names.length
  return [...names, ...(others > 0 ? [`${others} more`] : [])].join(' and ')
}

const announcedBy = ({ symbols }: Typed): number => readHeader(symbols).groups * groupSize

const placeOf = (typed: Typed, groups: readonly number[]): string => {
  if (typed.oddPiece !== null) return `The mistake is in ${typed.oddPiece}. ${compare}`
  const [first = 0] = groups
  const after = Math.floor(typed.characters.length / groupSize) - first
  // Everything after a lost or doubled character is in the wrong place, where a group agrees with itself by chance only.
  const isLengthWrong = first > 0 && typed.characters.length !== announcedBy(typed)
  return groups.length > 1 && (groups.length === after || (isLengthWrong && groups.length * 2 > after))
    ? `From ${groupNamed(typed, first)} on, a character or a group is missing or too many. ${compare}`
    : `The mistake is in ${groupsNamed(typed, groups)}. ${compare}`
}

/** What is wrong with the groups; null: each agrees with itself, and there are as many as announced. */
const mistakeIn = (typed: Typed): Fail | null => {
  const { characters, symbols, oddPiece } = typed
  if (characters.length === 0) return unfinished('There is no code here. A code looks like 2F7K2-QX4TA-….')
  if (characters.length > mostGroups * groupSize)
    return wrong(`This is no case code: it has more than ${mostGroups * groupSize} characters.`)
  const foreign = symbols.indexOf(-1)
  if (foreign >= 0) {
    const place = oddPiece ?? groupNamed(typed, Math.floor(foreign / groupSize))
    return wrong(`A case code has no “${characters[foreign]}”. The mistake is in ${place}.`)
  }
  if (characters.length < groupSize)
    return unfinished('The code is not complete. It has many groups of five characters.')
  const groupsAtFault = wrongGroups(typed)
  if (groupsAtFault.length > 0) return wrong(placeOf(typed, groupsAtFault))
  const announced = announcedBy(typed)
  if (characters.length < announced) {
    const inside = characters.length % groupSize === 0 ? '' : ` It ends within ${endOf(typed)}.`
    const howFar = `${characters.length} of ${announced} characters, correct so far`
    return unfinished(`The code is not complete: ${howFar}.${inside}`)
  }
  return characters.length === announced
    ? null
    : wrong(`The code goes on after its end, which is group ${announced / groupSize}.`)
}

/**
 * Reads a code in any letter case, with any separators or none, O as 0, I and L as 1. The fault says which group is
 * wrong, as far as that can be told; its code is `missing` while the code is right as far as it goes.
 */
export const readFrame = (text: string): Result<Framed> => {
  const typed = typedOf(text)
  const mistake = mistakeIn(typed)
  if (mistake !== null) return mistake
  const data = inGroups(typed.symbols, groupSize).flatMap((group) => group.slice(0, dataInGroup))
  const body = data.slice(0, -dataInGroup)
  if (totalOf(body).some((symbol, at) => symbol !== data[body.length + at]))
    return fail('unreadable', 'The code has more than one mistake, and each group agrees with itself. Copy it again.')
  return ok({ version: readHeader(data).version, symbols: body.slice(2) })
}
