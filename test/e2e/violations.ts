import type { Page } from '@playwright/test'

interface Violation {
  readonly directive: string
  readonly blocked: string
}
interface Watched {
  readonly violations: Violation[]
}

/** Collects what the page's policy refuses from now on. */
export const watchViolations = (page: Page) =>
  page.evaluate(() => {
    const violations: Violation[] = []
    Object.assign(globalThis, { violations })
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      violations.push({ directive: effectiveDirective, blocked: blockedURI }),
    )
  })
/** The directives that were violated so far. */
export const violated = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as Watched).violations.map(({ directive }) => directive))
