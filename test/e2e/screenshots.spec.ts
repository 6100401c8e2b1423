import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { runCheck } from './screens.ts'

/** Draws the pictures of the README from the running program: `node scripts/e2e.mjs --screenshots`. */
const folder = join(import.meta.dirname, '..', '..', 'docs', 'screenshots')

if (process.env['PKU2U_E2E_SCREENSHOTS'] === '1') {
  test('start', async ({ launch }) => {
    const { page } = await launch('--simulate', 'entra-client-off-by-intune')
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    await page.screenshot({ path: join(folder, 'start.png') })
  })

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`findings-${colorScheme}`, async ({ launch }) => {
      const { page } = await launch('--simulate', 'entra-client-off-by-intune')
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await runCheck(page)
      await page.locator('article[data-finding-id]').first().getByRole('button', { name: 'Evidence' }).click()
      await expect(page.getByRole('button', { name: 'Copy evidence' })).toBeVisible()
      await page.mouse.move(0, 0)
      await page.screenshot({ path: join(folder, `findings-${colorScheme}.png`) })
    })
  }
}
