import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createSession } from './session.ts'

test('the token opens the door once; only the key it gave is held', () => {
  const session = createSession()
  assert.equal(session.holds(''), false)
  assert.equal(session.exchange('wrong'), null)
  const key = session.exchange(session.token) ?? ''
  assert.ok(key.length >= 40 && key !== session.token)
  assert.equal(session.exchange(session.token), null)
  assert.equal(session.holds(key), true)
  for (const wrong of ['', session.token, key.slice(1), `${key}x`, key.toUpperCase()])
    assert.equal(session.holds(wrong), false)
})

test('two sessions share nothing', () => {
  const [one, two] = [createSession(), createSession()]
  assert.notEqual(one.token, two.token)
  const key = one.exchange(one.token) ?? ''
  two.exchange(two.token)
  assert.equal(two.holds(key), false)
})
