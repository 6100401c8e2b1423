import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { caseCodeOf } from '../../src/core/case-code/case-code.ts'
import { otherEndInput } from '../../src/core/engine/other-end.ts'
import { runChecks } from '../../src/core/engine/run-checks.ts'
import { endOfReport } from '../../src/core/pair/end-state.ts'
import { reportHtml } from '../../src/core/report-html/report-html.ts'
import { createSimulatedHost } from '../../src/core/simulated/simulated-host.ts'
import { defaultIntent } from '../../src/shared/intent.ts'
import { journalEntry } from '../kit/journal-entry.ts'
import { axeViolations } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { headlessReport } from './headless.ts'

const asServer = { ...defaultIntent, role: 'server', account: 'adele@contoso.com' } as const
const intent = { ...defaultIntent, account: 'adele@contoso.com' }

const shown = [
  ['light', null],
  ['dark', null],
  ['light', 'entra-server-ready'],
  ['dark', 'entra-server-ready'],
] as const

for (const [colorScheme, other] of shown)
  test(`report.html ${other === null ? '' : 'with both ends '}opens from the disk, asks for nothing and is accessible, ${colorScheme}`, async ({
    launchStandIn,
  }) => {
    const folder = mkdtempSync(join(tmpdir(), 'pku2u-report-'))
    const file = join(folder, 'report.html')
    const theirs = other === null ? null : await headlessReport(other, asServer)
    const asked = {
      intent: { ...intent, peer: theirs?.facts.host.name ?? 'PC-0999' },
      inputs: theirs === null ? {} : { [otherEndInput]: caseCodeOf(endOfReport(theirs)) },
    }
    const report = await runChecks({ host: createSimulatedHost('entra-client-off-by-intune'), ...asked })
    writeFileSync(file, reportHtml(report, [journalEntry()]))
    const { context } = await launchStandIn('--simulate', 'client-value-off')
    // A context of its own: the program's lets nothing in but its own page.
    const browser = context.browser()
    if (browser === null) throw new Error('The stand-in has no browser.')
    const own = await browser.newContext({ colorScheme })
    const page = await own.newPage()
    const requests: string[] = []
    const complaints: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    page.on('console', (message) => complaints.push(message.text()))
    await page.goto(pathToFileURL(file).href)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(report.verdict.headline)
    await expect(page.getByRole('img', { name: 'The case' })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Both ends: Fix the client' })).toHaveCount(other === null ? 0 : 1)
    // The one style sheet works under the page’s own policy.
    await expect(page.locator('.finding').first()).toHaveCSS('border-top-style', 'solid')
    expect(await axeViolations(page)).toEqual([])
    expect(requests).toEqual([pathToFileURL(file).href])
    expect(complaints).toEqual([])
    await own.close()
    rmSync(folder, { recursive: true })
  })
