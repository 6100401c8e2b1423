import type { Page } from '@playwright/test'
import { axeViolations, showTheme } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { heading, runCheck, step } from './screens.ts'

const openListener = async (page: Page): Promise<void> => {
  await runCheck(page)
  await step(page, /^Other PC/).click()
  await expect(heading(page, 'Other PC')).toBeFocused()
  await page.getByRole('tab', { name: 'Does it answer?' }).click()
}
const panel = (page: Page) => page.getByRole('tabpanel', { name: 'Does it answer?' })
const name = (page: Page) => panel(page).getByRole('textbox', { name: 'Other PC' })
const askIt = (page: Page) => panel(page).getByRole('button', { name: 'Ask the listener' })

test('what the listener answered, its certificate, and the ports only when wanted', async ({ launch }) => {
  const { page } = await launch('--simulate', 'client-target-answers')
  await openListener(page)
  await expect(name(page)).toHaveValue('PC-0600')
  await name(page).press('Enter')
  await expect(panel(page).getByRole('status')).toHaveText(/^PC-0600 answers and takes/)
  const said = panel(page)
  await expect(said).toContainText('PC-0600 answers and takes Network Level Authentication')
  await expect(said.getByRole('row')).toHaveCount(3)
  await expect(said).toContainText('it requires Network Level Authentication (failure 5, HYBRID_REQUIRED_BY_SERVER)')
  await expect(said).toContainText('not known to be refused. The web account was not asked about.')
  await expect(said).toContainText('MS-Organization-P2P-Access')
  await expect(said.getByText('SMB 445', { exact: true })).toHaveCount(0)
  await panel(page).getByRole('checkbox').check()
  await askIt(page).click()
  await expect(said.getByText('SMB 445', { exact: true })).toBeVisible()
  for (const theme of ['light', 'dark'] as const) {
    await showTheme(page, theme)
    expect(await axeViolations(page)).toEqual([])
  }
})

test('TLS in place of NLA is told with what was offered', async ({ launch }) => {
  const { page } = await launch('--simulate', 'client-target-without-nla')
  await openListener(page)
  await askIt(page).click()
  await expect(panel(page).getByRole('status')).toContainText(
    'PC-0600 was offered Network Level Authentication together with TLS, and chose TLS.',
  )
})

test('what is no name is refused with a sentence, and a simulated machine reaches no network', async ({ launch }) => {
  const { page } = await launch('--simulate', 'entra-client-ready')
  await openListener(page)
  for (const typed of ['PC 0600', 'rdp://PC-0600', '../PC-0600', 'PC-0600:70000']) {
    await name(page).fill(typed)
    await askIt(page).click()
    await expect(panel(page).getByText(/^(Use the name|The port is)/)).toBeVisible()
    await expect(name(page)).toHaveAttribute('aria-invalid', 'true')
  }
  await name(page).fill('PC-0600')
  await askIt(page).click()
  await expect(panel(page).getByRole('alert')).toHaveText(
    'This simulated machine has no network, so it reaches no other PC.',
  )
})
