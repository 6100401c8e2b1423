import { createInterface } from 'node:readline/promises'
import { errorCode } from '../shared/thrown.ts'

/** Asks a person at a terminal. Ctrl+C and the end of the input are a no, like everything but yes. */
export const confirmOn =
  (input: NodeJS.ReadableStream, output: NodeJS.WritableStream) =>
  async (question: string): Promise<boolean> => {
    const terminal = createInterface({ input, output, terminal: true })
    // A question that nobody can answer any more stays open by itself.
    const closed = new AbortController()
    terminal.once('close', () => closed.abort())
    try {
      const answer = await terminal.question(`${question} [y/N] `, { signal: closed.signal })
      return /^y(?:es)?$/i.test(answer.trim())
    } catch (error) {
      if (errorCode(error) !== 'ABORT_ERR') throw error
      output.write('\n')
      return false
    } finally {
      terminal.close()
    }
  }
