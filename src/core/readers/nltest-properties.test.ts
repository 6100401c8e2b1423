import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { type DcModel, dcModel, nltestLooks, renderNltest } from '../../../test/captures/render-nltest.ts'
import { type Nltest, readNltest } from './nltest.ts'

const read = (text: string): Nltest => {
  const found = readNltest(text)
  assert.ok(found.ok, found.ok ? '' : found.fault.message)
  return found.value
}
const yesNo = (there: boolean) => (there ? 'yes' : 'no')

const expected = (model: DcModel): Nltest => ({
  found: true,
  ...model,
  keyList: yesNo(model.flags.some((flag) => ['KEYLIST', '0x20000', '0x60000'].includes(flag))),
  kdc: yesNo(model.flags.includes('KDC')),
  writable: yesNo(model.flags.includes('WRITABLE')),
  status: { code: 0, name: null },
  secureChannel: null,
})

describe('nltest reader, any output', () => {
  test('facts come back in any language', () => {
    fc.assert(
      fc.property(dcModel, nltestLooks, (model, look) => {
        assert.deepEqual(read(renderNltest(model, look)), expected(model))
      }),
      { numRuns: 2000 },
    )
  })
  test('cut at any character it never throws and never answers anew', () => {
    fc.assert(
      fc.property(dcModel, nltestLooks, fc.nat(), (model, look, at) => {
        // A line end that falls on the cut of a window looks like the end of the flags, so only real consoles count.
        const text = renderNltest(model, { ...look, before: [], wrap: look.wrap === null ? null : 80 })
        const whole = expected(model)
        for (const part of [text.slice(0, at % text.length), text.slice(at % text.length)]) {
          const found = readNltest(part)
          if (!found.ok) continue
          for (const name of ['keyList', 'kdc', 'writable'] as const)
            if (found.value[name] !== 'unknown') assert.equal(found.value[name], whole[name], name)
        }
      }),
      { numRuns: 3000 },
    )
  })
  test('never throws on any text', () => {
    const pieces = fc.constantFrom(
      '\\\\',
      ': ',
      'DC01',
      'Flags',
      'KDC',
      ' ',
      '\n',
      'KEYLIST',
      '0x20000',
      'Status = ',
      '1355 0x54b ',
      'ERROR_X',
      '：',
      'DNS_FOR',
      'EST',
      '=',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 50 }), (parts) => void readNltest(parts.join(''))),
      { numRuns: 3000 },
    )
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void readNltest(text)))
  })
})
