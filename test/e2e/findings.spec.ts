import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checks } from '../../src/core/checks/registry.ts'
import { saveRecording } from '../../src/core/recording/save.ts'
import { machineNamed } from '../../src/core/simulated/machines.ts'
import { expect, test } from './fixtures.ts'
import { findingsHeading, heading, runCheck, verdict } from './screens.ts'

test('evidence is shown and copied with the exact key and value', async ({ launch }) => {
  const app = await launch('--simulate', 'client-value-off')
  await runCheck(app.page)
  const setting = app.page.locator('article[data-finding-id="pku2u.setting"]')
  await expect(setting).toHaveAttribute('data-status', 'fail')
  await setting.getByRole('button', { name: 'Evidence' }).click()
  await expect(setting.getByText('AllowOnlineID', { exact: false }).first()).toBeVisible()
  await setting.getByRole('button', { name: 'Copy evidence' }).click()
  await expect(setting.getByText('Copied')).toBeVisible()
  const copied = await app.clipboard()
  expect(copied).toContain('HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa\\pku2u')
  expect(copied).toMatch(/AllowOnlineID\W+0/)
})

test('the verdict leads to where it can be acted on', async ({ launch }) => {
  for (const [machine, words, place] of [
    ['entra-client-ready', 'Look at the other PC', 'Other PC'],
    ['work-accounts-full', 'See the work accounts', 'Work account'],
    ['entra-server-restart-forgotten', 'Restart…', 'Restart this PC'],
  ] as const) {
    const { page } = await launch('--simulate', machine)
    await runCheck(page)
    await verdict(page).getByRole('button', { name: words }).click()
    await expect(heading(page, place)).toBeFocused()
  }
  const { page } = await launch('--simulate', 'client-value-off')
  await runCheck(page)
  await expect(verdict(page).getByRole('button')).toHaveCount(0)
})

test('a link opens the address of its check, from the program’s own table', async ({ launch }) => {
  const app = await launch('--simulate', 'client-value-off')
  await runCheck(app.page)
  const [link] = checks.find(({ id }) => id === 'pku2u.setting')?.links ?? []
  if (link === undefined) throw new Error('pku2u.setting has no link.')
  const setting = app.page.locator('article[data-finding-id="pku2u.setting"]')
  await setting.getByRole('button', { name: link.title }).first().click()
  await expect.poll(() => app.openedLinks()).toEqual([link.url])
})

test('a recording from another PC is opened, judged and marked as such', async ({ launch }) => {
  const folder = mkdtempSync(join(tmpdir(), 'pku2u-recording-'))
  const machine = machineNamed('entra-client-off-by-intune')?.machine
  if (machine === undefined) throw new Error('There is no such simulated machine.')
  await saveRecording(folder, machine)
  const app = await launch()
  const open = app.page.getByRole('button', { name: 'Open a support bundle' })
  await app.answerDialog(null)
  await open.click()
  await expect(open).toBeEnabled()
  await app.answerDialog(join(folder, 'machine.json'))
  await open.click()
  await expect(findingsHeading(app.page)).toBeVisible()
  await expect(verdict(app.page)).toHaveAttribute('data-verdict', 'managed')
  await expect(app.page.getByText(`Recording of ${machine.machine.hostName}`)).toBeVisible()
  rmSync(folder, { recursive: true })
})

test('a file that is no recording is refused in words', async ({ launch }) => {
  const app = await launch()
  await app.answerDialog(join(import.meta.dirname, 'fixtures.ts'))
  await app.page.getByRole('button', { name: 'Open a support bundle' }).click()
  const said = app.page.getByRole('alert')
  await expect(said).toContainText('The file could not be opened. fixtures.ts cannot be used')
  await expect(said).not.toContainText(import.meta.dirname)
})
