import type { Page } from '@playwright/test'
import { axeViolations, showTheme } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { finding, heading, openPlan, runCheck } from './screens.ts'

const asSomebodyElse = 'PKU2U Doctor runs as PC-0431\\helpdesk, who is not the person signed in here.'

test('a program that runs as somebody else says so at the start and in the plan', async ({ launch }) => {
  const { page } = await launch('--simulate', 'asked-as-another-admin')
  await expect(page.getByText(asSomebodyElse)).toBeVisible()
  for (const theme of ['light', 'dark'] as const) {
    await showTheme(page, theme)
    expect(await axeViolations(page)).toEqual([])
  }
  await page.getByRole('radio', { name: 'Another PC connects to this one' }).check()
  await runCheck(page)
  await finding(page, 'rdp.enabled').getByRole('button', { name: 'Fix…' }).click()
  await expect(heading(page, 'What will be written')).toBeFocused()
  await expect(page.getByText(asSomebodyElse)).toBeVisible()
})

test('nobody is told of another account on a PC of their own', async ({ launch }) => {
  const { page } = await launch('--simulate', 'client-value-off')
  await runCheck(page)
  await expect(page.getByText('who is not the person signed in here')).toHaveCount(0)
})

/** Everything that stood under the heading while `act` was done. */
const leadsDuring = async (page: Page, act: () => Promise<void>): Promise<readonly string[]> => {
  await page.evaluate(() => {
    const seen: string[] = []
    Object.assign(globalThis, { seen })
    new MutationObserver(() => seen.push(document.querySelector('main')?.textContent ?? '')).observe(document.body, {
      childList: true,
      subtree: true,
      characterData: true,
    })
  })
  await act()
  return page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)
}

test('where nothing has to be asked, neither writing nor undoing speaks of an administrator', async ({ launch }) => {
  const { page } = await launch('--simulate', 'client-value-off')
  await openPlan(page)
  const seen = await leadsDuring(page, async () => {
    await page.getByRole('button', { name: 'Apply this change' }).click()
    await expect(heading(page, 'Written and read back')).toBeFocused()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(heading(page, 'Put back as it was')).toBeFocused()
  })
  expect(seen.some((text) => text.startsWith('Putting back'))).toBe(true)
  expect(seen.filter((text) => /administrator/.test(text))).toEqual([])
})
