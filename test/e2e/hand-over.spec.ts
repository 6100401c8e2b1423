import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { axeViolations, showTheme } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { runCheck, step } from './screens.ts'

const openPanel = async (page: Page, tab: 'Hand-over' | 'Connection file') => {
  await runCheck(page)
  await step(page, /^Other PC/).click()
  await page.getByRole('tab', { name: tab }).click()
}
const file = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const place = () => mkdtempSync(join(tmpdir(), 'pku2u-hand-over-'))

test('a setting is shown in every form, copied and saved', async ({ launch }) => {
  const { page, answerDialog, clipboard } = await launch('--simulate', 'client-value-off')
  await openPanel(page, 'Hand-over')
  await expect(file(page, 'pku2u.enable.ps1')).toContainText('#Requires -RunAsAdministrator')
  for (const [kind, name, text] of [
    ['Registry file', 'pku2u.enable.reg', '"AllowOnlineID"=dword:00000001'],
    ['Group Policy template', 'pku2u.enable.inf', 'Lsa\\pku2u\\AllowOnlineID=4,1'],
    ['Intune policy', 'pku2u.enable.oma-uri.json', 'NetworkSecurity_AllowPKU2UAuthenticationRequests'],
  ] as const) {
    await page.getByRole('radio', { name: kind }).check()
    await expect(file(page, name)).toContainText(text)
  }
  await page.getByRole('radio', { name: 'Registry file' }).check()
  await page.getByRole('button', { name: 'Copy pku2u.enable.reg' }).click()
  await expect(page.getByText('Copied')).toBeVisible()
  expect(await clipboard()).toContain('Windows Registry Editor Version 5.00')
  const folder = place()
  await answerDialog(join(folder, 'mine.reg'))
  await page.getByRole('button', { name: 'Save…' }).click()
  await expect(page.getByText('Saved mine.reg.')).toBeVisible()
  expect([...readFileSync(join(folder, 'mine.reg')).subarray(0, 2)]).toEqual([0xff, 0xfe])
  expect(readdirSync(folder)).toEqual(['mine.reg'])
})

test('a pair of scripts goes into a folder and replaces nothing there', async ({ launch }) => {
  const { page, answerDialog } = await launch('--simulate', 'client-value-off')
  await openPanel(page, 'Hand-over')
  await page.getByRole('radio', { name: 'Intune remediation' }).check()
  await expect(file(page, 'detect.ps1')).toBeVisible()
  await expect(file(page, 'remediate.ps1')).toBeVisible()
  const folder = place()
  await answerDialog(folder)
  await page.getByRole('button', { name: 'Save into a folder…' }).click()
  await expect(page.getByText('Saved detect.ps1 and remediate.ps1.')).toBeVisible()
  writeFileSync(join(folder, 'detect.ps1'), 'mine')
  await page.getByRole('button', { name: 'Save into a folder…' }).click()
  await expect(page.getByRole('alert')).toContainText('is there already and holds something else')
  expect(readFileSync(join(folder, 'detect.ps1'), 'utf8')).toBe('mine')
})

test('other settings offer the forms they have, with their warning', async ({ launch }) => {
  const { page } = await launch('--simulate', 'client-value-off')
  await openPanel(page, 'Hand-over')
  await page.getByRole('radio', { name: 'Group Policy template' }).check()
  await page.getByRole('combobox', { name: 'Setting' }).selectOption('Remove the PKU2U value (on-premises only)')
  await expect(page.getByText('Failover Clustering can stop working without PKU2U.')).toBeVisible()
  await expect(page.getByRole('radio', { name: 'Group Policy template' })).toHaveCount(0)
  await expect(file(page, 'pku2u.clear.ps1')).toContainText('Exists = $false')
})

test('a connection file starts with the case and keeps to its path', async ({ launch }) => {
  const { page, answerDialog } = await launch('--simulate', 'client-value-off')
  await openPanel(page, 'Connection file')
  const host = page.getByRole('textbox', { name: 'Connect to' })
  await expect(page.getByRole('textbox', { name: 'Sign in as' })).toHaveValue('adele@contoso.com')
  await expect(page.getByText('Fill in the PC and the account')).toBeVisible()
  await host.fill('192.0.2.10')
  await expect(file(page, '192.0.2.10.rdp')).toContainText('username:s:.\\AzureAD\\adele@contoso.com')
  await page.getByRole('radio', { name: 'Web account' }).check()
  await expect(page.getByText('A web account needs the name of the PC')).toBeVisible()
  await expect(file(page, '192.0.2.10.rdp')).toHaveCount(0)
  await host.fill('PC-0417')
  await expect(file(page, 'PC-0417.rdp')).toContainText('enablerdsaadauth:i:1')
  const target = join(place(), 'mine.rdp')
  await answerDialog(target)
  await page.getByRole('button', { name: 'Save…' }).click()
  await expect(page.getByText('Saved mine.rdp.')).toBeVisible()
  expect(readFileSync(target).toString('utf16le')).toContain('username:s:adele@contoso.com\r\n')
})

test('on a target the connection file names this PC', async ({ launch }) => {
  const { page } = await launch('--simulate', 'entra-server-ready')
  await openPanel(page, 'Connection file')
  await expect(page.getByRole('textbox', { name: 'Connect to' })).not.toHaveValue('')
  await expect(page.getByRole('region', { name: /\.rdp$/ })).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`hand-over and connection file are accessible in ${colorScheme}`, async ({ launch }) => {
    const { page } = await launch('--simulate', 'client-value-off')
    await showTheme(page, colorScheme)
    await openPanel(page, 'Hand-over')
    await page.getByRole('combobox', { name: 'Setting' }).selectOption('Block PKU2U (on-premises only)')
    await expect(file(page, 'pku2u.block.ps1')).toBeVisible()
    expect(await axeViolations(page)).toEqual([])
    await page.getByRole('tab', { name: 'Connection file' }).click()
    await page.getByRole('textbox', { name: 'Connect to' }).fill('PC-0417')
    await expect(file(page, 'PC-0417.rdp')).toBeVisible()
    expect(await axeViolations(page)).toEqual([])
  })

test('at 200 % of the smallest window nothing is wider than the page', async ({ launch }) => {
  const { page } = await launch('--simulate', 'client-value-off')
  await page.setViewportSize({ width: 520, height: 360 })
  await openPanel(page, 'Hand-over')
  await expect(file(page, 'pku2u.enable.ps1')).toBeVisible()
  const isTooWide = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
  expect(await isTooWide()).toBe(false)
  await page.getByRole('tab', { name: 'Connection file' }).click()
  expect(await isTooWide()).toBe(false)
})
