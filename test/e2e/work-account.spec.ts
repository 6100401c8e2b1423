import { expect, test } from './fixtures.ts'
import { heading, runCheck, step } from './screens.ts'

test('the three places, who is in them, and what stands in the way', async ({ launch }) => {
  const app = await launch('--simulate', 'work-accounts-full')
  const { page } = app
  await runCheck(page)
  await step(page, /^Work account/).click()
  await expect(heading(page, 'Work account')).toBeFocused()
  const places = page.getByRole('list', { name: 'Places for work accounts' }).getByRole('listitem')
  await expect(places).toHaveCount(3)
  for (const place of await places.all()) await expect(place).toContainText('@')
  await expect(page.getByText('All 3 places for work accounts are taken').last()).toBeVisible()
  await page.getByRole('button', { name: 'Open Windows settings' }).click()
  await expect(page.getByText('A simulated machine has no Windows settings to open.')).toBeVisible()
  expect(await app.openedLinks()).toEqual([])
})

test('it checks again when the window gets the focus, not more often than every 5 seconds', async ({ launch }) => {
  const { page } = await launch('--simulate', 'registered-client-without-account')
  await runCheck(page)
  await step(page, /^Work account/).click()
  await expect(heading(page, 'Work account')).toBeFocused()
  const said = page.getByText('Checking again.')
  const changes = await page.evaluate(async () => {
    let checks = 0
    const status = [...document.querySelectorAll('main [role="status"]')].at(-1)
    const observer = new MutationObserver(() => {
      if (status?.textContent === 'Checking again.') checks += 1
    })
    if (status !== undefined) observer.observe(status, { characterData: true, childList: true, subtree: true })
    for (let round = 0; round < 5; round++) {
      window.dispatchEvent(new Event('focus'))
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    return checks
  })
  expect(changes).toBe(1)
  await expect(said).toHaveCount(0)
  await expect(heading(page, 'Work account')).toBeVisible()
})
