import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleFinding, sampleReport } from '../renderer/store/sample-report.ts'
import { defaultIntent } from './intent.ts'
import { ticketText } from './ticket-text.ts'

test('a ticket says the verdict, the case, what is wrong and what was not read', () => {
  const report = sampleReport({
    source: 'simulated',
    intent: { ...defaultIntent, account: 'adele@contoso.com' },
    verdict: { state: 'fixable', headline: 'PKU2U is blocked.', next: ['Allow it.', 'Check again.'] },
    findings: [
      sampleFinding({ id: 'pku2u.setting', status: 'fail', title: 'PKU2U is allowed', detail: 'It is blocked.' }),
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
      '- [fail] pku2u.setting: PKU2U is allowed. It is blocked.',
      '',
      'What could not be read',
      '- [unknown] network.target: Title. Detail.',
      '',
      '13 of 14 questions answered. 2026-11-20T09:15:00Z, PKU2U Doctor 0.1.0',
      '',
    ].join('\n'),
  )
})

test('a live report needs no word about where it comes from', () => {
  assert.match(ticketText(sampleReport(), null), /^PC: PC-0417$/m)
})
