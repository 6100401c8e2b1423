import { type Framed, writeFrame } from '../../shared/case-code/frame.ts'
import { readFrame } from '../../shared/case-code/read-frame.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { EndState } from '../pair/end-state.ts'
import { readLayout1, writeLayout1 } from './layout-1.ts'

/** The version that is written, and how each that was ever written is read. */
const version = 1
const readers: Readonly<Record<number, (bits: string) => EndState | null>> = { 1: readLayout1 }

export interface DecodedCode {
  readonly version: number
  readonly end: EndState
}

const inFives = (bits: string): readonly number[] =>
  Array.from({ length: Math.ceil(bits.length / 5) }, (_, at) =>
    Number.parseInt(bits.slice(at * 5, at * 5 + 5).padEnd(5, '0'), 2),
  )

/** At most 400 characters: groups of letters and digits with hyphens between them. Equal ends have equal codes. */
export const caseCodeOf = (end: EndState): string => writeFrame({ version, symbols: inFives(writeLayout1(end)) })

const endIn = ({ version: found, symbols }: Framed): Result<DecodedCode> => {
  const read = readers[found]
  if (read === undefined)
    return fail(
      'unreadable',
      `This code is of version ${found}; this program reads version ${Object.keys(readers).join(', ')}. ${
        found > version ? 'Update PKU2U Doctor here' : 'Make the code again with a current PKU2U Doctor'
      }.`,
    )
  const end = read(symbols.map((symbol) => symbol.toString(2).padStart(5, '0')).join(''))
  return end === null
    ? fail('unreadable', 'The code is copied without a mistake, but what it says makes no sense.')
    : ok({ version: found, end })
}

/** Reads a code as a person typed it. The fault says which group of characters is wrong, as far as that can be told. */
export const readCaseCode = (text: string): Result<DecodedCode> => {
  const framed = readFrame(text)
  return framed.ok ? endIn(framed.value) : framed
}
