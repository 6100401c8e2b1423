import type { Locator, Page } from '@playwright/test'
import { axeViolations } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { finding, findingsHeading, heading, openPlan, runCheck, verdict } from './screens.ts'

const neverFixed = async (page: Page, where: Locator = page.locator('body')) => {
  await expect(where).not.toContainText(/\bfixed\b|\bfixes it\b|\bproven\b/i)
}

for (const machine of ['entra-client-off-by-intune', 'hybrid-server-off-by-gpo'])
  test(`${machine}: no one-click button, written only after two agreements, never called fixed`, async ({ launch }) => {
    const { page } = await launch('--simulate', machine)
    await runCheck(page)
    const setting = finding(page, 'pku2u.setting')
    await expect(setting.getByRole('button', { name: /^Fix/ })).toHaveCount(0)
    await setting.getByRole('button', { name: 'Write anyway…' }).click()
    await expect(heading(page, 'What will be written')).toBeFocused()
    await expect(page.getByRole('button', { name: /^Apply/ })).toHaveCount(0)
    await page.getByRole('button', { name: 'Write anyway…' }).click()
    await expect(page.getByText('This will not last.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Do not write' })).toBeFocused()
    await neverFixed(page)

    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: 'Write anyway…' })).toBeFocused()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Write it, knowing it will not last' }).click()
    await expect(heading(page, 'Written, but it will not last')).toBeFocused()
    await neverFixed(page)
    await page.getByRole('button', { name: 'Check again' }).click()
    await expect(findingsHeading(page)).toBeFocused()
    await expect(verdict(page)).toHaveAttribute('data-verdict', 'managed')
  })

test('security key sign-in that a policy turns off is written only after two agreements', async ({ launch }) => {
  // The verdict speaks of before the owner was looked up, so only the page itself is read.
  const { page } = await launch('--simulate', 'security-key-off-by-gpo')
  await runCheck(page)
  await finding(page, 'security-key.sign-in').getByRole('button', { name: /^Fix/ }).click()
  await expect(heading(page, 'What will be written')).toBeFocused()
  await expect(page.getByText('Workstation hardening. Windows puts its value back')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Apply/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'Write anyway…' }).click()
  await expect(page.getByText('turns security key sign-in off and puts its own value back')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Do not write' })).toBeFocused()
  expect(await axeViolations(page)).toEqual([])
  await neverFixed(page, page.locator('main'))
  await page.getByRole('button', { name: 'Write it, knowing it will not last' }).click()
  await expect(heading(page, 'Written, but it will not last')).toBeFocused()
  await neverFixed(page, page.locator('main'))
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(heading(page, 'Put back as it was')).toBeFocused()
})

test('the plain request is refused by the program itself', async ({ launch }) => {
  const { page } = await launch('--simulate', 'entra-client-off-by-intune')
  await openPlan(page)
  const receipt = await page.evaluate(async () => {
    const { bridge } = globalThis as unknown as {
      bridge: Record<string, (input: unknown) => Promise<{ ok: boolean; value: { token: string } }>>
    }
    const intent = { role: 'client', track: 'rdp', path: 'pku2u', account: null, peer: null, domain: null }
    const order = { machine: 'entra-client-off-by-intune', ids: ['pku2u.enable'], intent }
    const plan = await bridge['planFixes']?.(order)
    return bridge['applyFixes']?.({ ...order, token: plan?.value.token, evenIfManaged: false })
  })
  expect(receipt).toMatchObject({ ok: true, value: { state: 'refused', refusedBy: 'owner', changeId: null } })
})
