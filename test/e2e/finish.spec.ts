import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { caseCodeOf } from '../../src/core/case-code/case-code.ts'
import { judgeLoaded } from '../../src/core/engine/judge-loaded.ts'
import { endOfReport } from '../../src/core/pair/end-state.ts'
import { loadRecording } from '../../src/core/recording/load.ts'
import { defaultIntent } from '../../src/shared/intent.ts'
import { axeViolations, showTheme } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { headlessReport } from './headless.ts'
import { heading, runCheck, step } from './screens.ts'

const previewButton = (page: Page) => page.getByRole('button', { name: 'See what will be replaced' })
const saveButton = (page: Page) => page.getByRole('button', { name: 'Save bundle…' })

const finish = async (page: Page): Promise<void> => {
  await runCheck(page)
  await step(page, /^Finish/).click()
  await expect(heading(page, 'Finish')).toBeFocused()
}

test('the ticket text is copied with one click, and fits into a ticket', async ({ launch }) => {
  const app = await launch('--simulate', 'entra-client-off-by-intune')
  await finish(app.page)
  await app.page.getByRole('button', { name: 'Copy ticket text' }).click()
  const copied = await app.clipboard()
  expect(copied).toMatch(/^SET BY POLICY: /)
  expect(copied.length).toBeLessThanOrEqual(1200)
  await expect(app.page.getByRole('region', { name: 'Ticket text to copy' })).toContainText('SET BY POLICY')
})

test('what will be replaced is shown first, then saved, opened again and shown in its folder', async ({ launch }) => {
  const folder = mkdtempSync(join(tmpdir(), 'pku2u-finish-'))
  const file = join(folder, 'case.zip')
  const app = await launch('--simulate', 'entra-client-off-by-intune')
  const { page } = app
  await finish(page)
  await page.getByRole('textbox', { name: 'Case key' }).fill('the key of this case')
  await previewButton(page).click()
  const table = page.getByRole('table')
  await expect(table.getByRole('row').filter({ hasText: 'adele@contoso.com' }).first()).toContainText(
    /user-[0-9a-z]{10}/,
  )
  await expect(table.getByRole('row').filter({ hasText: 'PC-0420' }).first()).toContainText(/host-[0-9a-z]{10}/)
  expect(existsSync(file)).toBe(false)

  await app.answerDialog(null)
  await saveButton(page).click()
  await expect(saveButton(page)).toBeVisible()
  expect(readdirSync(folder)).toEqual([])

  await app.answerDialog(file)
  await saveButton(page).click()
  await expect(page.getByText('Saved case.zip')).toBeVisible()
  await page.getByRole('button', { name: 'Show in folder' }).click()
  await expect.poll(() => app.shownFiles()).toEqual([file])
  await expect(page.locator('body')).not.toContainText(folder)

  const loaded = await loadRecording(file)
  expect(loaded.ok && loaded.value.machine.damaged).toEqual([])
  expect(loaded.ok && loaded.value.machine.machine.hostName).toMatch(/^host-/)
  expect(readdirSync(folder)).toEqual(['case.zip'])
  rmSync(folder, { recursive: true })
})

test('the other end’s code that was typed goes into the bundle, and its report shows both ends', async ({ launch }) => {
  const folder = mkdtempSync(join(tmpdir(), 'pku2u-finish-'))
  const file = join(folder, 'case.zip')
  const theirs = await headlessReport('entra-server-ready', {
    ...defaultIntent,
    role: 'server',
    account: 'adele@contoso.com',
  })
  const app = await launch('--simulate', 'entra-client-off-by-intune')
  const { page } = app
  await runCheck(page)
  await step(page, /^Other PC/).click()
  await page.getByRole('textbox', { name: 'Its case code' }).fill(caseCodeOf(endOfReport(theirs)))
  await expect(page.getByRole('region', { name: 'Both ends', exact: true })).toHaveAttribute('data-pair', 'fix-client')
  await step(page, /^Finish/).click()
  await previewButton(page).click()
  await app.answerDialog(file)
  await saveButton(page).click()
  await expect(page.getByText('Saved case.zip')).toBeVisible()
  await expect(
    page.getByText('The case code of the other PC went in as well, so the report shows both ends.'),
  ).toBeVisible()
  expect(await axeViolations(page)).toEqual([])

  const loaded = await loadRecording(file)
  expect(loaded.ok && judgeLoaded(loaded.value).otherEnd?.pair.verdict.state).toBe('fix-client')
  rmSync(folder, { recursive: true })
})

test('a key of its own is made and can be copied; another wish makes the preview anew', async ({ launch }) => {
  const app = await launch('--simulate', 'client-value-off')
  const { page } = app
  await finish(page)
  await previewButton(page).click()
  await page.getByRole('button', { name: 'Copy case key' }).click()
  expect((await app.clipboard()).length).toBeGreaterThan(15)
  await page.getByRole('checkbox', { name: /^Add sign-ins/ }).check()
  await expect(page.getByText('Ask the people it is about first')).toBeVisible()
  await page.getByRole('checkbox', { name: /^Add raw logs/ }).check()
  await expect(page.getByText('Raw files cannot be redacted')).toBeVisible()
  await expect(saveButton(page)).toHaveCount(0)
  await expect(previewButton(page)).toBeVisible()
})

test('all of it goes by keyboard, and the focus is never lost', async ({ launch }) => {
  const folder = mkdtempSync(join(tmpdir(), 'pku2u-finish-'))
  const app = await launch('--simulate', 'client-value-off')
  const { page } = app
  await app.answerDialog(join(folder, 'case.zip'))
  await finish(page)
  await page.getByRole('textbox', { name: 'Case key' }).press('Enter')
  await expect(page.getByText(/^Replaced: /)).toBeFocused()
  await saveButton(page).press('Enter')
  await expect(page.getByText('Saved case.zip')).toBeVisible()
  await expect(page.getByText(/^Replaced: /)).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: /event logs answered/ })).toBeFocused()
  rmSync(folder, { recursive: true })
})

test('what is set for bundles in Settings stands here', async ({ launch }) => {
  const { page } = await launch('--simulate', 'client-value-off')
  await step(page, /^Settings/).click()
  await page.getByRole('textbox', { name: 'Case key' }).fill('the key of this case')
  await page.getByRole('checkbox', { name: /^Add raw logs/ }).check()
  await step(page, /^Start/).click()
  await finish(page)
  await expect(page.getByRole('textbox', { name: 'Case key' })).toHaveValue('the key of this case')
  await expect(page.getByRole('checkbox', { name: /^Add raw logs/ })).toBeChecked()
})

test('collecting can be cancelled', async ({ launch }) => {
  const { page } = await launch('--simulate', 'client-value-off', '--pace', '3')
  await finish(page)
  await previewButton(page).click()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(previewButton(page)).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('History is one click away', async ({ launch }) => {
  const { page } = await launch('--simulate', 'client-value-off')
  await finish(page)
  await page.getByRole('main').getByRole('button', { name: 'History' }).click()
  await expect(heading(page, 'History')).toBeFocused()
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`no accessibility rule is broken, ${colorScheme}`, async ({ launch }) => {
    const { page } = await launch('--simulate', 'entra-client-off-by-intune')
    await showTheme(page, colorScheme)
    await finish(page)
    await page.getByRole('checkbox', { name: /^Add raw logs/ }).check()
    expect(await axeViolations(page)).toEqual([])
    await previewButton(page).click()
    await expect(page.getByRole('table')).toBeVisible()
    await page.getByRole('button', { name: /event logs answered/ }).click()
    expect(await axeViolations(page)).toEqual([])
  })
