import type { PairState, PairVerdict } from './pair.ts'

/** Where the line between the two machines is drawn as broken. `open`: nobody knows. */
export type Line = 'whole' | 'open' | 'at-client' | 'at-server' | 'at-both' | 'between'

const lines: Readonly<Record<PairState, Line>> = {
  go: 'whole',
  'fix-client': 'at-client',
  'fix-server': 'at-server',
  'fix-both': 'at-both',
  mismatch: 'between',
  unknown: 'open',
}

export const lineOf = (pair: PairVerdict | null): Line => (pair === null ? 'open' : lines[pair.verdict.state])

/** What the line says to somebody who cannot see it. */
export const lineWords: Readonly<Record<Line, string>> = {
  whole: 'The line from the client to the server is whole.',
  open: 'Whether the line from the client to the server is whole is not known.',
  'at-client': 'The line is broken at the client.',
  'at-server': 'The line is broken at the server.',
  'at-both': 'The line is broken at both ends.',
  between: 'The line is broken in the middle: the two ends do not belong together.',
}

export const pairWords: Readonly<Record<PairState, string>> = {
  go: 'Go',
  'fix-client': 'Fix the client',
  'fix-server': 'Fix the server',
  'fix-both': 'Fix both ends',
  mismatch: 'Not a pair',
  unknown: 'Not known',
}

export const pairTones: Readonly<Record<PairState, 'good' | 'caution' | 'bad' | 'quiet'>> = {
  go: 'good',
  'fix-client': 'caution',
  'fix-server': 'caution',
  'fix-both': 'caution',
  mismatch: 'bad',
  unknown: 'quiet',
}
