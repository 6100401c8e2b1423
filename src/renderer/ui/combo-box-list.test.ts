import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Choice, matching, moved } from './combo-box-list.ts'

const choices: readonly Choice[] = [
  { id: 'client-value-off', title: 'Switched off by hand', text: 'Nobody owns the 0.' },
  { id: 'server-default', title: 'Windows Server', text: 'Never allowed it.' },
]

test('a search finds words in any order, in the name, the title and the story', () => {
  const found = (query: string) => matching(choices, query).map(({ id }) => id)
  assert.deepEqual(found(''), ['client-value-off', 'server-default'])
  assert.deepEqual(found('HAND off'), ['client-value-off'])
  assert.deepEqual(found('never server-default'), ['server-default'])
  assert.deepEqual(found('server hand'), [])
})

test('arrows go round, pages stop at the ends, other keys are not taken', () => {
  assert.equal(moved('ArrowDown', 1, 2), 0)
  assert.equal(moved('ArrowUp', 0, 2), 1)
  assert.equal(moved('PageDown', 0, 12), 5)
  assert.equal(moved('PageUp', 3, 12), 0)
  assert.equal(moved('a', 0, 2), null)
  assert.equal(moved('ArrowDown', 0, 0), null)
})
