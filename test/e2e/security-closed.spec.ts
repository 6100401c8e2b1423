import { expect, test } from './fixtures.ts'
import { checkButton } from './screens.ts'

test('the page stays where it is', async ({ launch }) => {
  const app = await launch()
  const { page } = app
  const url = page.url()
  const refusals = () => app.log().filter((line) => line.includes('Refused: navigation')).length
  const tries: readonly (() => void)[] = [
    () => {
      location.href = 'https://example.com/'
    },
    () => location.assign('http://127.0.0.1:9/'),
    () => {
      const link = Object.assign(document.createElement('a'), { href: 'https://example.com/', textContent: 'x' })
      document.body.append(link)
      link.click()
    },
    () => {
      const meta = Object.assign(document.createElement('meta'), {
        httpEquiv: 'refresh',
        content: '0;url=https://example.com/',
      })
      document.head.append(meta)
    },
  ]
  for (const [index, attempt] of tries.entries()) {
    await page.evaluate(attempt)
    await expect.poll(refusals).toBeGreaterThan(index)
    expect(page.url()).toBe(url)
  }
  await expect(checkButton(page)).toBeVisible()
})

test('no second window opens', async ({ launch }) => {
  const app = await launch()
  const { page } = app
  const refusals = () => app.log().filter((line) => line.includes('Refused: new window')).length
  await page.evaluate(() => {
    const link = document.createElement('a')
    Object.assign(link, { href: 'https://example.com/', target: '_blank', id: 'elsewhere', textContent: 'elsewhere' })
    link.style.cssText = 'position: fixed; inset: 0 auto auto 0; z-index: 9'
    document.body.append(link)
  })
  await page.evaluate(() => void window.open('https://example.com/'))
  await expect.poll(refusals).toBeGreaterThanOrEqual(1)
  await page.locator('#elsewhere').click()
  await expect.poll(refusals).toBeGreaterThanOrEqual(2)
  await page.locator('#elsewhere').click({ button: 'middle' })
  await expect.poll(refusals).toBeGreaterThanOrEqual(3)
  await expect.poll(() => app.windowCount()).toBe(1)
})
