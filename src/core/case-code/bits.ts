import { base32Text, symbolOf } from '../../shared/case-code/base32.ts'

/** Bits being read. What is not there, or is no value, is remembered, so that a field can go on without asking. */
export interface Bits {
  /** The next bits as a number, at most 50. */
  readonly take: (count: number) => number
  readonly refuse: () => void
  /** Everything made sense, and only zeros are left. */
  readonly isGood: () => boolean
}

export const bitsOf = (text: string): Bits => {
  let at = 0
  let isGood = true
  const refuse = (): void => {
    isGood = false
  }
  return {
    take: (count) => {
      const part = text.slice(at, at + count)
      at += count
      if (part.length === count) return count === 0 ? 0 : Number.parseInt(part, 2)
      refuse()
      return 0
    },
    refuse,
    isGood: () => isGood && !text.slice(at).includes('1'),
  }
}

/** How a value is written as bits, a text of 0 and 1, and read again. */
export interface Field<T> {
  readonly write: (value: T) => string
  readonly read: (bits: Bits) => T
}

/** A number that fits; a larger one is written as the largest. */
export const number = (count: number): Field<number> => ({
  write: (value) =>
    Math.min(value, 2 ** count - 1)
      .toString(2)
      .padStart(count, '0'),
  read: (bits) => bits.take(count),
})

export const flag: Field<boolean> = {
  write: (value) => (value ? '1' : '0'),
  read: (bits) => bits.take(1) === 1,
}

/** One of a list whose order never changes. */
export const choice = <const T>(first: T, ...others: readonly T[]): Field<T> => {
  const all = [first, ...others]
  const place = number(Math.ceil(Math.log2(all.length)))
  return {
    write: (value) => place.write(all.indexOf(value)),
    read: (bits) => {
      const at = place.read(bits)
      if (at >= all.length) bits.refuse()
      return all[at] ?? first
    },
  }
}

export const optional = <T>(field: Field<T>): Field<T | null> => ({
  write: (value) => (value === null ? '0' : `1${field.write(value)}`),
  read: (bits) => (flag.read(bits) ? field.read(bits) : null),
})

/** Base-32 characters, as many as given. */
export const characters = (count: number): Field<string> => ({
  write: (value) => [...value].map((character) => number(5).write(symbolOf(character))).join(''),
  read: (bits) => base32Text(Array.from({ length: count }, () => bits.take(5))),
})

/** @param count bits of the length */
export const list = <T>(count: number, field: Field<T>): Field<readonly T[]> => ({
  write: (values) => number(count).write(values.length) + values.map(field.write).join(''),
  read: (bits) => Array.from({ length: bits.take(count) }, () => field.read(bits)),
})

/** Fields one after the other, in the order they are given in. */
export const record = <T extends object>(fields: { readonly [K in keyof T]: Field<T[K]> }): Field<T> => {
  const names = Object.keys(fields) as (keyof T)[]
  return {
    write: (value) => names.map((name) => fields[name].write(value[name])).join(''),
    read: (bits) => Object.fromEntries(names.map((name) => [name, fields[name].read(bits)])) as T,
  }
}
