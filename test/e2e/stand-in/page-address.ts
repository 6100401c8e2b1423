import type { Frame, Request } from '@playwright/test'

/** Chromium cannot load `app:`; this origin is never reached, every request to it is answered by the product. */
export const pageOrigin = 'http://127.0.0.1:45045'
interface SentFrame {
  readonly url: string
  readonly parent: SentFrame | null
  readonly detached: boolean
}

/** The address as the program knows it. */
export const appUrl = (url: string) =>
  url.startsWith(`${pageOrigin}/`) ? `app://desk${url.slice(pageOrigin.length)}` : url

/** Playwright knows no frame yet for the first request of a window that is only just opening. */
export const isOfNewWindow = (request: Request): boolean => {
  try {
    request.frame()
    return false
  } catch {
    return true
  }
}

/** A frame as Electron would describe it to a handler. */
export const describe = (frame: Frame): SentFrame => {
  const parent = frame.parentFrame()
  return {
    url: appUrl(frame.url()),
    parent: parent === null ? null : describe(parent),
    detached: frame.isDetached(),
  }
}
