import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { caseCodeOf } from '../../src/core/case-code/case-code.ts'
import { endOfReport } from '../../src/core/pair/end-state.ts'
import { saveRecording } from '../../src/core/recording/save.ts'
import { machineNamed } from '../../src/core/simulated/machines.ts'
import { axeViolations, showTheme } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { headlessReport } from './headless.ts'
import { heading, runCheck, step } from './screens.ts'

const account = 'adele@contoso.com'
const intent = { role: 'server', track: 'rdp', path: 'pku2u', account, peer: null, domain: null } as const

const codeOf = async (machine: string, role: 'client' | 'server' = 'server'): Promise<string> =>
  caseCodeOf(endOfReport(await headlessReport(machine, { ...intent, role })))
const openOtherPc = async (page: Page) => {
  await step(page, /^Other PC/).click()
  await expect(heading(page, 'Other PC')).toBeFocused()
}
const codeField = (page: Page) => page.getByRole('textbox', { name: 'Its case code' })
const both = (page: Page) => page.getByRole('region', { name: 'Both ends', exact: true })
const line = (page: Page) => page.locator('.pair-line')
/** This end's code as it is drawn, group by group. */
const drawnCode = async (page: Page): Promise<string> => {
  const groups = page.getByRole('list', { name: 'Case code in groups' }).getByRole('listitem')
  await expect(groups).not.toHaveCount(0)
  return (await groups.allInnerTexts()).map((text) => text.trim()).join('-')
}

test('a whole case: off, fixed, restarted, then the line is whole', async ({ launch }) => {
  const { page } = await launch('--simulate', 'client-value-off')
  await runCheck(page)
  await openOtherPc(page)
  await expect(line(page)).toHaveAccessibleName(/not known/)
  await codeField(page).fill(await codeOf('entra-server-ready'))
  await expect(both(page)).toHaveAttribute('data-pair', 'fix-client')
  await expect(both(page)).toContainText('Allow PKU2U (AllowOnlineID = 1).')
  await expect(line(page)).toHaveAccessibleName('The line is broken at the client.')

  await step(page, /^Findings/).click()
  await page.locator('article[data-finding-id="pku2u.setting"]').getByRole('button', { name: 'Fix…' }).click()
  await page.getByRole('button', { name: 'Apply this change' }).click()
  await expect(heading(page, 'Written and read back')).toBeFocused()
  await page.getByRole('button', { name: 'Restart…' }).click()
  await page.getByRole('button', { name: 'Restart now…' }).click()
  await page.getByRole('button', { name: 'Restart now', exact: true }).click()
  await expect(heading(page, /^Proven/)).toBeFocused()
  await openOtherPc(page)
  await expect(both(page)).toHaveAttribute('data-pair', 'go')
  await expect(line(page)).toHaveAccessibleName('The line from the client to the server is whole.')
  await expect(page.getByRole('status').filter({ hasText: 'fit together' })).toHaveCount(1)
})

for (const [here, other, state, where] of [
  ['entra-client-ready', 'hybrid-server-off-by-gpo', 'fix-server', 'The line is broken at the server.'],
  ['entra-client-ready', 'entra-server-restart-forgotten', 'fix-server', 'The line is broken at the server.'],
  ['client-value-off', 'server-default', 'fix-both', 'The line is broken at both ends.'],
  ['nothing-readable', 'entra-server-ready', 'unknown', /is not known/],
] as const)
  test(`${here} and ${other}: ${state}`, async ({ launch }) => {
    const { page } = await launch('--simulate', here)
    await runCheck(page)
    await openOtherPc(page)
    await codeField(page).fill((await codeOf(other)).toLowerCase().replaceAll('-', ' '))
    await expect(both(page)).toHaveAttribute('data-pair', state)
    await expect(line(page)).toHaveAccessibleName(where)
    await both(page)
      .getByRole('button', { name: /^Reasons/ })
      .click()
    await expect(both(page).getByRole('listitem').last()).toBeVisible()
  })

test('two clients are no pair, and neither is one end twice', async ({ launch }) => {
  const { page } = await launch('--simulate', 'entra-client-ready')
  await runCheck(page)
  await openOtherPc(page)
  await codeField(page).fill(await drawnCode(page))
  await expect(both(page)).toHaveAttribute('data-pair', 'mismatch')
  await expect(both(page)).toContainText('Both are the same PC')
  await codeField(page).fill(await codeOf('entra-client-not-set', 'client'))
  await expect(both(page)).toContainText('Both were checked as clients.')
  await expect(line(page)).toHaveAccessibleName(/broken in the middle/)
})

test('a code is checked while it is typed: how far it is, and which group is wrong', async ({ launch }) => {
  const { page } = await launch('--simulate', 'entra-client-ready')
  await runCheck(page)
  await openOtherPc(page)
  const code = await codeOf('entra-server-ready')
  const groups = code.split('-')
  await codeField(page).fill(groups.slice(0, 4).join('-'))
  await expect(page.getByText(/not complete: 20 of \d+ characters, correct so far/)).toBeVisible()
  await expect(codeField(page)).not.toHaveAttribute('aria-invalid', 'true')
  const wrong = groups.with(6, `${groups[6]?.slice(0, 4)}${groups[6]?.endsWith('7') ? '8' : '7'}`)
  await codeField(page).fill(wrong.join('-'))
  await expect(codeField(page)).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByText(`The mistake is in group 7 (${wrong[6]}).`)).toBeVisible()
  await expect(both(page)).toHaveCount(0)
  await codeField(page).fill(code)
  await expect(both(page)).toHaveAttribute('data-pair', 'go')
})

