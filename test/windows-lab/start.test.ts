import assert from 'node:assert/strict'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { checkButton, heading } from '../e2e/screens.ts'
import { interruptedEntry } from '../kit/journal-entry.ts'
import { caseScene, journalFiles, printedValue, productFolder } from './lab-fix.ts'
import { expect, type LabWindow, openLabWindow } from './lab-window.ts'
import { labMachine } from './machines.ts'

let open: LabWindow | null = null
after(() => open?.close())

const journalFile = join(productFolder, 'journal', '0000000001-aa-1.json')
const states = () =>
  (journalFiles() as readonly { entries: readonly { state: string }[] }[]).map(({ entries }) => entries[0]?.state)

describe('what stands in the journal is said before any check', () => {
  for (const [way, value, state, said] of [
    ['Finish', 'REG_DWORD 0x1', 'verified', 'The interrupted change was finished and read back.'],
    ['Put back', 'REG_DWORD 0x0', 'rolled-back', 'Put back and read back.'],
  ] as const)
    test(`a change that was interrupted: ${way} goes to the registry`, async () => {
      const folder = await caseScene(labMachine('client-value-off'), { own: true })
      writeFileSync(journalFile, JSON.stringify({ format: 'pku2u-doctor/change-set@1', entries: [interruptedEntry()] }))
      open = await openLabWindow(folder)
      const { page } = open
      const card = page.getByRole('article').filter({ hasText: 'Interrupted' })
      await expect(card).toContainText('AllowOnlineID')
      assert.equal(await printedValue(folder), 'REG_DWORD 0x0')
      await card.getByRole('button', { name: way }).click()
      await expect(page.getByText(said)).toBeVisible()
      await expect(card).toHaveCount(0)
      assert.deepEqual([await printedValue(folder), states()], [value, [state]])
      await open.close()
    })

  test('a file that is damaged is named, and checking still works', async () => {
    const folder = await caseScene(labMachine('client-value-off'), { own: true })
    writeFileSync(journalFile, '{"format":')
    open = await openLabWindow(folder)
    const { page } = open
    await expect(page.getByRole('alert')).toContainText(
      '0000000001-aa-1.json is damaged or cut off. Nothing was changed.',
    )
    await checkButton(page).click()
    await expect(heading(page, 'Findings')).toBeVisible()
    rmSync(journalFile)
    await open.close()
  })
})
