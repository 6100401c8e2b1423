import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { journalEntry } from '../../../test/kit/journal-entry.ts'
import { reportOf, server } from '../../../test/kit/judged.ts'
import type { Report } from '../../shared/report.ts'
import { caseCodeOf } from '../case-code/case-code.ts'
import { withOtherEnd } from '../engine/other-end.ts'
import { runChecks } from '../engine/run-checks.ts'
import { endOfReport } from '../pair/end-state.ts'
import { simulatedMachines } from '../simulated/machines.ts'
import { createSimulatedHost } from '../simulated/simulated-host.ts'
import { reportHtml } from './report-html.ts'

const attack = `"'><script>alert(1)</script><img src=https://fabrikam.com/x onerror=alert(2)>&lt;\u202e\u0000\ud800`

/** The same report with this in the place of every text. */
const poisoned = (value: unknown): unknown => {
  if (typeof value === 'string') return attack
  if (Array.isArray(value)) return value.map(poisoned)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, poisoned(each)]))
}

const tagsIn = (page: string): readonly string[] => [
  ...new Set([...page.replace(/<style>[^<]*<\/style>/, '').matchAll(/<([a-z][a-z0-9]*)/gi)].map(([, tag = '']) => tag)),
]

describe('report.html', () => {
  const report = reportOf({ allowOnlineId: 0 }, { account: 'adele@contoso.com', peer: 'PC-0999' })
  const page = reportHtml(report, [])

  test('says the verdict, every finding, its evidence and the coverage', () => {
    assert.ok(page.includes(`<h1>${report.verdict.headline}</h1>`))
    for (const { id, status } of report.findings.filter((finding) => finding.status !== 'not-applicable'))
      assert.ok(page.includes(`id="finding-${id}"`), `${id} ${status}`)
    assert.ok(page.includes('AllowOnlineID'))
    assert.ok(page.includes(`${report.coverage.answered} of ${report.coverage.asked} questions were answered.`))
  })

  test('forbids everything and loads nothing', () => {
    assert.match(
      page,
      /<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;sha256-[\w+/=]+&#39;;/,
    )
    assert.deepEqual(
      tagsIn(page).filter((tag) =>
        ['script', 'img', 'link', 'iframe', 'object', 'base', 'form', 'image', 'use'].includes(tag),
      ),
      [],
    )
    assert.doesNotMatch(page, /@import|url\(/)
    assert.doesNotMatch(page, /\son[a-z]+=/)
  })

  test('every table has a caption and every section a heading of its own', () => {
    assert.equal([...page.matchAll(/<table>\s*<caption>/g)].length, [...page.matchAll(/<table/g)].length)
    for (const [, id = ''] of page.matchAll(/<section aria-labelledby="([^"]+)"/g))
      assert.ok(page.includes(`<h2 id="${id}"`), id)
    assert.equal([...page.matchAll(/<h1/g)].length, 1)
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
    assert.equal(new Set(ids).size, ids.length)
  })

  test('a hostile machine adds no markup', () => {
    const { findings, ...rest } = report
    const hostile = {
      ...(poisoned(rest) as typeof rest),
      format: report.format,
      verdict: { ...report.verdict, headline: attack, next: [attack] },
      intent: { ...report.intent, account: attack, peer: attack },
      source: report.source,
      findings: findings.map((finding) => ({
        ...finding,
        title: attack,
        detail: `${attack}\n${attack}`,
        evidence: [{ source: attack, where: attack, what: attack }],
        links: [{ title: attack, url: `javascript:${attack}` }],
      })),
    }
    const entry = { ...journalEntry(), by: attack }
    const shown = reportHtml(hostile, [entry])
    assert.deepEqual(
      tagsIn(shown).filter((tag) => !tagsIn(page).includes(tag)),
      [],
    )
    assert.doesNotMatch(shown, /<script|<img|[\u0000\u202e]|javascript:[^"]*"/)
    assert.ok(shown.includes('&lt;script&gt;'))
    assert.doesNotMatch(shown, /\p{Cs}/u)
  })

  test('what was changed on the PC is told', () => {
    const shown = reportHtml(report, [journalEntry()])
    assert.match(shown, /<caption>[^<]+ · In force · written /)
    assert.ok(page.includes('PKU2U Doctor has changed nothing on this PC.'))
  })

  test('the picture says in words what it draws', () => {
    assert.match(page, /<svg [^>]*role="img" aria-labelledby="picture-title picture-text">/)
    assert.match(page, /<desc id="picture-text">PC-0417 connects to PC-0999\./)
  })

  for (const { name, intent } of simulatedMachines)
    test(`${name} makes the same page twice`, async () => {
      const made = async () => reportHtml(await runChecks({ host: createSimulatedHost(name), intent }), [])
      assert.equal(await made(), await made())
    })
})

describe('both ends', () => {
  const account = { account: 'adele@contoso.com' } as const
  const target = {
    hostName: 'PC-0600',
    remoteDesktopOn: true,
    remoteDesktopUsers: [{ sid: 'S-1-12-1-1-2-3-4', name: 'AzureAD\\adele@contoso.com' }],
  } as const
  const pageOf = (mine: Report, theirs: Report): string =>
    reportHtml(withOtherEnd(mine, caseCodeOf(endOfReport(theirs))), [])
  const crosses = (page: string): number => [...page.matchAll(/class="tone bad" d="M\d+ 43 L/g)].length
  const client = reportOf({}, account)
  const blocked = reportOf({ ...target, allowOnlineId: 0 }, { ...server, ...account })

  test('are drawn with their states, and the line is broken where one of them says so', () => {
    const page = pageOf(client, blocked)
    assert.match(page, /<h2 id="both">Both ends: Fix the server<\/h2>/)
    assert.match(page, /The other PC: Can be fixed here, by its case code\. The line is broken at the server\.<\/desc>/)
    assert.match(page, /<h3>Server, the other PC <span class="caution">· Can be fixed here<\/span><\/h3>\s*<ol><li>/)
    assert.match(page, /<h3>Client, this PC <span class="good">· Ready<\/span><\/h3>\s*<p>Nothing to do there\.<\/p>/)
    assert.equal(crosses(page), 1)
    assert.match(page, /d="M322 51|M314 43 L330 59/)
  })

  test('the server sees the same break on its own side', () => {
    const page = pageOf(blocked, client)
    assert.match(page, /The line is broken at the server\.<\/desc>/)
    assert.match(page, /M220 43 L236 59/)
  })

  test('two ends that fit have a whole line, and two clients one that is broken in the middle', () => {
    const fitting = pageOf(client, reportOf(target, { ...server, ...account }))
    assert.match(fitting, /<h2 id="both">Both ends: Go<\/h2>/)
    assert.equal(crosses(fitting), 0)
    assert.match(pageOf(client, reportOf(target, account)), /M267 43 L283 59/)
  })

  test('a server nobody reaches breaks the line of two ends that fit', () => {
    const unreached = client.findings.map((finding) =>
      finding.id === 'network.target' ? { ...finding, status: 'fail' as const } : finding,
    )
    const page = pageOf({ ...client, findings: unreached }, reportOf(target, { ...server, ...account }))
    assert.equal(crosses(page), 1)
  })

  test('what the other end would say adds no markup', () => {
    const { otherEnd } = withOtherEnd(client, caseCodeOf(endOfReport(blocked)))
    assert.ok(otherEnd)
    const { pair } = otherEnd
    const hostile = {
      createdAt: attack,
      pair: {
        ...pair,
        verdict: { ...pair.verdict, headline: attack },
        server: { ...pair.server, next: [attack] },
        reasons: [{ end: 'both', id: attack, text: attack }] as const,
      },
    }
    const page = reportHtml({ ...client, otherEnd: hostile }, [])
    assert.doesNotMatch(page, /<script|<img|[\u0000\u202e]/)
    assert.ok(page.includes('&lt;script&gt;'))
  })
})

test('answers to the guided tests are a table; without any there is none', () => {
  const report = reportOf({ securityKeys: true }, { track: 'security-key' })
  assert.ok(!reportHtml(report, []).includes('Guided test run'))
  const testRun = [
    { id: 'unlock', title: 'Unlock with the key', answer: 'failed', note: 'Asks for <a> password.' },
  ] as const
  const page = reportHtml({ ...report, testRun }, [])
  assert.match(page, /<table><caption>Answers of/)
  assert.match(page, /<th scope="row">Unlock with the key<\/th><td>Failed<\/td><td>Asks for &lt;a&gt; password\.<\/td>/)
})
