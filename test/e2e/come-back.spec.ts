import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { doctor } from '../cli/doctor.ts'
import { axeViolations, showTheme } from './axe.ts'
import { withCaseFolder } from './case-folder.ts'
import { expect, test } from './fixtures.ts'
import type { RunningApp } from './running-app.ts'
import { finding, heading, runCheck, step, unfoldAll, verdict } from './screens.ts'

// Each starts the program more than once.
test.describe.configure({ timeout: 60_000 })

const machine = 'client-value-off'
const started = (folder: string) => ['--simulate', machine, '--state', folder] as const
const resumed = (folder: string) => [...started(folder), '--resume', 'restart'] as const
const restartMachine = (folder: string) => doctor(['restart', ...started(folder), '--in', '0', '--yes'])

type Launch = (...args: readonly string[]) => Promise<RunningApp>

/** Fixes the setting, schedules a restart in 15 minutes, and closes the window as that restart would. */
const untilRestart = async (launch: Launch, folder: string) => {
  const app = await launch(...started(folder))
  const { page } = app
  await page.getByRole('textbox', { name: 'Account' }).fill('Adele@contoso.com')
  await runCheck(page)
  await finding(page, 'pku2u.setting').getByRole('button', { name: 'Fix…' }).click()
  await page.getByRole('button', { name: 'Apply this change' }).click()
  await page.getByRole('button', { name: 'Restart…' }).click()
  await page.getByRole('radio', { name: 'In 15 minutes' }).check()
  await page.getByRole('button', { name: 'Schedule the restart' }).click()
  await expect(heading(page, /^This PC restarts at/)).toBeFocused()
  return app
}

test('after a restart the program is back on the step with the same case, has checked, and says proven', async ({
  launch,
}) => {
  await withCaseFolder(async (folder) => {
    await (await untilRestart(launch, folder)).close()
    expect(existsSync(join(folder, 'return.json'))).toBe(true)
    expect((await restartMachine(folder)).code).toBe(0)

    const { page } = await launch(...resumed(folder))
    await expect(heading(page, /^Proven after restart at \d\d:\d\d$/)).toBeVisible()
    await expect(step(page, /^Restart/)).toHaveAttribute('aria-current', 'step')
    await expect(page.getByText('On (AllowOnlineID = 1)')).toBeVisible()
    await expect(page.getByRole('region', { name: 'This case' })).toContainText('Adele@contoso.com')
    expect(existsSync(join(folder, 'return.json')), 'the case is handed over once').toBe(false)
    for (const theme of ['light', 'dark'] as const) {
      await showTheme(page, theme)
      expect(await axeViolations(page)).toEqual([])
    }
    await page.getByRole('button', { name: 'See the findings' }).click()
    await unfoldAll(page)
    await expect(finding(page, 'pku2u.restart')).toHaveAttribute('data-status', 'pass')
  })
})

