import type { Redactor } from '../redaction/redaction.ts'
import type { Gathered } from './gathered.ts'
import { followed, type Reading, sizeOfLogs } from './read-logs.ts'

/** What stands in one log may be a name in another, so all of them are read before anything is replaced. */
export const learnLogs = async ({ logs }: Gathered, redactor: Redactor, reading: Reading = {}): Promise<void> => {
  const follow = followed(reading, sizeOfLogs(logs))
  for (const { open } of logs) await redactor.learnStream(follow(open()))
}
