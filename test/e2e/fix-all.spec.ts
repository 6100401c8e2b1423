import { expect, test } from './fixtures.ts'
import { finding, heading, runCheck, step } from './screens.ts'

const cured = ['pku2u.setting', 'rdp.enabled', 'rdp.firewall'] as const

test('several changes in one plan, one agreement and one receipt, put back together', async ({ launch }) => {
  const { page } = await launch('--simulate', 'client-value-off')
  await page.getByRole('radio', { name: 'Another PC connects to this one' }).check()
  await runCheck(page)
  for (const id of cured) await expect(finding(page, id)).toHaveAttribute('data-status', 'fail')
  await page.getByRole('button', { name: /^Fix all \d…$/ }).click()
  await expect(heading(page, 'What will be written')).toBeFocused()
  const planned = page.getByRole('list', { name: 'Planned changes' })
  for (const what of ['AllowOnlineID', 'fDenyTSConnections', 'Remote Desktop'])
    await expect(planned).toContainText(what)
  const count = await planned.getByRole('listitem').count()
  await page.getByRole('button', { name: `Apply ${count} changes` }).click()
  await expect(heading(page, 'Written and read back')).toBeFocused()
  await expect(page.getByRole('list', { name: 'Receipt' }).getByText('Read back')).toHaveCount(count)
  await page.getByRole('button', { name: 'Check again' }).click()
  for (const id of cured) await expect(finding(page, id)).toHaveCount(0)

  await step(page, /^History/).click()
  await expect(page.getByRole('article')).toHaveCount(1)
  await page.getByRole('article').getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('article')).toHaveAttribute('data-state', 'undone')
  await step(page, /^Start/).click()
  await runCheck(page)
  for (const id of cured) await expect(finding(page, id)).toHaveAttribute('data-status', 'fail')
})
