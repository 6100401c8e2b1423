import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { checkButton, findingsHeading, heading, verdict } from './screens.ts'

const focusedName = (page: Page) =>
  page.evaluate(() => {
    const active = document.activeElement
    return active?.getAttribute('aria-label') ?? active?.textContent?.trim() ?? ''
  })

/** Whether what has the focus looks different from when it has not: itself, what is in it, or what it is in. */
const showsFocus = (page: Page) =>
  page.evaluate(() => {
    const active = document.activeElement
    if (!(active instanceof HTMLElement) || active === document.body) return true
    const around = [active, ...active.querySelectorAll('*'), active.nextElementSibling]
    for (let up = active.parentElement; up !== null && around.length < 40; up = up.parentElement) around.push(up)
    const look = () =>
      around
        .filter((element) => element !== null)
        .flatMap((element) => ['', '::before', '::after'].map((part) => getComputedStyle(element, part)))
        .map(({ outline, boxShadow, borderBottom, transform }) => [outline, boxShadow, borderBottom, transform].join())
        .join()
    const focused = look()
    active.blur()
    const blurred = look()
    active.focus()
    return focused !== blurred
  })

/** Presses Tab until a control has the focus; every stop on the way must show that it has it. */
const tabTo = async (page: Page, name: RegExp) => {
  for (let stop = 0; stop < 60; stop++) {
    await page.keyboard.press('Tab')
    expect(await showsFocus(page), await focusedName(page)).toBe(true)
    if (name.test(await focusedName(page))) return
  }
  throw new Error(`${name} was not reached with Tab.`)
}

test('a whole case without a mouse: choose, check, read the evidence, check again', async ({ launch }) => {
  const { page } = await launch('--simulate', 'client-value-off')
  await tabTo(page, /^Check th/)
  await page.keyboard.press('Enter')
  await expect(findingsHeading(page)).toBeFocused()
  await tabTo(page, /^Evidence/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Copy evidence' }).first()).toBeVisible()
  await page.keyboard.press('Escape')
  const again = page.getByRole('button', { name: 'Check again' })
  await again.focus()
  await page.keyboard.press('Enter')
  await expect(findingsHeading(page)).toBeVisible()
  await expect(verdict(page)).toBeVisible()
})

test('in a contrast theme, the chosen case shows that it has the focus', async ({ launch }) => {
  const { page } = await launch('--simulate', 'client-value-off')
  await page.emulateMedia({ forcedColors: 'active' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast')
  const card = page.locator('label').filter({ has: page.getByRole('radio', { checked: true }) })
  await expect(card).toHaveCSS('outline-width', '1px')
  await page.getByRole('combobox', { name: 'Simulated machine' }).focus()
  await page.keyboard.press('Tab')
  await expect(card).toHaveCSS('outline-width', '2px')
})

test('a fix without a mouse: plan, apply, undo', async ({ launch }) => {
  const { page } = await launch('--simulate', 'client-value-off')
  await page.keyboard.press('Enter')
  await expect(findingsHeading(page)).toBeFocused()
  await tabTo(page, /^Fix…/)
  await page.keyboard.press('Enter')
  await expect(heading(page, 'What will be written')).toBeFocused()
  await tabTo(page, /^Apply this change/)
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Written and read back')).toBeFocused()
  await tabTo(page, /^Undo/)
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Put back as it was')).toBeFocused()
})

test('the three cases are one group that the arrow keys walk', async ({ launch }) => {
  const { page } = await launch('--simulate', 'entra-client-ready')
  const first = page.getByRole('radio', { name: 'This PC connects to another' })
  const second = page.getByRole('radio', { name: 'Another PC connects to this one' })
  const third = page.getByRole('radio', { name: 'Security key sign-in' })
  await first.focus()
  await expect(first).toBeChecked()
  await page.keyboard.press('ArrowDown')
  await expect(second).toBeChecked()
  await page.keyboard.press('ArrowDown')
  await expect(third).toBeChecked()
  await page.keyboard.press('ArrowDown')
  await expect(first).toBeChecked()
})

test('Enter anywhere on the start screen checks', async ({ launch }) => {
  const { page } = await launch('--simulate', 'entra-client-ready')
  await page.getByRole('textbox', { name: 'Other PC' }).focus()
  await page.keyboard.type('PC-0417')
  await page.keyboard.press('Enter')
  await expect(findingsHeading(page)).toBeVisible()
  await page
    .getByRole('navigation', { name: 'Steps' })
    .getByRole('button', { name: /^Start/ })
    .press('Enter')
  await expect(checkButton(page)).toBeVisible()
})
