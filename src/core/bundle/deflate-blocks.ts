import { promisify } from 'node:util'
import { constants, deflateRaw } from 'node:zlib'

/** The same everywhere, since the bytes that come out depend on it. */
export const blockBytes = 4 * 1024 * 1024
/** Event logs become ten to twenty times smaller. */
const packedBytes = 256 * 1024
/** How far back deflate looks. Source: RFC 1951, https://www.rfc-editor.org/rfc/rfc1951 */
const windowBytes = 32 * 1024
/** An empty block that says it is the last one. */
const lastBlock = Buffer.from([3, 0])
/** Enough to keep four threads of the pool busy, one of which reads. Source: https://nodejs.org/api/cli.html#uv_threadpool_sizesize */
const mostAtOnce = 3

const deflate = promisify(deflateRaw)

/** Blocks of one size, whatever the sizes of the pieces they are made of; the last one may be shorter. */
const blocksOf = async function* (pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = []
  let length = 0
  for await (const piece of pieces)
    for (let at = 0; at < piece.length; ) {
      const part = piece.subarray(at, at + blockBytes - length)
      held.push(part)
      at += part.length
      length += part.length
      if (length < blockBytes) continue
      yield Buffer.concat(held, length)
      held = []
      length = 0
    }
  if (length > 0) yield Buffer.concat(held, length)
}

/**
 * Deflates bytes as one stream, but block by block on several threads: each block may point back into the one before it,
 * and ends at a byte. What comes out depends on what goes in and on nothing else.
 */
export const deflatedInBlocks = async function* (
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer<ArrayBuffer>> {
  const waiting: Promise<Buffer<ArrayBuffer>>[] = []
  let dictionary: Uint8Array | undefined
  try {
    for await (const block of blocksOf(pieces)) {
      const before = dictionary === undefined ? {} : { dictionary }
      const packed = deflate(block, { ...before, finishFlush: constants.Z_SYNC_FLUSH, chunkSize: packedBytes })
      // One that fails is heard of when its turn comes, and must not end the program before that.
      packed.catch(() => undefined)
      waiting.push(packed)
      dictionary = block.subarray(-windowBytes)
      const [first] = waiting
      if (waiting.length < mostAtOnce || first === undefined) continue
      yield await first
      waiting.shift()
    }
    while (waiting[0] !== undefined) {
      yield await waiting[0]
      waiting.shift()
    }
    yield lastBlock
  } finally {
    await Promise.allSettled(waiting)
  }
}
