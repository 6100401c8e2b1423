import { axeViolations, showTheme } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { checkButton, heading, openPlan, runCheck, step, unfoldAll } from './screens.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test('start, with the picker and a refused account', async ({ launch }) => {
      const { page } = await launch()
      await showTheme(page, colorScheme)
      expect(await axeViolations(page)).toEqual([])
      await page.getByRole('button', { name: 'More options' }).click()
      await page.getByRole('textbox', { name: 'Account' }).fill('CONTOSO\\adele')
      await checkButton(page).click()
      await expect(page.getByRole('textbox', { name: 'Account' })).toHaveAttribute('aria-invalid', 'true')
      expect(await axeViolations(page)).toEqual([])
    })

    test('check, while it runs', async ({ launch }) => {
      const { page } = await launch('--simulate', 'entra-client-ready', '--pace', '10')
      await showTheme(page, colorScheme)
      await checkButton(page).click()
      await expect(page.getByRole('listitem').filter({ hasText: 'Answered' }).first()).toBeVisible()
      expect(await axeViolations(page)).toEqual([])
    })

    for (const machine of ['client-value-off', 'nothing-readable', 'entra-client-ready']) {
      test(`findings of ${machine}, everything unfolded`, async ({ launch }) => {
        const { page } = await launch('--simulate', machine)
        await showTheme(page, colorScheme)
        await runCheck(page)
        await unfoldAll(page)
        const evidence = page.getByRole('button', { name: 'Evidence', expanded: false })
        while ((await evidence.count()) > 0) await evidence.first().click()
        expect(await axeViolations(page)).toEqual([])
      })
    }

    test('plan, receipt, restart, proof, history and work account', async ({ launch }) => {
      const { page } = await launch('--simulate', 'client-value-off')
      await showTheme(page, colorScheme)
      await openPlan(page)
      expect(await axeViolations(page)).toEqual([])
      await page.getByRole('button', { name: 'Apply this change' }).click()
      await expect(heading(page, 'Written and read back')).toBeFocused()
      expect(await axeViolations(page)).toEqual([])
      await step(page, /^History/).click()
      await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeVisible()
      expect(await axeViolations(page)).toEqual([])
      await step(page, /^Work account/).click()
      expect(await axeViolations(page)).toEqual([])
      await step(page, /^Restart/).click()
      await page.getByRole('radio', { name: 'In 15 minutes' }).check()
      expect(await axeViolations(page)).toEqual([])
      await page.getByRole('radio', { name: 'Now' }).check()
      await page.getByRole('button', { name: 'Restart now…' }).click()
      expect(await axeViolations(page)).toEqual([])
      await page.getByRole('button', { name: 'Restart now', exact: true }).click()
      await expect(heading(page, /^Proven/)).toBeFocused()
      expect(await axeViolations(page)).toEqual([])
    })

    test('the receipt of an undo in History', async ({ launch }) => {
      const { page } = await launch('--simulate', 'client-value-off')
      await showTheme(page, colorScheme)
      await openPlan(page)
      await page.getByRole('button', { name: 'Apply this change' }).click()
      await step(page, /^History/).click()
      await page.getByRole('button', { name: 'Undo', exact: true }).click()
      await expect(page.getByRole('region', { name: 'What was done last' })).toBeFocused()
      expect(await axeViolations(page)).toEqual([])
    })

    test('settings', async ({ launch }) => {
      const { page } = await launch()
      await showTheme(page, colorScheme)
      await step(page, /^Settings/).click()
      await page.getByRole('checkbox', { name: /^Add raw logs/ }).check()
      expect(await axeViolations(page)).toEqual([])
    })

    test('a managed machine, with the second question', async ({ launch }) => {
      const { page } = await launch('--simulate', 'entra-client-off-by-intune')
      await showTheme(page, colorScheme)
      await openPlan(page)
      await page.getByRole('button', { name: 'Write anyway…' }).click()
      expect(await axeViolations(page)).toEqual([])
    })
  })
}
