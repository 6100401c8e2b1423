import type { Kind } from './kinds.ts'
import type { Gate, Leak, Span } from './redaction.ts'
import { newTextPieces, type TextPieces } from './text-pieces.ts'

/** A hit is a place where something would still be replaced; finished files have none. */
export const newGate = (spansIn: (text: string) => readonly Span[]): Gate => {
  const open = new Map<string, TextPieces>()
  const hits = new Map<string, Map<Kind, number>>()
  const look = (file: string, text: string): void => {
    for (const { kind } of spansIn(text)) {
      const ofFile = hits.get(file) ?? new Map<Kind, number>()
      ofFile.set(kind, (ofFile.get(kind) ?? 0) + 1)
      hits.set(file, ofFile)
    }
  }
  return {
    scan: (file, chunk) => {
      const pieces = open.get(file) ?? newTextPieces()
      open.set(file, pieces)
      for (const text of pieces.push(chunk)) look(file, text)
    },
    finish: () => {
      for (const [file, pieces] of open) for (const text of pieces.end()) look(file, text)
      open.clear()
      return [...hits].flatMap(([file, ofFile]) => [...ofFile].map(([kind, count]): Leak => ({ file, kind, count })))
    },
  }
}
