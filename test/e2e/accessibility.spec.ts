import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults, RunOptions } from 'axe-core'
import { expect, test } from './fixtures.ts'
import { checkButton, runCheck, unfoldAll } from './screens.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeWindow {
  readonly axe: { readonly run: (context: Document, options: RunOptions) => Promise<AxeResults> }
}

/** Colours fade from one theme to the next: what is measured on the way is neither. */
const settled = (page: Page) =>
  page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getTiming().iterations !== Number.POSITIVE_INFINITY)
    await Promise.allSettled(ending.map(({ finished }) => finished))
  })

const show = async (page: Page, colorScheme: 'light' | 'dark') => {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme)
}

const violations = async (page: Page): Promise<string[]> => {
  await settled(page)
  await page.evaluate(axeSource)
  const { violations: found } = await page.evaluate(() =>
    (globalThis as unknown as AxeWindow).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  )
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`),
  )
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test('start, with the picker and a refused account', async ({ launch }) => {
      const { page } = await launch()
      await show(page, colorScheme)
      expect(await violations(page)).toEqual([])
      await page.getByRole('button', { name: 'More options' }).click()
      await page.getByRole('textbox', { name: 'Account' }).fill('CONTOSO\\adele')
      await checkButton(page).click()
      await expect(page.getByRole('textbox', { name: 'Account' })).toHaveAttribute('aria-invalid', 'true')
      expect(await violations(page)).toEqual([])
    })

    test('check, while it runs', async ({ launch }) => {
      const { page } = await launch('--simulate', 'entra-client-ready', '--pace', '10')
      await show(page, colorScheme)
      await checkButton(page).click()
      await expect(page.getByRole('listitem').filter({ hasText: 'Answered' }).first()).toBeVisible()
      expect(await violations(page)).toEqual([])
    })

    for (const machine of ['client-value-off', 'nothing-readable', 'entra-client-ready']) {
      test(`findings of ${machine}, everything unfolded`, async ({ launch }) => {
        const { page } = await launch('--simulate', machine)
        await show(page, colorScheme)
        await runCheck(page)
        await unfoldAll(page)
        const evidence = page.getByRole('button', { name: 'Evidence', expanded: false })
        while ((await evidence.count()) > 0) await evidence.first().click()
        expect(await violations(page)).toEqual([])
      })
    }
  })
}
