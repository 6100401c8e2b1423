import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { powershellTokens } from '../../../test/kit/powershell-tokens.ts'
import { powershellLiteral } from './powershell-literal.ts'

const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom("'", '\u2018', '\u2019', '\u201a', '\u201b', '"', '\u201c', '$', '(', ')', '`', ';', '\n', '#'),
    fc.string({ minLength: 1, maxLength: 1, unit: 'binary' }),
  ),
})

test('any text is one literal with exactly that value, whatever stands around it', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const tokens = powershellTokens(`$a = ${powershellLiteral(text)}; Remove-Item x`)
      assert.deepEqual(
        tokens.map(({ kind }) => kind),
        ['variable', 'sign', 'literal', 'sign', 'word', 'word'],
      )
      assert.equal(tokens[2]?.value, text)
    }),
    { numRuns: 5000 },
  )
})

test('the tokenizer sees an escape where there is one', () => {
  for (const quote of ["'", '\u2018', '\u2019', '\u201a', '\u201b']) {
    const escaped = powershellTokens(`$a = 'x${quote}; Remove-Item y #'`)
    assert.ok(
      escaped.some(({ kind, value }) => kind === 'word' && value === 'Remove-Item'),
      quote,
    )
    assert.throws(() => powershellTokens(`$a = 'x${quote}${quote}`))
  }
})
