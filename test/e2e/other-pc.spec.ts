import type { Page } from '@playwright/test'
import { caseCodeOf } from '../../src/core/case-code/case-code.ts'
import { endOfReport } from '../../src/core/pair/end-state.ts'
import { expect, test } from './fixtures.ts'
import { headlessReport } from './headless.ts'
import { heading, runCheck, step } from './screens.ts'

const account = 'adele@contoso.com'
const server = { role: 'server', track: 'rdp', path: 'pku2u', account, peer: null, domain: null } as const

const codeOf = async (machine: string): Promise<string> =>
  caseCodeOf(endOfReport(await headlessReport(machine, server)))
const openOtherPc = async (page: Page) => {
  await step(page, /^Other PC/).click()
  await expect(heading(page, 'Other PC')).toBeFocused()
}
const codeField = (page: Page) => page.getByRole('textbox', { name: 'Its case code' })
const both = (page: Page) => page.getByRole('region', { name: 'Both ends', exact: true })
const line = (page: Page) => page.locator('.pair-line')

test('both ends: off, fixed, restarted, then the line is whole', async ({ launch }) => {
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
  await expect(line(page)).toHaveAccessibleName(/is whole/)
})
