import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'
import type { AxeResults, RunOptions } from 'axe-core'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeWindow {
  readonly axe: { readonly run: (context: object, options: RunOptions) => Promise<AxeResults> }
}

/** Colours fade from one theme to the next: what is measured on the way is neither. */
const settled = (page: Page) =>
  page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getTiming().iterations !== Number.POSITIVE_INFINITY)
    await Promise.allSettled(ending.map(({ finished }) => finished))
  })

export const showTheme = async (page: Page, colorScheme: 'light' | 'dark'): Promise<void> => {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme)
}

/** What axe-core has to say about the page as it is, one line for each element. */
export const axeViolations = async (page: Page): Promise<readonly string[]> => {
  // A screen that is read later is not there in the moment it is asked for.
  await expect(page.locator('h1').first()).toBeVisible()
  await settled(page)
  await page.evaluate(axeSource)
  const { violations: found } = await page.evaluate(() =>
    // Fluent puts these at both ends of a list of tabs: whoever gets the focus there is sent on at once.
    (globalThis as unknown as AxeWindow).axe.run(
      { exclude: [['[data-tabster-dummy]']] },
      {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      },
    ),
  )
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`),
  )
}
