import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defaultIntent } from '../../../shared/intent.ts'
import type { Status } from '../../../shared/report.ts'
import type { TargetProbe } from '../../../shared/target-probe.ts'
import { sampleFinding, sampleReport } from '../../store/sample-report.ts'
import type { TargetAnswer } from '../../store/target-slice.ts'
import { testRunSaid } from './test-run-words.ts'
import { webAccountWords } from './web-account-words.ts'

const report = (path: 'pku2u' | 'web', status: Status, peer: string | null = 'PC-0600') =>
  sampleReport({
    intent: { ...defaultIntent, track: 'security-key', path, peer },
    findings: [sampleFinding({ id: 'network.target', status, detail: 'It refuses.' })],
  })
const idle: TargetAnswer = { phase: 'idle' }
const answered = (
  accepted: TargetProbe['accepted'],
  asked: readonly ['RDSAAD' | 'SSL'] = ['RDSAAD'],
): TargetAnswer => ({
  phase: 'answered',
  question: { machine: null, target: 'PC-0600', path: 'web', adminPorts: false },
  probe: {
    target: 'PC-0600',
    port: 3389,
    outcome: 'ok',
    resolved: [],
    tried: [{ requested: [...asked], selected: accepted[0] ?? null, failure: null }],
    accepted,
    certificate: null,
  },
})

for (const [what, given, answer, said] of [
  ['no other PC', report('web', 'pass', null), idle, null],
  ['the check saw it', report('web', 'pass'), idle, /^PC-0600 takes a web account/],
  ['the listener said so', report('pku2u', 'unknown'), answered(['RDSAAD']), /^PC-0600 takes a web account/],
  ['the check was refused', report('web', 'fail'), idle, /did not offer the web account\. It refuses\.$/],
  ['the listener did not', report('web', 'unknown'), answered([]), /did not offer the web account\.$/],
  ['the listener was asked something else', report('web', 'unknown'), answered(['SSL'], ['SSL']), /was not seen/],
  ['nobody saw', report('web', 'unknown'), idle, /was not seen/],
  ['nobody asked', report('pku2u', 'unknown'), idle, /was not asked\. Choose the web account/],
] as const)
  test(`web account: ${what}`, () => {
    const words = webAccountWords(given, answer)
    if (said === null) assert.equal(words, null)
    else assert.match(words ?? '', said)
  })

const format = 'pku2u-doctor/test-run@1' as const
const passed = { id: 'unlock', answer: 'passed', note: '' } as const

test('what is said of the answers follows what stands in the report', () => {
  assert.equal(testRunSaid([], null), '')
  assert.equal(testRunSaid([passed], null), 'Not in the report yet.')
  assert.equal(testRunSaid([passed], { format, answers: [passed] }), 'In the report: 1 passed.')
  assert.equal(testRunSaid([], { format, answers: [passed] }), 'Changed since it was put into the report.')
  const noted = { ...passed, note: 'slow' }
  assert.equal(testRunSaid([noted], { format, answers: [passed] }), 'Changed since it was put into the report.')
})
