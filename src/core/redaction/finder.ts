import type { Pencil } from './field-token.ts'
import type { Kind } from './kinds.ts'

/** Takes a place and what stands for it; null, or what stands there already: nothing is replaced. */
export type Put = (start: number, end: number, found: { kind: Kind; token: string } | null) => void

/** Finds names of one shape in a text. */
export type Finder = (text: string, pencil: Pencil, put: Put) => void