test('what was pasted and answered for security keys is still in the case after the restart', async ({ launch }) => {
  await withCaseFolder(async (folder) => {
    const keys = ['--simulate', 'security-key-ready', '--state', folder] as const
    // Something to restart for.
    expect((await doctor(['fix', 'pku2u.clear', ...keys, '--yes'])).code).toBe(5)
    const app = await launch(...keys)
    const { page } = app
    await runCheck(page)
    await step(page, /^Security key/).click()
    await page.getByRole('tab', { name: 'Kerberos server object' }).click()
    const differing = [
      'Id                 : 21043',
      'DomainDnsName      : corp.contoso.com',
      'KeyVersion         : 48211',
      'KeyUpdatedOn       : 14.03.2026 21:23:43',
      'CloudId            : 21043',
      'CloudDomainDnsName : corp.contoso.com',
      'CloudKeyVersion    : 1',
      'CloudKeyUpdatedOn  : 14.03.2026 21:23:43',
    ].join('\r\n')
    await page.getByRole('textbox', { name: 'Output of' }).fill(differing)
    await page.getByRole('button', { name: 'Judge it' }).click()
    await expect(page.getByText('Judged, and added to the report.')).toBeVisible()
    await page.getByRole('tab', { name: 'Test run' }).click()
    const unlock = page.getByRole('radiogroup', { name: 'Unlock with the key' })
    await unlock.getByRole('radio', { name: 'Failed' }).check()
    await page.getByRole('button', { name: 'Put the answers into the report' }).click()
    await expect(page.getByText(/^In the report: .*1 failed/)).toBeVisible()
    await step(page, /^Restart/).click()
    await page.getByRole('radio', { name: 'In 15 minutes' }).check()
    await page.getByRole('button', { name: 'Schedule the restart' }).click()
    await expect(heading(page, /^This PC restarts at/)).toBeFocused()
    await app.close()
    expect((await doctor(['restart', ...keys, '--in', '0', '--yes'])).code).toBe(0)

    const { page: back } = await launch(...keys, '--resume', 'check')
    await expect(finding(back, 'security-key.kerberos-server')).toHaveAttribute('data-status', 'fail')
    await step(back, /^Security key/).click()
    await back.getByRole('tab', { name: 'Test run' }).click()
    await expect(back.getByText(/^In the report: .*1 failed/)).toBeVisible()
    await back.getByRole('tab', { name: 'Kerberos server object' }).click()
    await expect(back.getByRole('textbox', { name: 'Output of' })).toHaveValue(/corp\.contoso\.com/)
  })
})

test('a start without the restart proves nothing, and offers it again', async ({ launch }) => {
  await withCaseFolder(async (folder) => {
    await (await untilRestart(launch, folder)).close()
    // As when somebody cancels it with Windows' own means: then nothing is forgotten.
    const kept = await readFile(join(folder, 'return.json'))
    await doctor(['restart', ...started(folder), '--cancel', '--yes'])
    await writeFile(join(folder, 'return.json'), kept)
    const { page } = await launch(...resumed(folder))
    await expect(heading(page, 'This PC has not restarted since the change')).toBeVisible()
    await expect(page.getByText('Fast Startup')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Restart now…' })).toBeVisible()
    expect(await axeViolations(page)).toEqual([])
    await page.getByRole('button', { name: 'Restart now…' }).click()
    await page.getByRole('button', { name: 'Restart now', exact: true }).click()
    await expect(heading(page, /^Proven after restart at/)).toBeFocused()
  })
})

test('what is still wrong after the restart is said', async ({ launch }) => {
  await withCaseFolder(async (folder) => {
    await (await untilRestart(launch, folder)).close()
    await restartMachine(folder)
    await doctor(['undo', ...started(folder), '--yes'])
    await restartMachine(folder)
    const { page } = await launch(...resumed(folder))
    await expect(heading(page, /^Restarted at \d\d:\d\d, and not ready yet$/)).toBeVisible()
    await expect(verdict(page)).toHaveAttribute('data-verdict', 'fixable')
  })
})

test('a restart that is cancelled leaves nothing to come back to', async ({ launch }) => {
  await withCaseFolder(async (folder) => {
    const { page } = await untilRestart(launch, folder)
    await page.getByRole('button', { name: 'Cancel the restart' }).click()
    await expect(heading(page, 'Restart this PC')).toBeFocused()
    expect(existsSync(join(folder, 'return.json'))).toBe(false)
  })
})

test('a start after a restart that knows no case says so', async ({ launch }) => {
  await withCaseFolder(async (folder) => {
    const { page } = await launch(...resumed(folder))
    await expect(page.getByRole('alert')).toContainText('cannot go on with the case')
    await expect(heading(page, 'What is going wrong?')).toBeVisible()
    expect(await axeViolations(page)).toEqual([])
  })
})

test('a damaged case is explained, ignored and removed', async ({ launch }) => {
  await withCaseFolder(async (folder) => {
    await writeFile(join(folder, 'return.json'), '{"format":"pku2u-doctor/return@1","machine":')
    const { page } = await launch(...resumed(folder))
    await expect(page.getByRole('alert')).toContainText('what was kept about it is damaged')
    await runCheck(page)
    await expect(verdict(page)).toHaveAttribute('data-verdict', 'fixable')
    expect(existsSync(join(folder, 'return.json'))).toBe(false)
  })
})
