import { axeViolations, showTheme } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { finding, heading, runCheck, step, verdict } from './screens.ts'

const object = (domain: string, cloudVersion: string) =>
  [
    'Id                 : 21043',
    `DomainDnsName      : ${domain}`,
    'KeyVersion         : 48211',
    'KeyUpdatedOn       : 14.03.2026 21:23:43',
    'CloudId            : 21043',
    `CloudDomainDnsName : ${domain}`,
    `CloudKeyVersion    : ${cloudVersion}`,
    'CloudKeyUpdatedOn  : 14.03.2026 21:23:43',
    '',
  ].join('\r\n')

test('what a key can do, with what to use instead', async ({ launch }) => {
  const { page } = await launch('--simulate', 'security-key-ready')
  await expect(step(page, /^Work account/)).toHaveCount(0)
  await runCheck(page)
  await step(page, /^Security key/).click()
  await expect(heading(page, 'Security key')).toBeFocused()
  const table = page.getByRole('table', { name: 'Uses of a security key' })
  await expect(table.getByRole('row')).toHaveCount(13)
  await expect(table.getByRole('row', { name: /Network Level Authentication/ })).toContainText('Use the web account')
  await expect(table.getByRole('row', { name: /Citrix/ })).toContainText('Not supported')
})

test('pasted output is judged for each domain and goes into the report', async ({ launch }) => {
  const { page } = await launch('--simulate', 'security-key-ready')
  await runCheck(page)
  await step(page, /^Security key/).click()
  await page.getByRole('tab', { name: 'Kerberos server object' }).click()
  const pasted = page.getByRole('textbox', { name: 'Output of Get-AzureADKerberosServer' })
  await pasted.fill('AzureAdJoined : YES\nDomainJoined : NO\n')
  await page.getByRole('button', { name: 'Judge it' }).click()
  await expect(page.getByRole('alert')).toContainText('This looks like the output of dsregcmd /status')

  await page.getByLabel('File', { exact: true }).setInputFiles({
    name: 'servers.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(`\ufeff${object('corp.contoso.com', '48211')}\r\n${object('fabrikam.com', '1')}`, 'utf16le'),
  })
  await expect(pasted).toHaveValue(/fabrikam\.com/)
  await page.getByRole('button', { name: 'Judge it' }).click()
  const verdicts = page.getByRole('list', { name: 'Kerberos server objects' }).locator('> li')
  await expect(verdicts).toHaveCount(2)
  await expect(verdicts.first()).toHaveAttribute('data-in-sync', 'yes')
  await expect(verdicts.last()).toContainText('Set-AzureADKerberosServer -RotateServerKey')
  await expect(page.getByText('Judged, and added to the report.')).toBeVisible()
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'action')
  await step(page, /^Findings/).click()
  await expect(finding(page, 'security-key.kerberos-server')).toHaveAttribute('data-status', 'fail')

  // A new case on the same machine keeps what was added; one on another machine does not.
  await step(page, /^Start/).click()
  await runCheck(page)
  await expect(finding(page, 'security-key.kerberos-server')).toHaveAttribute('data-status', 'fail')
})

test('answers to the guided tests go into the report', async ({ launch }) => {
  const { page } = await launch('--simulate', 'security-key-ready')
  await runCheck(page)
  await step(page, /^Security key/).click()
  await page.getByRole('tab', { name: 'What a key can do' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tab', { name: 'Test run', selected: true })).toBeFocused()
  await expect(page.getByText('Reset wipes everything on the key')).toBeVisible()
  const provision = page.getByRole('radiogroup', { name: 'Add a key to the account' })
  await provision.getByRole('radio', { name: 'Passed' }).check()
  const unlock = page.getByRole('radiogroup', { name: 'Unlock with the key' })
  await unlock.getByRole('radio', { name: 'Failed' }).check()
  await page.getByRole('textbox', { name: 'What happened' }).fill('Asks for the password.')
  await expect(page.getByText('Not in the report yet.')).toBeVisible()
  await page.getByRole('button', { name: 'Put the answers into the report' }).click()
  await expect(page.getByText('In the report: 1 passed, 1 failed, 4 not done.')).toBeVisible()
  await provision.getByRole('radio', { name: 'Not done' }).check()
  await expect(page.getByText('Changed since it was put into the report.')).toBeVisible()
  await step(page, /^Findings/).click()
  const summary = page.getByRole('region', { name: 'Guided test run' })
  await expect(summary.getByRole('listitem').filter({ hasText: 'Unlock with the key' })).toContainText(
    'failedAsks for the password.',
  )
  await step(page, /^Security key/).click()
  await page.getByRole('tab', { name: 'Test run' }).click()
  await expect(unlock.getByRole('radio', { name: 'Failed' })).toBeChecked()
})

test('the rules are there before any check, and can be searched', async ({ launch }) => {
  const app = await launch()
  const { page } = app
  await step(page, /^Rules/).click()
  await expect(heading(page, 'Rules')).toBeFocused()
  const search = page.getByRole('searchbox', { name: 'Search the rules' })
  await search.fill('failover')
  await expect(page.locator('article[data-rule-id="guide.pku2u-clusters"]')).toBeVisible()
  await expect(page.locator('article[data-rule-id="rdp.port"]')).toHaveCount(0)
  await search.fill('')
  await expect(page.locator('article[data-rule-id="rdp.port"]')).toBeVisible()
  const topic = page.locator('article[data-rule-id="guide.pku2u-policy"]')
  await topic.getByRole('button', { name: /^The policy/, expanded: false }).click()
  await expect(topic.getByRole('row', { name: /^Hybrid joined client/ })).toContainText('Sources disagree')
  await topic.getByRole('button', { name: /^Policy CSP/ }).click()
  await expect
    .poll(() => app.openedLinks())
    .toEqual(['https://learn.microsoft.com/windows/client-management/mdm/policy-csp-localpoliciessecurityoptions'])
})

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(colorScheme, () => {
    test('uses and test run are accessible', async ({ launch }) => {
      const { page } = await launch('--simulate', 'security-key-no-keylist')
      await showTheme(page, colorScheme)
      await runCheck(page)
      await step(page, /^Security key/).click()
      expect(await axeViolations(page)).toEqual([])
      await page.getByRole('tab', { name: 'Test run' }).click()
      await page.getByRole('radiogroup', { name: 'Manage the key' }).getByRole('radio', { name: 'Failed' }).check()
      expect(await axeViolations(page)).toEqual([])
    })

    test('the Kerberos server object is accessible', async ({ launch }) => {
      const { page } = await launch('--simulate', 'security-key-no-keylist')
      await showTheme(page, colorScheme)
      await runCheck(page)
      await step(page, /^Security key/).click()
      await page.getByRole('tab', { name: 'Kerberos server object' }).click()
      await page.getByRole('textbox', { name: 'Output of' }).fill(object('corp.contoso.com', '1'))
      await page.getByRole('button', { name: 'Judge it' }).click()
      await expect(page.getByText('Judged, and added to the report.')).toBeVisible()
      expect(await axeViolations(page)).toEqual([])
    })

    test('the rules are accessible, folded and found', async ({ launch }) => {
      const { page } = await launch()
      await showTheme(page, colorScheme)
      await step(page, /^Rules/).click()
      await expect(page.locator('article[data-rule-id="rdp.port"]')).toBeVisible()
      expect(await axeViolations(page)).toEqual([])
      await page.getByRole('searchbox', { name: 'Search the rules' }).fill('server')
      expect(await axeViolations(page)).toEqual([])
    })
  })