test('the other end as a recording, a report, and something else', async ({ launch }) => {
  const folder = mkdtempSync(join(tmpdir(), 'pku2u-other-'))
  const machine = machineNamed('entra-server-ready')?.machine
  if (machine === undefined) throw new Error('There is no such simulated machine.')
  await saveRecording(folder, machine)
  const report = join(folder, 'report.json')
  writeFileSync(report, JSON.stringify(await headlessReport('hybrid-server-off-by-gpo', intent)))
  const app = await launch('--simulate', 'entra-client-ready')
  await runCheck(app.page)
  await openOtherPc(app.page)
  const open = app.page.getByRole('button', { name: 'Open its bundle or report…' })
  await app.answerDialog(join(folder, 'machine.json'))
  await open.click()
  await expect(both(app.page)).toHaveAttribute('data-pair', 'go')
  await app.answerDialog(report)
  await open.click()
  await expect(both(app.page)).toHaveAttribute('data-pair', 'fix-server')
  await app.answerDialog(join(import.meta.dirname, 'fixtures.ts'))
  await open.click()
  await expect(app.page.getByText('The file could not be used.')).toBeVisible()
  await expect(both(app.page)).toHaveAttribute('data-pair', 'fix-server')
  rmSync(folder, { recursive: true })
})

test('another case forgets the other end', async ({ launch }) => {
  const { page } = await launch('--simulate', 'entra-client-ready')
  await runCheck(page)
  await openOtherPc(page)
  await codeField(page).fill(await codeOf('entra-server-ready'))
  await expect(both(page)).toHaveAttribute('data-pair', 'go')
  await step(page, /^Start/).click()
  await page.getByRole('radio', { name: 'Another PC connects to this one' }).check()
  await runCheck(page)
  await openOtherPc(page)
  await expect(codeField(page)).toHaveValue('')
  await expect(both(page)).toHaveCount(0)
})

test('this end’s code is what the command line prints, and can be copied', async ({ launch }) => {
  const app = await launch('--simulate', 'entra-client-ready')
  await runCheck(app.page)
  await openOtherPc(app.page)
  const expected = await codeOf('entra-client-ready', 'client')
  expect(await drawnCode(app.page)).toBe(expected)
  await app.page.getByRole('button', { name: 'Copy case code' }).click()
  await expect(app.page.getByText('Copied')).toBeVisible()
  expect(await app.clipboard()).toBe(expected)
})

const run = promisify(execFile)
const canRead = await run('zbarimg', ['--version']).then(
  () => true,
  () => false,
)

for (const theme of ['light', 'dark', 'contrast'] as const)
  test(`the QR picture is read by another program, ${theme}`, async ({ launch }) => {
    test.skip(!canRead, 'needs zbarimg (Debian package zbar-tools)')
    const folder = mkdtempSync(join(tmpdir(), 'pku2u-qr-'))
    const { page } = await launch('--simulate', 'entra-client-ready')
    await page.emulateMedia(
      theme === 'contrast' ? { forcedColors: 'active' } : { colorScheme: theme, reducedMotion: 'reduce' },
    )
    await runCheck(page)
    await openOtherPc(page)
    const code = await drawnCode(page)
    const picture = join(folder, 'qr.png')
    await page.getByRole('img', { name: 'QR code of this end’s case code' }).screenshot({ path: picture })
    const { stdout } = await run('zbarimg', ['--quiet', '--raw', picture])
    expect(stdout.trim()).toBe(code)
    rmSync(folder, { recursive: true })
  })

test('without a mouse: to the step, the field, the reasons and the next panel', async ({ launch }) => {
  const { page } = await launch('--simulate', 'client-value-off')
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Findings')).toBeFocused()
  await step(page, /^Other PC/).focus()
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Other PC')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('tab', { name: 'Case codes' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(codeField(page)).toBeFocused()
  await page.keyboard.insertText(await codeOf('entra-server-ready'))
  await expect(both(page)).toHaveAttribute('data-pair', 'fix-client')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Shift+Tab')
  await expect(page.getByRole('button', { name: /^Reasons/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(both(page).getByText('pku2u.setting')).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tab', { selected: true })).toHaveText('Does it answer?')
  await page.keyboard.press('End')
  await expect(page.getByRole('tab', { selected: true })).toBeFocused()
  await expect(page.getByRole('tab', { selected: true })).toHaveText('Connection file')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing stands in a reader’s way: codes, right, wrong and paired, ${colorScheme}`, async ({ launch }) => {
    const { page } = await launch('--simulate', 'client-value-off')
    await showTheme(page, colorScheme)
    await runCheck(page)
    await openOtherPc(page)
    await codeField(page).fill('2J2A7-8GCQ7')
    await expect(codeField(page)).toHaveAttribute('aria-invalid', 'true')
    expect(await axeViolations(page)).toEqual([])
    await codeField(page).fill(await codeOf('hybrid-server-off-by-gpo'))
    await both(page)
      .getByRole('button', { name: /^Reasons/ })
      .click()
    expect(await axeViolations(page)).toEqual([])
  })

  test(`nothing stands in a reader’s way: the other panels, ${colorScheme}`, async ({ launch }) => {
    // Four runs of axe in one visit.
    test.slow()
    const { page } = await launch('--simulate', 'entra-client-ready')
    await showTheme(page, colorScheme)
    await runCheck(page)
    await openOtherPc(page)
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click()
      expect(await axeViolations(page)).toEqual([])
    }
  })
}
