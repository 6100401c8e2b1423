import type { Redactor } from '../redaction/redaction.ts'
import type { Gathered } from './gathered.ts'

/** What stands in one log may be a name in another, so all of them are read before anything is replaced. */
export const learnLogs = async ({ logs }: Gathered, redactor: Redactor, signal?: AbortSignal): Promise<void> => {
  for (const { open } of logs) {
    signal?.throwIfAborted()
    await redactor.learnStream(open())
  }
}
