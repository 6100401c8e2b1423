/** What Node calls an error, such as `ENOENT`; null: it has no such name. */
export const errorCode = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null

export const errorMessage = (error: unknown): string => (error instanceof Error ? error.message : String(error))
