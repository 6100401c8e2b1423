import type { Page } from '@playwright/test'
import { contentSecurityPolicy } from '../../src/main/security/app-protocol.ts'
import { expect, test } from './fixtures.ts'
import { checkButton, heading, step } from './screens.ts'
import { violated, watchViolations } from './violations.ts'

const nonceOf = (page: Page) => page.locator('meta[property="csp-nonce"]').getAttribute('content')

test('the page comes with exactly the policy, and a new nonce each time', async ({ launch }) => {
  const app = await launch()
  const nonces: (string | null)[] = []
  for (let load = 0; load < 2; load++) {
    const response = await app.reload()
    const nonce = await nonceOf(app.page)
    expect(response?.headers()['content-security-policy']).toBe(contentSecurityPolicy(nonce ?? ''))
    expect(response?.headers()['x-content-type-options']).toBe('nosniff')
    nonces.push(nonce)
  }
  expect(nonces[0]).toMatch(/^[\w+/]{24}$/)
  expect(nonces[1]).not.toBe(nonces[0])
})

test('our own styles carry the nonce and work', async ({ launch }) => {
  const { page } = await launch()
  const styles = await page.evaluate(() =>
    [...document.querySelectorAll('style')].map((style) => ({
      nonce: style.nonce,
      rules: style.sheet?.cssRules.length,
    })),
  )
  const nonce = await nonceOf(page)
  expect(styles.length).toBeGreaterThan(0)
  expect(styles.every((style) => style.nonce === nonce)).toBe(true)
  expect(styles.some(({ rules }) => (rules ?? 0) > 10)).toBe(true)
  await expect(checkButton(page)).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)')
})

test('using the program violates nothing', async ({ launch }) => {
  const { page } = await launch('--simulate', 'client-value-off')
  await watchViolations(page)
  await step(page, /^Settings/).click()
  await expect(heading(page, 'Settings')).toBeFocused()
  await step(page, /^Start/).click()
  await page.getByRole('combobox', { name: 'Simulated machine' }).click()
  await page.keyboard.press('Escape')
  await checkButton(page).click()
  await expect(page.getByRole('region', { name: 'Verdict' })).toBeVisible()
  expect(await violated(page)).toEqual([])
})

test('scripts and styles that were smuggled in do not run', async ({ launch }) => {
  const { page } = await launch()
  await watchViolations(page)
  const before = await page.evaluate(() => getComputedStyle(document.body).outlineStyle)
  await page.evaluate(() => {
    const add = (name: string, set: (element: HTMLElement) => void) => {
      const element = document.createElement(name)
      set(element)
      document.body.append(element)
    }
    add('script', (script) => {
      script.textContent = 'window.smuggled = "inline"'
    })
    add('script', (script) => script.setAttribute('src', 'data:text/javascript,window.smuggled="data"'))
    add('script', (script) => script.setAttribute('src', 'https://example.com/x.js'))
    add('style', (style) => {
      style.textContent = 'body { outline-style: dotted !important }'
    })
    add('div', (holder) => {
      holder.innerHTML =
        '<img src="x" onerror="window.smuggled=1"><a href="javascript:window.smuggled=1" id="bad">x</a>'
      holder.querySelector<HTMLElement>('#bad')?.click()
    })
    // Not inside this call: what the debugger runs may always evaluate.
    setTimeout(() => {
      try {
        Object.assign(globalThis, { evaluated: new Function('return "yes"')() })
      } catch {
        Object.assign(globalThis, { evaluated: 'no' })
      }
    }, 0)
  })
  await expect.poll(() => page.evaluate(() => (globalThis as unknown as { evaluated?: string }).evaluated)).toBe('no')
  await expect.poll(async () => (await violated(page)).length).toBeGreaterThanOrEqual(7)
  const directives = await violated(page)
  for (const directive of ['script-src-elem', 'script-src-attr', 'style-src-elem', 'script-src'])
    expect(directives).toContain(directive)
  expect(await page.evaluate(() => 'smuggled' in globalThis)).toBe(false)
  expect(await page.evaluate(() => getComputedStyle(document.body).outlineStyle)).toBe(before)
})

test('nothing reaches the network', async ({ launch }) => {
  const { page } = await launch()
  await watchViolations(page)
  const reached: string[] = []
  page.on('response', (response) => reached.push(response.url()))
  const failed = await page.evaluate(async () => {
    const refused = (start: () => Promise<unknown>) =>
      start().then(
        () => false,
        () => true,
      )
    const errorOf = (element: HTMLElement) =>
      new Promise((_resolve, reject) => {
        element.addEventListener('error', reject)
        document.body.append(element)
      })
    return {
      https: await refused(() => fetch('https://example.com/')),
      http: await refused(() => fetch('http://127.0.0.1:9/')),
      own: await refused(() => fetch(location.href)),
      image: await refused(() => errorOf(Object.assign(new Image(), { src: 'https://example.com/x.png' }))),
      socket: await refused(
        () =>
          new Promise((_resolve, reject) => {
            const socket = new WebSocket('wss://example.com/')
            socket.addEventListener('error', reject)
          }),
      ),
      beacon: !navigator.sendBeacon('https://example.com/', 'x') || 'queued',
    }
  })
  expect(failed).toMatchObject({ https: true, http: true, own: true, image: true, socket: true })
  await page.evaluate(() => {
    const frame = document.createElement('iframe')
    frame.src = 'https://example.com/'
    const form = Object.assign(document.createElement('form'), { action: 'https://example.com/', method: 'post' })
    document.body.append(frame, form)
    form.submit()
  })
  await expect.poll(() => violated(page)).toContain('form-action')
  expect(new Set(await violated(page))).toEqual(new Set(['connect-src', 'img-src', 'frame-src', 'form-action']))
  expect(reached.filter((url) => url.includes('example.com'))).toEqual([])
})
