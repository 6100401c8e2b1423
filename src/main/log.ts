/** One line of the log. Data is short text or numbers: nothing the machine said, nobody's name. */
export type LogData = Readonly<Record<string, string | number | boolean | null>>

export interface Log {
  readonly info: (message: string, data?: LogData) => void
  readonly warn: (message: string, data?: LogData) => void
  readonly error: (message: string, data?: LogData) => void
}

const longestText = 300

const short = (value: LogData[string]) => (typeof value === 'string' ? value.slice(0, longestText) : value)

/** What is worth logging about something thrown, whatever it is. */
export const describeError = (error: unknown): LogData =>
  error instanceof Error
    ? { error: error.message, stack: (error.stack ?? '').split('\n').slice(1, 4).join(' ').replaceAll(/\s+/g, ' ') }
    : { error: String(error) }

/** JSON lines, so that a person and a program can both read them. A sink that fails never stops the program. */
export const createLog = (sinks: readonly ((line: string) => void)[], now: () => Date = () => new Date()): Log => {
  const write =
    (level: 'info' | 'warn' | 'error') =>
    (message: string, data: LogData = {}) => {
      const rest = Object.entries(data).map(([key, value]) => [key.slice(0, longestText), short(value)])
      const line = JSON.stringify({ at: now().toISOString(), level, message, ...Object.fromEntries(rest) })
      for (const sink of sinks) {
        try {
          sink(line)
        } catch {
          // A full disk or a closed console must not take the program with it.
        }
      }
    }
  return { info: write('info'), warn: write('warn'), error: write('error') }
}
