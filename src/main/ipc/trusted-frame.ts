/** The part of Electron's WebFrameMain that decides trust; small enough to fake in a test. */
export interface Frame {
  readonly url: string
  readonly parent: unknown
  readonly detached: boolean
}

/** Only the top frame of our own page. Everything else is refused, including "could not tell". */
export const isAppFrame = (frame: Frame | null): boolean => {
  try {
    if (frame === null || frame.detached !== false || frame.parent !== null) return false
    const url = URL.parse(frame.url)
    // Not `origin`: for a custom scheme Node answers the string "null".
    return url?.protocol === 'app:' && url.host === 'desk'
  } catch {
    // Electron throws when the frame went away between the message and this look at it.
    return false
  }
}
