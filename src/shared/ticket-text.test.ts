import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleFinding, sampleReport } from '../renderer/store/sample-report.ts'
import { defaultIntent } from './intent.ts'
import { longestTicket, ticketText } from './ticket-text.ts'

test('a ticket says the verdict, the case, what is wrong and what was not read', () => {
  const report = sampleReport({
    source: 'simulated',
    intent: { ...defaultIntent, account: 'adele@contoso.com' },
    verdict: { state: 'fixable', headline: 'PKU2U is blocked.', next: ['Allow it.', 'Check again.'] },
    findings: [
      sampleFinding({ id: 'pku2u.setting', status: 'fail', title: 'PKU2U setting', detail: 'It is blocked.' }),
      sampleFinding({ id: 'network.target', status: 'unknown' }),
      sampleFinding({ id: 'os.supported', status: 'pass' }),
    ],
    coverage: { asked: 14, answered: 13, gaps: [] },
  })
  assert.equal(
    ticketText(report, 'client-value-off'),
    [
      'CAN BE FIXED HERE: PKU2U is blocked.',
      '',
      'PC: PC-0417 (Simulated machine: client-value-off)',
      'Case: This PC connects to another',
      'Sign-in: Network Level Authentication (PKU2U)',
      'Account: AzureAD\\adele@contoso.com',
      'Other PC: Not given',
      '',
      'What to do',
      '1. Allow it.',
      '2. Check again.',
      '',
      'What is wrong',
      '- Problem: PKU2U setting (pku2u.setting). It is blocked.',
      '',
      'What could not be read',
      '- Not read: Title (network.target). Detail.',
      '',
      '13 of 14 questions answered. 2026-11-20T09:15:00Z, PKU2U Doctor 0.1.0',
      '',
    ].join('\n'),
  )
})

test('where the other end is known, one line says what both are together', () => {
  const headline = `The server stands in the way. ${'It stands there since yesterday. '.repeat(20)}`
  const end = { state: 'fixable', next: [] } as const
  const pair = { verdict: { state: 'fix-server', headline }, client: end, server: end, reasons: [] } as const
  const ticket = ticketText(sampleReport({ otherEnd: { createdAt: '2026-11-20T09:15:00Z', pair } }))
  const [line, ...more] = ticket.split('\n').filter((each) => each.startsWith('Both ends: '))
  assert.match(line ?? '', /^Both ends: The server stands in the way\. (?:It stands there since yesterday\. ?)+$/)
  assert.ok((line ?? '').length <= 260)
  assert.deepEqual(more, [])
})

test('a live report needs no word about where it comes from', () => {
  assert.match(ticketText(sampleReport(), null), /^PC: PC-0417$/m)
})

test('it is never longer than a ticket takes, and never cut inside a sentence', () => {
  const detail = 'The first sentence says what is wrong here. The second one says much more about it. A third follows.'
  const report = sampleReport({
    verdict: { state: 'action', headline: 'Many things are wrong.', next: Array.from({ length: 12 }, () => detail) },
    findings: Array.from({ length: 20 }, (_, index) =>
      sampleFinding({ id: `rdp.check-${index}`, status: 'fail', title: 'A title', detail }),
    ),
  })
  const text = ticketText(report)
  assert.ok(text.length <= longestTicket, `${text.length}`)
  assert.ok(text.length > longestTicket - 150, `${text.length}`)
  assert.match(text, /^\d+ more lines are in the report\.$/m)
  for (const line of text.split('\n').filter((each) => /^\d+\. |^- /.test(each))) assert.match(line, /[.]$/)
})

test('names of any length leave room for the verdict', () => {
  const long = 'x'.repeat(5000)
  const sample = sampleReport()
  const text = ticketText({
    ...sample,
    intent: { ...defaultIntent, account: `${long}@contoso.com`, peer: long },
    facts: { ...sample.facts, host: { name: `${long}\n${long}` } },
    verdict: { state: 'ready', headline: long, next: [long, 'Check the other PC too.'] },
  })
  assert.ok(text.length <= longestTicket, `${text.length}`)
  assert.match(text, /^READY: x/)
  assert.match(text, /^2\. Check the other PC too\.$/m)
})

test('where a policy owns the setting, it sends people to the security team', () => {
  const findings = [sampleFinding({ id: 'pku2u.owner', status: 'fail' })]
  assert.match(ticketText(sampleReport({ findings })), /talk to the security team/)
  assert.doesNotMatch(ticketText(sampleReport()), /security team/)
})

test('answers to the guided tests stand in the ticket', () => {
  const text = ticketText(
    sampleReport({
      testRun: [
        { id: 'provision', title: 'Add a key to the account', answer: 'passed', note: '' },
        { id: 'unlock', title: 'Unlock with the key', answer: 'failed', note: 'Asks for the\npassword.' },
      ],
    }),
  )
  assert.match(
    text,
    /\nGuided test run\n- Add a key to the account: passed\.\n- Unlock .*: failed\. Asks for the password\.\n/,
  )
})
