import type { Redactor } from '../redaction/redaction.ts'
import type { Gathered } from './gathered.ts'

async function* until(signal: AbortSignal | undefined, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    signal?.throwIfAborted()
    yield chunk
  }
}

/** What stands in one log may be a name in another, so all of them are read before anything is replaced. */
export const learnLogs = async ({ logs }: Gathered, redactor: Redactor, signal?: AbortSignal): Promise<void> => {
  for (const { open } of logs) await redactor.learnStream(until(signal, open()))
}
