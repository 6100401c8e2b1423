import assert from 'node:assert/strict'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { runOnce } from '../../src/core/windows/come-back.ts'
import { checkButton, finding, heading } from '../e2e/screens.ts'
import { calls, reg } from './lab.ts'
import { caseScene, printedValue } from './lab-fix.ts'
import { expect, type LabWindow, openLabWindow } from './lab-window.ts'
import { labMachine } from './machines.ts'
import { tellBoot } from './play.ts'

const lab = labMachine('client-value-off')
let open: LabWindow | null = null
after(() => open?.close())

/** The command that Windows would start when the user signs in, as reg.exe prints it; null when there is none. */
const runOnceCommand = async (folder: string): Promise<string | null> =>
  /PKU2U Doctor\s+REG_SZ\s+(.+?)\s*$/m.exec((await reg(folder, 'query', runOnce)).stdout)?.[1] ?? null

/** The words behind the program, as Windows hands them over. */
const wordsOf = (command: string): readonly string[] => {
  const [, words] = /^"C:\\Program Files\\PKU2U Doctor\\PKU2U Doctor\.exe" (.+)$/.exec(command) ?? []
  return words?.split(' ') ?? []
}

test('a restart from the window: RunOnce brings the program back, which checks again and says proven', async () => {
  const folder = await caseScene(lab, { own: true })
  writeFileSync(join(folder, 'none.out'), '')
  writeFileSync(join(folder, 'shutdown.answers'), '/r\t0\t1\tnone.out\n/a\t0\t1\tnone.out\n')
  await reg(folder, 'delete', runOnce, '/v', 'PKU2U Doctor', '/f')

  open = await openLabWindow(folder)
  const { page } = open
  await page.getByRole('textbox', { name: 'Account' }).fill('Adele@contoso.com')
  await checkButton(page).click()
  await finding(page, 'pku2u.setting').getByRole('button', { name: 'Fix…' }).click()
  await page.getByRole('button', { name: 'Apply this change' }).click()
  await page.getByRole('button', { name: 'Restart…' }).click()

  // Cancelled: both are forgotten.
  await page.getByRole('radio', { name: 'In 15 minutes' }).check()
  await page.getByRole('button', { name: 'Schedule the restart' }).click()
  await expect(page.getByText('When you sign in again, PKU2U Doctor opens on this page')).toBeVisible()
  assert.notEqual(await runOnceCommand(folder), null)
  await page.getByRole('button', { name: 'Cancel the restart' }).click()
  await expect(heading(page, 'Restart this PC')).toBeFocused()
  assert.equal(await runOnceCommand(folder), null)
  assert.ok(!readdirSync(folder).includes('return.json'))

  await page.getByRole('button', { name: 'Restart now…' }).click()
  await page.getByRole('button', { name: 'Restart now', exact: true }).click()
  await expect.poll(() => calls(folder).filter(({ args }) => args[0] === '/r').length).toBe(2)
  const command = await runOnceCommand(folder)
  assert.deepEqual(wordsOf(command ?? ''), ['--resume', 'restart'], command ?? 'no command')
  await open.close()

  // Windows restarts: it starts after the change, removes what stands in RunOnce, and starts that.
  await reg(folder, 'delete', runOnce, '/v', 'PKU2U Doctor', '/f')
  tellBoot(folder, lab, new Date().toISOString())
  open = await openLabWindow(folder, wordsOf(command ?? ''))
  const back = open.page
  await expect(heading(back, /^Proven after restart at \d\d:\d\d$/)).toBeVisible()
  await expect(back.getByRole('region', { name: 'This case' })).toContainText('Adele@contoso.com')
  await expect(back.getByText('On (AllowOnlineID = 1)')).toBeVisible()
  assert.equal(await printedValue(folder), 'REG_DWORD 0x1')
  assert.ok(!readdirSync(folder).includes('return.json'))
  await open.close()

  // Nothing is kept any more, and a third start says so instead of guessing.
  open = await openLabWindow(folder, wordsOf(command ?? ''))
  await expect(open.page.getByRole('alert')).toContainText('cannot go on with the case')
})
