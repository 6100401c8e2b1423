import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from '@playwright/test'
import { keys } from '../../src/core/facts/keys.ts'
import { checkButton, finding, findingsHeading, heading } from '../e2e/screens.ts'
import { reg } from './lab.ts'
import { caseScene, journalFiles, printedValue } from './lab-fix.ts'
import { expect, type LabWindow, openLabWindow } from './lab-window.ts'
import { labMachine } from './machines.ts'

let folder: string
let lab: LabWindow
let page: Page

before(async () => {
  folder = await caseScene(labMachine('client-value-off'))
  lab = await openLabWindow(folder)
  page = lab.page
})
after(() => lab?.close())

/** From the findings to the plan for the PKU2U setting. */
const plan = async () => {
  await expect(findingsHeading(page)).toBeVisible()
  await finding(page, 'pku2u.setting').getByRole('button', { name: 'Fix…' }).click()
  await expect(heading(page, 'What will be written')).toBeFocused()
}
const apply = () => page.getByRole('button', { name: 'Apply this change' }).click()
const written = () => expect(heading(page, 'Written and read back')).toBeFocused()
const undo = () => page.getByRole('button', { name: 'Undo' }).click()
const putBack = () => expect(heading(page, 'Put back as it was')).toBeFocused()
const checkAgain = () => page.getByRole('button', { name: 'Check again' }).click()
const refusal = () => page.getByRole('alert')

const printed = () => printedValue(folder)
const behindItsBack = (data: number) =>
  reg(folder, 'add', keys.pku2u, '/v', 'AllowOnlineID', '/t', 'REG_DWORD', '/d', String(data), '/f')
const journalStates = () =>
  (journalFiles() as readonly { entries: readonly { state: string }[] }[]).flatMap(({ entries }) =>
    entries.map(({ state }) => state),
  )

test('a click changes the registry, the receipt shows what was read back, Undo restores it', async () => {
  // The scene's program runs as an administrator who is not the person at the PC.
  await expect(page.getByText('PKU2U Doctor runs as LAB\\admin, who is not the person signed in here.')).toBeVisible()
  await checkButton(page).click()
  await plan()
  await expect(page.getByRole('list', { name: 'Planned changes' })).toContainText(keys.pku2u)
  assert.deepEqual([await printed(), journalStates()], ['REG_DWORD 0x0', []])

  await apply()
  await written()
  const receipt = page.getByRole('list', { name: 'Receipt' })
  await expect(receipt).toContainText(/Before\s*0 \(REG_DWORD\)/)
  await expect(receipt).toContainText(/Read back\s*1 \(REG_DWORD\)/)
  assert.deepEqual([await printed(), journalStates()], ['REG_DWORD 0x1', ['verified']])

  await undo()
  await putBack()
  assert.deepEqual([await printed(), journalStates()], ['REG_DWORD 0x0', ['undone']])
})

test('Undo is refused while somebody else has changed the value, and works when that is gone', async () => {
  await checkAgain()
  await plan()
  await apply()
  await written()
  await behindItsBack(7)
  await undo()
  await expect(refusal()).toContainText(`${keys.pku2u} was changed by somebody else since. It was left alone.`)
  assert.deepEqual([await printed(), journalStates()], ['REG_DWORD 0x7', ['undone', 'verified']])

  await behindItsBack(1)
  await undo()
  await putBack()
  assert.deepEqual([await printed(), journalStates()], ['REG_DWORD 0x0', ['undone', 'undone']])
})

test('a plan is refused when somebody else has changed the value since it was shown', async () => {
  await checkAgain()
  await plan()
  await behindItsBack(7)
  await apply()
  await expect(refusal()).toContainText('The PC has changed since the plan was shown. Nothing was written.')
  assert.deepEqual([await printed(), journalStates()], ['REG_DWORD 0x7', ['undone', 'undone']])
})

test('the server ends when its window is closed', async () => {
  await page.close()
  assert.equal(await lab.exitCode(), 0)
})
