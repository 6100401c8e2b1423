import assert from 'node:assert/strict'
import { test } from 'node:test'
import { printable } from './printable.ts'

test('what a console would act upon is shown instead', () => {
  assert.equal(printable('PC\u001b[2J\u0007'), 'PC\ufffd[2J\ufffd')
  assert.equal(printable('READY\rFAIL'), 'READY\ufffdFAIL')
  assert.equal(printable('a\u202Etxt.zip \u009b31m'), 'a\ufffdtxt.zip \ufffd31m')
})

test('text stays as it is', () => {
  const text = 'FIXABLE: it’s “off” → on\r\n\tZoë, 東京, 👩‍💻\n'
  assert.equal(printable(text), text)
})
