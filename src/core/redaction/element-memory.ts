import { aroundEvents, cutAt } from './elements.ts'

/** Where the elements of a text stand, and what is kept of each. Good until the next text is cut. */
export interface Cut<T> {
  /** In front of the first element and behind the last one. */
  readonly before: string
  readonly after: string
  readonly count: number
  /** The first code unit of each element in the text, and the one behind its last. */
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** undefined: nothing is kept of it. */
  readonly kept: (T | undefined)[]
}

/** What was worked out of elements. Events say the same over and over; only numbers and times differ. */
export interface ElementMemory<T> {
  /** null: there are no events in the text. */
  readonly cut: (text: string) => Cut<T> | null
  readonly keep: (element: string, value: T) => void
}

/** All is forgotten when there are more elements than this, or more code units in them. */
const most = { elements: 1 << 16, units: 1 << 21 }
/** At least four places for an element, each of which has these many to stand in. */
const places = most.elements * 4
const nearby = 8
/** A larger text is an exception, and memory for it is not kept. */
const usualText = 1 << 19

const littleEndian = (units: number): { readonly bytes: Buffer; readonly units: Uint16Array } => {
  const bytes = Buffer.alloc(units * 2)
  return { bytes, units: new Uint16Array(bytes.buffer, bytes.byteOffset, units) }
}

/** FNV-1a over some of the units: elements that differ mostly differ at their start, at their end or in their length. */
const sampled = { atStart: 16, atEnd: 12 }
const mixed = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193)
const placeOf = (units: Uint16Array, start: number, length: number): number => {
  let hash = 0x811c9dc5 ^ length
  const end = start + length
  const head = Math.min(end, start + sampled.atStart)
  for (let at = start; at < head; at++) hash = mixed(hash, units[at] ?? 0)
  for (let at = Math.max(head, end - sampled.atEnd); at < end; at++) hash = mixed(hash, units[at] ?? 0)
  return (hash ^ (hash >>> 15)) & (places - 1)
}

const grown = (numbers: Int32Array): Int32Array<ArrayBuffer> => {
  const larger = new Int32Array(numbers.length * 2)
  larger.set(numbers)
  return larger
}

/**
 * Finds elements by their code units, so that one that is kept costs no string and no garbage. Each is compared as a
 * whole: a hash alone may be made to fit. All is forgotten when `version` changes.
 */
export const newElementMemory = <T>(version: () => number = () => 0): ElementMemory<T> => {
  // Most texts hold no events, and then no memory is needed.
  let kept = littleEndian(0)
  /** Of each element kept: where its units stand, and how many they are. */
  let from = new Int32Array(0)
  let lengths = new Int32Array(0)
  /** The number of an element and one more; 0: free. */
  let table = new Int32Array(0)
  let values: T[] = []
  let used = 0
  let madeFor = version()
  let usual = littleEndian(0)
  let starts = new Int32Array(1024)
  let ends = new Int32Array(1024)

  const makeRoom = (text: string): void => {
    if (table.length === 0) {
      kept = littleEndian(most.units)
      from = new Int32Array(most.elements)
      lengths = new Int32Array(most.elements)
      table = new Int32Array(places)
    }
    if (madeFor === version() && values.length < most.elements && used + text.length <= most.units) return
    table.fill(0)
    values = []
    used = 0
    madeFor = version()
  }

  const isAt = (element: number, units: Uint16Array, start: number, length: number): boolean => {
    if (lengths[element] !== length) return false
    const own = kept.units
    const end = start + length
    for (let at = start, ownAt = from[element] ?? 0; at < end; at++, ownAt++) if (own[ownAt] !== units[at]) return false
    return true
  }

  const numberOf = (units: Uint16Array, start: number, length: number): number => {
    const place = placeOf(units, start, length)
    for (let away = 0; away < nearby; away++) {
      const number = (table[(place + away) & (places - 1)] ?? 0) - 1
      if (number < 0 || isAt(number, units, start, length)) return number
    }
    return -1
  }

  const unitsOf = (text: string): Uint16Array => {
    if (usual.units.length < text.length && text.length <= usualText) usual = littleEndian(usualText)
    const room = text.length <= usualText ? usual : littleEndian(text.length)
    room.bytes.write(text, 'utf16le')
    return room.units
  }

  return {
    cut: (text) => {
      const found = aroundEvents(text)
      if (found === null) return null
      makeRoom(text)
      const units = unitsOf(text)
      const known: (T | undefined)[] = []
      const end = text.length - found.after.length - 1
      let count = 0
      for (let start = found.before.length + 1; start <= end; count++) {
        const next = text.indexOf(cutAt, start)
        const at = next < 0 || next + 1 >= end ? end : next
        if (count === starts.length) {
          starts = grown(starts)
          ends = grown(ends)
        }
        starts[count] = start
        ends[count] = at
        const number = numberOf(units, start, at - start)
        known.push(number < 0 ? undefined : values[number])
        start = at + cutAt.length
      }
      return { before: found.before, after: found.after, count, starts, ends, kept: known }
    },
    keep: (element, value) => {
      const { length } = element
      if (values.length === most.elements || used + length > most.units) return
      kept.bytes.write(element, used * 2, 'utf16le')
      const place = placeOf(kept.units, used, length)
      // Where all places are taken, the last one is given away.
      let away = 0
      while (away < nearby - 1 && table[(place + away) & (places - 1)] !== 0) away++
      from[values.length] = used
      lengths[values.length] = length
      values.push(value)
      table[(place + away) & (places - 1)] = values.length
      used += length
    },
  }
}
