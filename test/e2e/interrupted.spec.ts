import type { Page } from '@playwright/test'
import { axeViolations, showTheme } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { finding, heading, runCheck, step, verdict } from './screens.ts'

const machine = 'change-interrupted'
const interrupted = (page: Page) => page.getByRole('article').filter({ hasText: 'Interrupted' })

test('an interrupted change stands first at the start, and is finished before any check', async ({ launch }) => {
  const { page } = await launch('--simulate', machine)
  await expect(heading(page, 'What is going wrong?')).toBeVisible()
  await expect(interrupted(page)).toHaveCount(1)
  const changes = interrupted(page).getByRole('list', { name: 'Changes' })
  await expect(changes).toContainText('AllowOnlineID')
  await expect(changes).toContainText('fDenyTSConnections')
  for (const theme of ['light', 'dark'] as const) {
    await showTheme(page, theme)
    expect(await axeViolations(page)).toEqual([])
  }
  await interrupted(page).getByRole('button', { name: 'Finish' }).click()
  const done = page.getByRole('region', { name: 'What was done last' })
  await expect(done).toContainText('The interrupted change was finished and read back.')
  await expect(done.getByRole('list', { name: 'Receipt' }).getByRole('listitem')).toHaveCount(2)
  await expect(done.getByText('Read back', { exact: true })).toHaveCount(2)
  await expect(done.getByRole('button', { name: 'Copy receipt' })).toBeVisible()
  await expect(interrupted(page)).toHaveCount(0)

  await runCheck(page)
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'restart')
  await expect(finding(page, 'rdp.enabled')).toHaveCount(0)
  await step(page, /^History/).click()
  await expect(page.getByRole('article')).toHaveAttribute('data-state', 'in-force')
})

test('or put back, with the keyboard alone', async ({ launch }) => {
  const { page } = await launch('--simulate', machine)
  await interrupted(page).getByRole('button', { name: 'Put back' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Put back and read back.')).toBeVisible()
  await expect(interrupted(page)).toHaveCount(0)
  await runCheck(page)
  for (const id of ['pku2u.setting', 'rdp.enabled'])
    await expect(finding(page, id)).toHaveAttribute('data-status', 'fail')
  await step(page, /^History/).click()
  await expect(page.getByRole('article')).toHaveAttribute('data-state', 'rolled-back')
})

test('History is open before any check, and a finished change makes the verdict one of before', async ({ launch }) => {
  const { page } = await launch('--simulate', machine)
  await step(page, /^History/).click()
  await expect(heading(page, 'History')).toBeFocused()
  await expect(interrupted(page)).toHaveCount(1)
  await step(page, /^Start/).click()
  await runCheck(page)
  await expect(finding(page, 'rdp.enabled')).toHaveAttribute('data-status', 'fail')
  await step(page, /^Start/).click()
  await interrupted(page).getByRole('button', { name: 'Finish' }).click()
  await expect(interrupted(page)).toHaveCount(0)
  await expect(verdict(page)).toContainText('before the change')
})

test('another machine of the picker has another journal', async ({ launch }) => {
  const { page } = await launch('--simulate', machine)
  await expect(interrupted(page)).toHaveCount(1)
  const picker = page.getByRole('combobox', { name: 'Simulated machine' })
  await picker.click()
  await picker.fill('server-default')
  await page.getByRole('option', { name: 'Windows Server with its default' }).click()
  await expect(interrupted(page)).toHaveCount(0)
})
