import { expect, type Page } from '@playwright/test'

/** The names that a person, a screen reader and these specs go by. */
export const checkButton = (page: Page) => page.getByRole('button', { name: /^Check th/ })
export const verdict = (page: Page) => page.getByRole('region', { name: 'Verdict' })
export const findingsHeading = (page: Page) => page.getByRole('heading', { level: 1, name: 'Findings' })
export const findings = (page: Page) => page.locator('article[data-finding-id]')

export const runCheck = async (page: Page): Promise<void> => {
  await checkButton(page).click()
  await expect(findingsHeading(page)).toBeVisible()
}

/** Groups that need nobody's attention start folded, and what is folded is not drawn. */
export const unfoldAll = async (page: Page): Promise<void> => {
  const folded = page.locator('section[data-group] h2 button[aria-expanded="false"]')
  while ((await folded.count()) > 0) await folded.first().click()
}

/** Every finding on the screen, by id. */
export const shownFindings = async (page: Page): Promise<Record<string, string>> => {
  await unfoldAll(page)
  const pairs = await findings(page).evaluateAll((articles) =>
    articles.map((article) => [
      article.getAttribute('data-finding-id') ?? '',
      article.getAttribute('data-status') ?? '',
    ]),
  )
  return Object.fromEntries(pairs)
}

export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })
export const finding = (page: Page, id: string) => page.locator(`article[data-finding-id="${id}"]`)
export const step = (page: Page, name: RegExp) =>
  page.getByRole('navigation', { name: 'Steps' }).getByRole('button', { name })

/** From the first screen to the plan for the PKU2U setting. */
export const openPlan = async (page: Page): Promise<void> => {
  await runCheck(page)
  await finding(page, 'pku2u.setting')
    .getByRole('button', { name: /^(Fix|Write anyway)/ })
    .click()
  await expect(heading(page, 'What will be written')).toBeFocused()
}
