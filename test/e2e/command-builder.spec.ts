import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { axeViolations, showTheme } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { runCheck, step } from './screens.ts'

const openBuilder = async (page: Page) => {
  await runCheck(page)
  await step(page, /^Security key/).click()
  await page.getByRole('tab', { name: 'Commands for it' }).click()
}
const commands = (page: Page) => page.getByRole('region', { name: 'kerberos-server.ps1' })
const domains = (page: Page) => page.getByRole('textbox', { name: 'On-premises domains' })

test('the commands follow what is chosen, are copied and saved', async ({ launch }) => {
  const { page, answerDialog, clipboard } = await launch('--simulate', 'security-key-ready')
  await openBuilder(page)
  await expect(commands(page)).toContainText('Set-AzureADKerberosServer -Domain $domain -CloudCredential $cloudCred')
  await domains(page).fill('corp.contoso.com, emea.contoso.com')
  await page.getByRole('combobox', { name: 'Action' }).selectOption('Rotate its key')
  await expect(page.getByText('Rotate only with this command.')).toBeVisible()
  await page.getByRole('radio', { name: /^Modern sign-in with MFA; signed in/ }).check()
  await expect(commands(page)).toHaveCount(0)
  await page.getByRole('textbox', { name: 'Administrator’s account' }).fill('o’neil@contoso.com')
  await expect(commands(page)).toContainText("$userPrincipalName = 'o’’neil@contoso.com'")
  await expect(commands(page)).toContainText("@('corp.contoso.com', 'emea.contoso.com')")
  await expect(commands(page)).toContainText('-RotateServerKey')

  await page.getByRole('button', { name: 'Copy kerberos-server.ps1' }).click()
  await expect(page.getByText('Copied')).toBeVisible()
  const copied = await clipboard()
  expect(copied).toContain('-RotateServerKey')
  const target = join(mkdtempSync(join(tmpdir(), 'pku2u-commands-')), 'rotate.ps1')
  await answerDialog(null)
  await page.getByRole('button', { name: 'Save…' }).click()
  await expect(page.getByText(/^Saved/)).toHaveCount(0)
  await answerDialog(target)
  await page.getByRole('button', { name: 'Save…' }).click()
  await expect(page.getByText('Saved rotate.ps1.')).toBeVisible()
  expect(readFileSync(target, 'utf8')).toBe(`\ufeff${copied.replaceAll('\n', '\r\n')}`)
})

test('a domain that cannot be one is named, and there are no commands', async ({ launch }) => {
  const { page } = await launch('--simulate', 'security-key-ready')
  await openBuilder(page)
  await domains(page).fill("corp.contoso.com, x'; Remove-Item y")
  await domains(page).blur()
  await expect(page.getByText(/^x'/)).toBeVisible()
  await expect(commands(page)).toHaveCount(0)
  await domains(page).fill('corp.contoso.com')
  await expect(commands(page)).toContainText("$domain = 'corp.contoso.com'")
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`the command builder is accessible in ${colorScheme}`, async ({ launch }) => {
    const { page } = await launch('--simulate', 'security-key-ready')
    await showTheme(page, colorScheme)
    await openBuilder(page)
    await page.getByRole('combobox', { name: 'Action' }).selectOption('Remove it')
    await page.getByRole('radio', { name: /^Modern sign-in with MFA; ask/ }).check()
    await page.getByRole('textbox', { name: 'Administrator’s account' }).fill('admin@contoso.com')
    await expect(commands(page)).toContainText('DESTRUCTIVE')
    expect(await axeViolations(page)).toEqual([])
    await domains(page).fill('192.0.2.10')
    await domains(page).blur()
    await expect(domains(page)).toHaveAttribute('aria-invalid', 'true')
    expect(await axeViolations(page)).toEqual([])
  })
