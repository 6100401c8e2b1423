import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newCaseKey, openCaseKey } from './case-key.ts'

test('a token is its kind and twelve characters, the same for every spelling and every run', async () => {
  const [key, again, other] = await Promise.all([openCaseKey('one'), openCaseKey(' one\n'), openCaseKey('two')])
  const token = key.token('user', 'Adele@Contoso.com')
  assert.match(token, /^user-[0-9a-hjkmnp-tv-z]{12}$/)
  assert.equal(again.token('user', 'adele@contoso.COM'), token)
  assert.equal(again.id, key.id)
  assert.notEqual(other.token('user', 'adele@contoso.com'), token)
  assert.notEqual(other.id, key.id)
  assert.notEqual(key.token('user', 'megan@contoso.com'), token)
  assert.equal(key.token('host', 'E\u0301COLE'), key.token('host', 'école'))
})

test('a key knows its own tokens from names that look like tokens', async () => {
  const [key, other] = await Promise.all([openCaseKey('one'), openCaseKey('two')])
  assert.ok(key.isToken(key.token('host', 'PC-0417')))
  assert.ok(!key.isToken(other.token('host', 'PC-0417')))
  for (const name of ['host-0123456789ab', 'host-1', 'PC-0417', '', `${key.token('host', 'PC-0417')}x`])
    assert.ok(!key.isToken(name), name)
})

test('a new key has a form that can be read out, and is never the same', () => {
  const made = new Set(Array.from({ length: 50 }, newCaseKey))
  assert.equal(made.size, 50)
  for (const text of made) assert.match(text, /^(?:[0-9a-hjkmnp-tv-z]{4}-){4}[0-9a-hjkmnp-tv-z]{4}$/)
})
