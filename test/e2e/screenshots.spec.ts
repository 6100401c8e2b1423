import { join } from 'node:path'
import { caseCodeOf } from '../../src/core/case-code/case-code.ts'
import { endOfReport } from '../../src/core/pair/end-state.ts'
import { defaultIntent } from '../../src/shared/intent.ts'
import { expect, test } from './fixtures.ts'
import { headlessReport } from './headless.ts'
import { runCheck, step } from './screens.ts'

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
  test('other-pc', async ({ launch }) => {
    const server = { ...defaultIntent, role: 'server', account: 'adele@contoso.com' } as const
    const code = caseCodeOf(endOfReport(await headlessReport('hybrid-server-off-by-gpo', server)))
    const { page } = await launch('--simulate', 'entra-client-ready')
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    await runCheck(page)
    await step(page, /^Other PC/).click()
    await page.getByRole('textbox', { name: 'Its case code' }).fill(code)
    await expect(page.locator('[data-pair="fix-server"]')).toBeVisible()
    await page.mouse.move(0, 0)
    await page.screenshot({ path: join(folder, 'other-pc.png') })
  })
}
