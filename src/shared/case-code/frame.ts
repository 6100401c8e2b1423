import { base32Text } from './base32.ts'

/**
 * How a case code is written, whatever it says: groups of five characters, `2F7K2-QX4TA-…`. The fifth is a check over
 * its own group and the group's place, so that every single wrong character, every swap of neighbours (across groups
 * too) and every swap, loss or doubling of groups is seen and located. The first group starts with the version and the
 * number of groups, and the last one is a check over everything. This frame stays the same for all versions.
 */
export interface Framed {
  readonly version: number
  /** Numbers from 0 to 31. */
  readonly symbols: readonly number[]
}

export const groupSize = 5
export const dataInGroup = groupSize - 1
export const mostGroups = 63
/** Of the payload: what 63 groups hold beside header and check over everything. */
export const mostSymbols = (mostGroups - 1) * dataInGroup - 2

/** In the field of 32 elements, modulo x⁵ + x² + 1. */
const times = (a: number, b: number): number => {
  let product = 0
  for (let bit = 0; bit < 5; bit++) if ((b >> bit) & 1) product ^= a << bit
  for (let bit = 9; bit >= 5; bit--) if ((product >> bit) & 1) product ^= 0b100101 << (bit - 5)
  return product
}

/** All different, none 0, and none 1, the weight of the check itself: what one error or one swap adds is never 0. */
const weights = [2, 4, 8, 16]
/** @param data four symbols @param group its place, from 0 */
export const checkOf = (data: readonly number[], group: number): number =>
  weights.reduce((sum, weight, at) => sum ^ times(weight, data[at] ?? 0), group % 32)

/** FNV-1a of all symbols, folded to the 20 bits of one group. */
export const totalOf = (symbols: readonly number[]): readonly number[] => {
  const hash = symbols.reduce((sum, symbol) => Math.imul(sum ^ symbol, 0x01000193), 0x811c9dc5) >>> 0
  const folded = (hash >>> 20) ^ (hash & 0xfffff)
  return [15, 10, 5, 0].map((shift) => (folded >> shift) & 31)
}

/** The two symbols in front: four bits of version, six of the number of groups. */
const headerOf = (version: number, groups: number): readonly [number, number] => {
  const header = (version << 6) | groups
  return [header >> 5, header & 31]
}
export const readHeader = ([high = 0, low = 0]: readonly number[]): { version: number; groups: number } => {
  const header = (high << 5) | low
  return { version: header >> 6, groups: header & 63 }
}

export const inGroups = <T>(list: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, at * size + size))

/** @param framed at most `mostSymbols` symbols; they are read back followed by the zeros that fill the last group. */
export const writeFrame = ({ version, symbols }: Framed): string => {
  const groups = Math.ceil((symbols.length + 2) / dataInGroup) + 1
  const data = [...headerOf(version, groups), ...symbols]
  const filled = [...data, ...Array<number>((groups - 1) * dataInGroup - data.length).fill(0)]
  return inGroups([...filled, ...totalOf(filled)], dataInGroup)
    .map((group, at) => base32Text([...group, checkOf(group, at)]))
    .join('-')
}
