import { expect, test } from './fixtures.ts'
import { checkButton, findingsHeading, verdict } from './screens.ts'

test('a slow check shows what is asked and what was answered', async ({ launch }) => {
  const { page } = await launch('--simulate', 'entra-client-ready', '--pace', '1')
  await checkButton(page).click()
  const asked = page.getByRole('list', { name: 'What is asked' }).getByRole('listitem')
  await expect(asked.filter({ hasText: 'Asking' }).first()).toBeVisible()
  await expect(asked.filter({ hasText: 'Answered' }).first()).toBeVisible()
  await expect(findingsHeading(page)).toBeVisible({ timeout: 20_000 })
  await expect(verdict(page)).toBeVisible()
})

test('a check can be cancelled, at once, and started again', async ({ launch }) => {
  // A check that goes on to its end shows a verdict, and no button to start one.
  const { page } = await launch('--simulate', 'entra-client-ready', '--pace', '10')
  await checkButton(page).click()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(checkButton(page)).toBeVisible()
  await expect(verdict(page)).toHaveCount(0)
  await checkButton(page).click()
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(checkButton(page)).toBeVisible()
})

test('an account that is no work account is named before anything is asked', async ({ launch }) => {
  const { page } = await launch('--simulate', 'entra-client-ready')
  const account = page.getByRole('textbox', { name: 'Account' })
  await account.fill('CONTOSO\\adele')
  await checkButton(page).click()
  await expect(account).toHaveAttribute('aria-invalid', 'true')
  await expect(findingsHeading(page)).toHaveCount(0)
  await account.fill('AzureAD\\adele@contoso.com')
  await checkButton(page).click()
  await expect(findingsHeading(page)).toBeVisible()
  await expect(page.getByText('adele@contoso.com').first()).toBeVisible()
})
