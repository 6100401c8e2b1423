import { expect, test } from './fixtures.ts'
import { finding, findingsHeading, heading, openPlan, runCheck, step, verdict } from './screens.ts'

test('a whole case: off, fixed, restarted, proven, undone to the first state', async ({ launch }) => {
  const app = await launch('--simulate', 'client-value-off')
  const { page } = app
  await openPlan(page)
  const planned = page.getByRole('list', { name: 'Planned changes' })
  await expect(planned).toContainText('HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa\\pku2u')
  await expect(planned).toContainText('0 (REG_DWORD)')
  await expect(planned).toContainText('1 (REG_DWORD)')
  await page.getByRole('button', { name: 'Apply this change' }).click()

  await expect(heading(page, 'Written and read back')).toBeFocused()
  const receipt = page.getByRole('list', { name: 'Receipt' })
  await expect(receipt.getByText('Read back')).toBeVisible()
  await page.getByRole('button', { name: 'Copy receipt' }).click()
  await expect(page.getByText('Copied')).toBeVisible()
  expect(await app.clipboard()).toMatch(/AllowOnlineID[\s\S]*Before: 0[\s\S]*After: 1[\s\S]*Read back: 1[\s\S]*By: /)
  await expect(verdict(page)).toContainText('before the change')

  await page.getByRole('button', { name: 'Restart…' }).click()
  await expect(heading(page, 'Restart this PC')).toBeFocused()
  await page.getByRole('button', { name: 'Restart now…' }).click()
  await expect(page.getByRole('button', { name: 'Not now' })).toBeFocused()
  await page.getByRole('button', { name: 'Restart now', exact: true }).click()
  await expect(heading(page, /^Proven after restart at \d\d:\d\d$/)).toBeFocused()
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'ready')

  await step(page, /^History/).click()
  await expect(heading(page, 'History')).toBeFocused()
  const newest = page.getByRole('article').first()
  await expect(newest).toHaveAttribute('data-state', 'in-force')
  await newest.getByRole('button', { name: 'Undo' }).click()
  await expect(newest).toHaveAttribute('data-state', 'undone')
  const done = page.getByRole('region', { name: 'What was done last' })
  await expect(done).toBeFocused()
  await expect(done.getByRole('status').first()).toHaveText('Put back and read back.')
  await expect(done).toContainText(/Before1 \(REG_DWORD\)After0 \(REG_DWORD\)Read back0 \(REG_DWORD\)/)
  await expect(done).toContainText(await newest.getAttribute('data-change-id').then(String))
  await done.getByRole('button', { name: 'Copy receipt' }).click()
  await expect(done.getByText('Copied')).toBeVisible()
  expect(await app.clipboard()).toMatch(
    /Put back[\s\S]*Before: 1[\s\S]*After: 0[\s\S]*Read back: 0[\s\S]*By: [\s\S]*When: /,
  )

  await step(page, /^Start/).click()
  await runCheck(page)
  await expect(finding(page, 'pku2u.setting')).toHaveAttribute('data-status', 'fail')
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'fixable')
})

test('undo from the receipt', async ({ launch }) => {
  const { page } = await launch('--simulate', 'server-default')
  await runCheck(page)
  await finding(page, 'pku2u.setting').getByRole('button', { name: 'Fix…' }).click()
  await page.getByRole('button', { name: 'Apply this change' }).click()
  await expect(heading(page, 'Written and read back')).toBeFocused()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(heading(page, 'Put back as it was')).toBeFocused()
  await page.getByRole('button', { name: 'Check again' }).click()
  await expect(findingsHeading(page)).toBeFocused()
  await expect(finding(page, 'pku2u.setting').getByRole('button', { name: 'Fix…' })).toBeVisible()
})

test('a restart that an earlier change waits for is offered after one that needs none', async ({ launch }) => {
  const { page } = await launch('--simulate', 'change-interrupted')
  await page.getByRole('article').filter({ hasText: 'Interrupted' }).getByRole('button', { name: 'Put back' }).click()
  await expect(page.getByText('Put back and read back.')).toBeVisible()
  for (const [id, restart] of [
    ['pku2u.setting', 'Needed afterwards.'],
    ['rdp.enabled', 'Not needed for this. A restart is still due for an earlier change.'],
  ] as const) {
    await step(page, /^Start/).click()
    await runCheck(page)
    await finding(page, id).getByRole('button', { name: 'Fix…' }).click()
    await expect(page.getByRole('main')).toContainText(restart)
    await page.getByRole('button', { name: 'Apply this change' }).click()
    await expect(heading(page, 'Written and read back')).toBeFocused()
  }
  await expect(page.getByText('A restart is still due for an earlier change.')).toBeVisible()
  await page.getByRole('button', { name: 'Restart…' }).click()
  await expect(heading(page, 'Restart this PC')).toBeFocused()
})

test('nothing is written when the plan is left', async ({ launch }) => {
  const { page } = await launch('--simulate', 'client-value-off')
  await openPlan(page)
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(findingsHeading(page)).toBeFocused()
  await expect(step(page, /^Fix/)).toBeDisabled()
  await finding(page, 'pku2u.setting').getByRole('button', { name: 'Fix…' }).click()
  await expect(heading(page, 'What will be written')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(findingsHeading(page)).toBeFocused()
  await step(page, /^History/).click()
  await expect(page.getByText('Nothing was changed here yet.')).toBeVisible()
})

test('a plan works once: the same token again is refused', async ({ launch }) => {
  const { page } = await launch('--simulate', 'client-value-off')
  const answers = await page.evaluate(async () => {
    const { bridge } = globalThis as unknown as {
      bridge: Record<string, (input: unknown) => Promise<{ ok: boolean; value: { token: string; state: string } }>>
    }
    const intent = { role: 'client', track: 'rdp', path: 'pku2u', account: null, peer: null, domain: null }
    const order = { machine: 'client-value-off', ids: ['pku2u.enable'], intent }
    const plan = await bridge['planFixes']?.(order)
    const agreed = { ...order, token: plan?.value.token, evenIfManaged: false }
    return [await bridge['applyFixes']?.(agreed), await bridge['applyFixes']?.(agreed)]
  })
  expect(answers[0]).toMatchObject({ ok: true, value: { state: 'applied' } })
  expect(answers[1]).toMatchObject({ ok: false, fault: { code: 'refused' } })
})
