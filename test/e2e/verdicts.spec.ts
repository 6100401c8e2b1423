import { simulatedMachines } from '../../src/core/simulated/machines.ts'
import { expect, test } from './fixtures.ts'
import { headlessReport } from './headless.ts'
import { findingsHeading, runCheck, shownFindings, verdict } from './screens.ts'

test.describe('window and command line say the same', () => {
  for (const { name, title, intent } of simulatedMachines) {
    test(name, async ({ launch }) => {
      const report = await headlessReport(name, intent)
      const { page } = await launch('--simulate', name)
      await expect(page.getByRole('combobox', { name: 'Simulated machine' })).toHaveValue(title)
      await expect(page.getByText(/^Simulated machine/).first()).toBeVisible()
      await runCheck(page)
      await expect(verdict(page)).toHaveAttribute('data-verdict', report.verdict.state)
      await expect(verdict(page)).toContainText(report.verdict.headline)
      for (const step of report.verdict.next) await expect(verdict(page)).toContainText(step)
      await expect(page.getByText(`Simulated machine: ${name}`)).toBeVisible()
      expect(await shownFindings(page)).toEqual(
        Object.fromEntries(report.findings.map(({ id, status }) => [id, status])),
      )
    })
  }
})

test('each machine of the picker can be chosen and checked, one after the other', async ({ launch }) => {
  const { page } = await launch()
  for (const { name, title, intent } of simulatedMachines.slice(0, 4)) {
    const picker = page.getByRole('combobox', { name: 'Simulated machine' })
    await picker.click()
    await picker.fill(name)
    await page.getByRole('option', { name: title }).click()
    await runCheck(page)
    const { state } = (await headlessReport(name, intent)).verdict
    await expect(verdict(page)).toHaveAttribute('data-verdict', state)
    await page
      .getByRole('navigation', { name: 'Steps' })
      .getByRole('button', { name: /^Start/ })
      .click()
  }
})

test('a check can be repeated', async ({ launch }) => {
  const { page } = await launch('--simulate', 'client-value-off')
  await runCheck(page)
  const before = await verdict(page).innerText()
  await page.getByRole('button', { name: 'Check again' }).click()
  await expect(findingsHeading(page)).toBeVisible()
  expect(await verdict(page).innerText()).toBe(before)
})
