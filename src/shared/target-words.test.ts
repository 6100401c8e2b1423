import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TargetProbe, TargetTry } from './target-probe.ts'
import { failureText, targetText, tryTexts, untriedText } from './target-words.ts'

const nla = ['SSL', 'HYBRID', 'HYBRID_EX', 'RDSTLS'] as const
const probeWith = (...tried: readonly TargetTry[]): TargetProbe => ({
  target: 'PC-0600',
  port: 3389,
  outcome: 'ok',
  resolved: ['192.0.2.20'],
  tried,
  accepted: tried.flatMap(({ selected }) => (selected === null ? [] : [selected])),
  certificate: null,
})

test('TLS in place of NLA is never told without what was offered', () => {
  const text = targetText(probeWith({ requested: nla, selected: 'SSL', failure: null }), 'pku2u')
  assert.match(text, /was offered Network Level Authentication together with TLS, and chose TLS/)
  assert.doesNotMatch(text, /\boff\b/)
  const onWebPath = targetText(probeWith({ requested: nla, selected: 'SSL', failure: null }), 'web')
  assert.match(onWebPath, /Whether it takes a web account was not seen/)
  const tlsAlone = targetText(probeWith({ requested: ['SSL'], selected: 'SSL', failure: null }), 'pku2u')
  assert.match(tlsAlone, /was not seen/)
})

test('NLA that is taken and not required is told apart from NLA that is', () => {
  const first = { requested: nla, selected: 'HYBRID', failure: null } as const
  const required = { requested: ['SSL'], selected: null, failure: { code: 5, name: 'N' } } as const
  const optional = { requested: ['SSL'], selected: 'SSL', failure: null } as const
  assert.equal(
    targetText(probeWith(first, required), 'pku2u'),
    'PC-0600 answers and takes Network Level Authentication, as this path needs.',
  )
  assert.match(targetText(probeWith(first, optional), 'pku2u'), /does not require/)
})

test('every failure code has words of its own', () => {
  const texts = [1, 2, 3, 4, 5, 6].map((code) => failureText({ code, name: 'NAME' }))
  assert.equal(new Set(texts.map((text) => text.split(' (')[0])).size, 6)
  assert.match(failureText({ code: 7, name: 'UNKNOWN' }), /not known here \(failure 7, UNKNOWN\)/)
})

test('a request and its answer', () => {
  assert.deepEqual(tryTexts({ requested: ['RDSAAD'], selected: null, failure: { code: 2, name: 'N' } }), [
    'web account (RDSAAD)',
    'Refused: it takes standard RDP security only, without TLS (failure 2, N)',
  ])
  assert.deepEqual(tryTexts({ requested: ['SSL'], selected: 'SSL', failure: null }), ['TLS', 'Selected TLS'])
  assert.deepEqual(tryTexts({ requested: [], selected: null, failure: null }), [
    'standard RDP security',
    'No answer that could be read',
  ])
})

test('what was not tried is said', () => {
  const first = { requested: nla, selected: 'HYBRID', failure: null } as const
  const web = { requested: ['RDSAAD'], selected: 'RDSAAD', failure: null } as const
  assert.match(untriedText(probeWith(first)) ?? '', /web account was not asked about/)
  assert.doesNotMatch(untriedText(probeWith(first, web)) ?? '', /not asked about/)
  assert.equal(untriedText({ ...probeWith(), outcome: 'refused' }), null)
})
