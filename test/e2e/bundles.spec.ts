import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { machineNamed } from '../../src/core/simulated/machines.ts'
import { bundleFiles } from '../kit/bundle-files.ts'
import { makeZip } from '../kit/make-zip.ts'
import { axeViolations, showTheme } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { finding, heading, step, verdict } from './screens.ts'

const folder = mkdtempSync(join(tmpdir(), 'pku2u-bundles-'))
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

const bundleOf = (name: string): Buffer => {
  const machine = machineNamed(name)
  if (machine === null) throw new Error(`There is no simulated machine ${name}.`)
  return makeZip(bundleFiles(machine.machine, machine.intent))
}
const saved = (path: string, bytes: Uint8Array | string): string => {
  const full = join(folder, path)
  mkdirSync(join(full, '..'), { recursive: true })
  writeFileSync(full, bytes)
  return full
}

const openBundles = async (page: Page) => {
  await step(page, /^Support bundles/).click()
  await expect(heading(page, 'Support bundles')).toBeFocused()
}
const grid = (page: Page) => page.getByRole('grid', { name: 'Bundles' })
const rows = (page: Page) => grid(page).locator('[data-shown]')
const files = (page: Page) => rows(page).locator('[role=gridcell]:first-child').allTextContents()
const side = (page: Page, name: 'a' | 'b') => page.locator(`[data-side="${name}"]`).getByRole('button')

test('two bundles are compared, and a finding leads to its evidence', async ({ launch }) => {
  const app = await launch()
  const { page } = app
  await openBundles(page)
  await app.answerDialog(saved('before.zip', bundleOf('client-value-off')))
  await side(page, 'a').click()
  await expect(page.getByText('before.zip')).toBeVisible()
  await app.answerDialog(saved('after.zip', bundleOf('entra-client-ready')))
  await side(page, 'b').click()
  const differing = page.getByRole('table', { name: 'Findings that differ' })
  const setting = differing.locator('[data-finding="pku2u.setting"]')
  await expect(setting).toContainText('Problem')
  await expect(setting).toContainText('Fine')
  await expect(page.locator('[data-verdict="fixable"]')).toBeVisible()
  await expect(page.getByRole('table', { name: 'Facts that differ' })).toContainText('pku2u.value')
  for (const colorScheme of ['light', 'dark'] as const) {
    await showTheme(page, colorScheme)
    expect(await axeViolations(page)).toEqual([])
  }
  // The finding is fine on that side, so its group is folded: the way to the evidence opens it.
  await setting.getByRole('button', { name: 'Evidence after' }).click()
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'ready')
  const evidence = finding(page, 'pku2u.setting').getByRole('button', { name: 'Evidence', exact: true })
  await expect(evidence).toBeFocused()
  await expect(evidence).toHaveAttribute('aria-expanded', 'true')
  await openBundles(page)
  await expect(setting).toBeVisible()
})

test('a file that is no bundle is said beside the two, without its path', async ({ launch }) => {
  const app = await launch()
  const { page } = app
  await openBundles(page)
  await app.answerDialog(saved('good.zip', bundleOf('entra-client-ready')))
  await side(page, 'a').click()
  await app.answerDialog(saved('evil.zip', makeZip({ '../evil.txt': 'x' })))
  await side(page, 'b').click()
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('evil.zip cannot be used: "../evil.txt" would leave the folder.')
  await expect(alert).not.toContainText(folder)
})

