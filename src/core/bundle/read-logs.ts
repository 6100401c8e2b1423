import { setImmediate } from 'node:timers/promises'
import type { EventLog } from '../recording/event-log.ts'

/** How a long look at event logs is ended and followed. */
export interface Reading {
  readonly signal?: AbortSignal
  /** Bytes. */
  readonly onProgress?: (done: number, total: number) => void
}

/** What is worked on at once, in bytes: a person who cancels waits for no more than that. */
const pieceBytes = 1024 * 1024

export const sizeOfLogs = (logs: readonly EventLog[]): number => logs.reduce((sum, { size }) => sum + size, 0)

/** Logs one after another, in pieces between which the signal and everything else of the program has its turn. */
export const followed = ({ signal, onProgress }: Reading, total: number) => {
  let done = 0
  return async function* (chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks)
      for (let at = 0; at < chunk.length; at += pieceBytes) {
        await setImmediate()
        signal?.throwIfAborted()
        const piece = chunk.subarray(at, at + pieceBytes)
        yield piece
        done += piece.length
        onProgress?.(done, total)
      }
  }
}
