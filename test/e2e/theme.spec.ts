import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { heading, runCheck, step, verdict } from './screens.ts'

const lightness = (page: Page) =>
  page.evaluate(() => {
    const background = getComputedStyle(document.querySelector('.app') ?? document.body).backgroundColor
    const [red = 0, green = 0, blue = 0] = (background.match(/\d+/g) ?? []).map(Number)
    return (red + green + blue) / 3
  })

test('the window follows light and dark while it is open', async ({ launch }) => {
  const { page } = await launch('--simulate', 'entra-client-ready')
  await page.emulateMedia({ colorScheme: 'light' })
  await expect.poll(() => lightness(page)).toBeGreaterThan(200)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(() => lightness(page)).toBeLessThan(70)
})

test('a theme that was chosen stays, against the system and over a reload', async ({ launch }) => {
  const app = await launch('--simulate', 'entra-client-ready')
  const { page } = app
  await page.emulateMedia({ colorScheme: 'light' })
  await step(page, /^Settings/).click()
  await expect(heading(page, 'Settings')).toBeFocused()
  await page.getByRole('radio', { name: 'Dark' }).check()
  await expect.poll(() => lightness(page)).toBeLessThan(70)
  await app.reload()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('a contrast theme wins, and a whole check stays readable in it', async ({ launch }) => {
  const { page } = await launch('--simulate', 'client-value-off')
  await page.emulateMedia({ forcedColors: 'active' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast')
  await runCheck(page)
  const status = page.locator('article[data-finding-id="pku2u.setting"]')
  await expect(status).toBeVisible()
  // Not by colour alone: the status is a word as well.
  await expect(status.locator('.finding-status')).not.toBeEmpty()
})

test('twice as large, nothing is cut off sideways, and the verdict comes into sight', async ({ launch }) => {
  // What could not be read names the longest registry keys.
  const { page } = await launch('--simulate', 'nothing-readable')
  // 200 % of the smallest window.
  await page.setViewportSize({ width: 520, height: 360 })
  for (const screen of ['start', 'findings']) {
    if (screen === 'findings') await runCheck(page)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(overflow, screen).toBeLessThanOrEqual(0)
  }
  await expect(verdict(page).getByText('Not enough could be read for an answer.')).toBeInViewport()
  await expect.poll(() => page.evaluate(() => document.querySelector('.stage')?.getBoundingClientRect().top)).toBe(0)
})
