import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { keys } from '../../src/core/facts/keys.ts'
import { doctor } from '../cli/doctor.ts'
import { withCaseFolder } from './case-folder.ts'
import { expect, test } from './fixtures.ts'
import { heading, openPlan, runCheck, step } from './screens.ts'

const toRestart = async (page: Page) => {
  await openPlan(page)
  await page.getByRole('button', { name: 'Apply this change' }).click()
  await page.getByRole('button', { name: 'Restart…' }).click()
  await expect(heading(page, 'Restart this PC')).toBeFocused()
}

test('a restart in 15 minutes counts down, can be cancelled, and happens', async ({ launch }) => {
  const { page } = await launch('--simulate', 'client-value-off')
  await page.clock.install()
  await toRestart(page)
  await expect(page.getByText('Fast Startup')).toBeVisible()
  await page.getByRole('radio', { name: 'In 15 minutes' }).check()
  const sentence = page.getByRole('textbox', { name: 'What the user will see' })
  await expect(sentence).toHaveValue(/Open programs will be closed/)
  await sentence.fill('x'.repeat(600))
  await expect(sentence).toHaveValue('x'.repeat(512))
  await sentence.fill('  ')
  await page.getByRole('button', { name: 'Schedule the restart' }).click()
  await expect(page.getByText('Say why this PC restarts.')).toBeVisible()
  await sentence.fill('Save your work.')
  await page.getByRole('button', { name: 'Schedule the restart' }).click()
  await expect(heading(page, /^This PC restarts at \d\d:\d\d$/)).toBeFocused()
  await page.getByRole('button', { name: 'Cancel the restart' }).click()
  await expect(heading(page, 'Restart this PC')).toBeFocused()

  await page.getByRole('radio', { name: 'In 15 minutes' }).check()
  const minutes = page.getByRole('spinbutton', { name: 'Minutes' })
  await minutes.fill('0')
  await expect(page.getByText('Use a whole number of minutes')).toBeVisible()
  await page.getByRole('button', { name: 'Schedule the restart' }).click()
  await expect(heading(page, 'Restart this PC')).toBeVisible()
  await minutes.fill('45')
  await expect(page.getByRole('radio', { name: 'In 45 minutes' })).toBeChecked()
  await page.getByRole('button', { name: 'Schedule the restart' }).click()
  await expect(page.getByRole('timer')).toContainText(/4[45] min/)
  await page.getByRole('button', { name: 'Cancel the restart' }).click()
  await expect(heading(page, 'Restart this PC')).toBeFocused()

  await page.getByRole('radio', { name: 'At a time' }).check()
  await page.getByLabel('Time', { exact: true }).fill('17:30')
  await page.getByRole('button', { name: 'Schedule the restart' }).click()
  await expect(heading(page, 'This PC restarts at 17:30')).toBeFocused()
  await page.clock.fastForward('25:00:00')
  await expect(heading(page, /^Proven after restart at/)).toBeVisible()
})

test('now asks once more, and no is no', async ({ launch }) => {
  const { page } = await launch('--simulate', 'client-value-off')
  await toRestart(page)
  await page.getByRole('button', { name: 'Restart now…' }).click()
  await page.getByRole('button', { name: 'Not now' }).click()
  await expect(page.getByRole('button', { name: 'Restart now…' })).toBeVisible()
  await step(page, /^Fix/).click()
  await step(page, /^Restart/).click()
  await expect(heading(page, 'Restart this PC')).toBeVisible()
})

test('without a change there is nothing to restart for', async ({ launch }) => {
  const { page } = await launch('--simulate', 'entra-client-ready')
  await page.getByRole('button', { name: /^Check th/ }).click()
  await step(page, /^Restart/).click()
  await expect(heading(page, 'No restart is needed')).toBeFocused()
  await expect(page.getByRole('radio')).toHaveCount(0)
})

test('a restart that Windows itself waits for is offered too', async ({ launch }) => {
  await withCaseFolder(async (folder) => {
    const machine = ['--simulate', 'entra-client-ready', '--state', folder]
    await doctor(['check', ...machine])
    const file = join(folder, 'simulated-machine.json')
    const state = JSON.parse(readFileSync(file, 'utf8'))
    state.registry.keys[keys.rebootPending] = {}
    writeFileSync(file, JSON.stringify(state))
    const { page } = await launch(...machine)
    await runCheck(page)
    await step(page, /^Restart/).click()
    await expect(heading(page, 'Restart this PC')).toBeFocused()
    await expect(page.getByText('Windows itself is waiting for a restart.').last()).toBeVisible()
    await page.getByRole('radio', { name: 'In 15 minutes' }).check()
    await expect(page.getByRole('textbox', { name: 'What the user will see' })).toHaveValue(/finish what Windows began/)
  })
})

test('after the restart it says what is still wrong', async ({ launch }) => {
  const { page } = await launch('--simulate', 'entra-client-off-by-intune')
  await openPlan(page)
  await page.getByRole('button', { name: 'Write anyway…' }).click()
  await page.getByRole('button', { name: 'Write it, knowing it will not last' }).click()
  await page.getByRole('button', { name: 'Restart…' }).click()
  await page.getByRole('button', { name: 'Restart now…' }).click()
  await page.getByRole('button', { name: 'Restart now', exact: true }).click()
  await expect(heading(page, /^Restarted at \d\d:\d\d, and not ready yet$/)).toBeFocused()
})