test('a folder is looked through: worst first, sorted by any column, opened with the keyboard', async ({ launch }) => {
  const app = await launch()
  const { page } = app
  const names = [
    'entra-client-ready',
    'client-value-off',
    'entra-client-off-by-intune',
    'entra-server-restart-forgotten',
  ]
  for (const name of names) saved(`many/${name}.zip`, bundleOf(name))
  saved('many/deeper/broken.zip', 'PK')
  await openBundles(page)
  await app.answerDialog(join(folder, 'many'))
  await page.getByRole('button', { name: 'Choose a folder…' }).click()
  await expect(page.getByText(/^5 looked at in/)).toBeVisible()
  expect(await files(page)).toEqual([
    'entra-client-off-by-intune.zip',
    'client-value-off.zip',
    'entra-server-restart-forgotten.zip',
    'deeper/broken.zip',
    'entra-client-ready.zip',
  ])
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '6')
  for (const colorScheme of ['light', 'dark'] as const) {
    await showTheme(page, colorScheme)
    expect(await axeViolations(page)).toEqual([])
  }
  const byFile = grid(page).getByRole('columnheader', { name: 'File' })
  await byFile.getByRole('button').click()
  await expect(byFile).toHaveAttribute('aria-sort', 'ascending')
  expect((await files(page))[0]).toBe('client-value-off.zip')
  await page.keyboard.press('Enter')
  await expect(byFile).toHaveAttribute('aria-sort', 'descending')
  await rows(page).first().focus()
  await page.keyboard.press('End')
  await expect(rows(page).last()).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Findings')).toBeFocused()
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'fixable')
  await openBundles(page)
  expect(await files(page)).toHaveLength(5)
})

test('ten thousand rows are scrolled through while only those in sight are drawn, and a look can be cancelled', async ({
  launch,
}) => {
  test.setTimeout(120_000)
  const app = await launch()
  const { page } = app
  // What is broken is read fastest; how fast others are judged is measured elsewhere.
  for (let index = 0; index < 10_000; index++) saved(`flood/PC-${String(index).padStart(4, '0')}.zip`, 'PK')
  await openBundles(page)
  await app.answerDialog(join(folder, 'flood'))
  await page.getByRole('button', { name: 'Choose a folder…' }).click()
  await expect(page.getByText(/^10,000 looked at in/)).toBeVisible({ timeout: 60_000 })
  expect(await rows(page).count()).toBeLessThan(60)
  await rows(page).first().focus()
  await page.keyboard.press('End')
  await expect(grid(page).getByRole('gridcell', { name: 'PC-9999.zip', exact: true })).toBeVisible()
  await expect(rows(page).last()).toBeFocused()
  // Nothing can be opened there, and nothing happens.
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Support bundles')).toBeVisible()

  for (let index = 0; index < 400; index++) saved(`slow/PC-${index}.zip`, bundleOf('client-value-off'))
  await app.answerDialog(join(folder, 'slow'))
  await page.getByRole('button', { name: 'Choose a folder…' }).click()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText(/looked at in .*, then cancelled\./)).toBeVisible()
})

test('what was changed since the bundle was saved is said above its findings', async ({ launch }) => {
  const app = await launch()
  const machine = machineNamed('client-value-off')
  if (machine === null) throw new Error('There is no such machine.')
  const tampered = { ...bundleFiles(machine.machine, machine.intent), 'recording/inputs/kerberos-server.txt': 'Id : 1' }
  await openBundles(app.page)
  await app.answerDialog(saved('tampered.zip', makeZip(tampered)))
  await app.page.getByRole('button', { name: 'Open a support bundle…' }).click()
  await expect(heading(app.page, 'Findings')).toBeFocused()
  await expect(
    app.page.getByText('recording/inputs/kerberos-server.txt was added after the bundle was saved.'),
  ).toBeVisible()
  expect(await axeViolations(app.page)).toEqual([])
})

test('a closed dialog changes nothing', async ({ launch }) => {
  const app = await launch()
  await openBundles(app.page)
  await app.answerDialog(null)
  await side(app.page, 'a').click()
  await app.page.getByRole('button', { name: 'Choose a folder…' }).click()
  await expect(side(app.page, 'a')).toHaveText('Choose a file…')
  await expect(grid(app.page)).toBeHidden()
  await expect(app.page.getByRole('alert')).toBeHidden()
})
