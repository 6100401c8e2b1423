import { createReadStream } from 'node:fs'

/** Large enough that the way to the disk and back costs little, small enough to hold several. */
const pieceBytes = 512 * 1024

/** A file of any size, piece by piece. */
export const filePieces = (path: string): AsyncIterable<Buffer> => createReadStream(path, { highWaterMark: pieceBytes })
