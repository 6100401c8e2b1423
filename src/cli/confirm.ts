import { createInterface } from 'node:readline/promises'

const isAbort = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ABORT_ERR'

/** Asks a person at a terminal. Ctrl+C and the end of the input are a no, like everything but yes. */
export const confirmOn =
  (input: NodeJS.ReadableStream, output: NodeJS.WritableStream) =>
  async (question: string): Promise<boolean> => {
    const terminal = createInterface({ input, output, terminal: true })
    try {
      return /^y(?:es)?$/i.test((await terminal.question(`${question} [y/N] `)).trim())
    } catch (error) {
      if (!isAbort(error)) throw error
      output.write('\n')
      return false
    } finally {
      terminal.close()
    }
  }
