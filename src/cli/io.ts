/** How a verb talks: standard output for the answer, standard error for everything else. */
export interface Io {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** All of standard input, as bytes. */
  readonly input: () => Promise<Uint8Array>
  /** Asks a question on the terminal; null when there is none. */
  readonly confirm: ((question: string) => Promise<boolean>) | null
  /** Ends when the person at the terminal interrupts. Asked for by work that has something to tidy up. */
  readonly interrupted: () => AbortSignal
  readonly platform: NodeJS.Platform
  /** Where the window of the installed program keeps this user’s own files; null where there is no such program. */
  readonly userFolder: string | null
}
