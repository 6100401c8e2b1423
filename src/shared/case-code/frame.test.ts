import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { base32Alphabet, symbolOf } from './base32.ts'
import { mostSymbols, writeFrame } from './frame.ts'
import { readFrame } from './read-frame.ts'

const framed = fc.record({
  version: fc.integer({ min: 0, max: 15 }),
  symbols: fc.array(fc.integer({ min: 0, max: 31 }), { maxLength: mostSymbols }),
})
/** The same hundred every time. */
const hundred = fc.sample(framed, { numRuns: 100, seed: 417 }).map(writeFrame)
const plain = (code: string): string => code.replaceAll('-', '')
const messageOf = (text: string): string => {
  const read = readFrame(text)
  return read.ok ? '' : read.fault.message
}
const at = (text: string, place: number): string => text[place] ?? ''

describe('the frame of a case code', () => {
  test('is read back, followed by zeros, in at most 400 characters of ASCII letters, digits and hyphens', () => {
    fc.assert(
      fc.property(framed, ({ version, symbols }) => {
        const code = writeFrame({ version, symbols })
        assert.match(code, /^[0-9A-HJKMNP-TV-Z]{5}(?:-[0-9A-HJKMNP-TV-Z]{5})+$/)
        assert.ok(code.length <= 400, String(code.length))
        const read = readFrame(code)
        assert.ok(read.ok, messageOf(code))
        assert.equal(read.value.version, version)
        assert.deepEqual(read.value.symbols.slice(0, symbols.length), symbols)
        assert.ok(read.value.symbols.slice(symbols.length).every((symbol) => symbol === 0))
      }),
    )
  })

  test('every single wrong character of 100 codes is refused, and its group named', () => {
    for (const code of hundred) {
      const text = plain(code)
      for (let place = 0; place < text.length; place++)
        for (const other of base32Alphabet) {
          if (other === at(text, place)) continue
          const changed = text.slice(0, place) + other + text.slice(place + 1)
          assert.match(messageOf(changed), new RegExp(`group ${Math.floor(place / 5) + 1} \\(`), changed)
        }
    }
  })

  test('every swap of neighbours of 100 codes is refused, and a group of them named', () => {
    for (const code of hundred) {
      const text = plain(code)
      for (let place = 0; place + 1 < text.length; place++) {
        if (at(text, place) === at(text, place + 1)) continue
        const changed = text.slice(0, place) + at(text, place + 1) + at(text, place) + text.slice(place + 2)
        assert.match(messageOf(changed), new RegExp(`[Gg]roup ${Math.floor(place / 5) + 1} \\(`), changed)
      }
    }
  })

  test('every lost, doubled or swapped group of 100 codes is refused', () => {
    for (const code of hundred) {
      const groups = code.split('-')
      for (let place = 0; place < groups.length; place++) {
        const lost = groups.toSpliced(place, 1).join('-')
        const doubled = groups.toSpliced(place, 0, groups[place] ?? '').join('-')
        const [a = '', b = ''] = [groups[place], groups[place + 1]]
        assert.notEqual(messageOf(lost), '', lost)
        assert.notEqual(messageOf(doubled), '', doubled)
        if (b !== '' && a !== b) assert.notEqual(messageOf(groups.toSpliced(place, 2, b, a).join('-')), '')
      }
    }
  })

  test('letter case, separators, O, I and L do not matter', () => {
    for (const code of hundred) {
      const expected = readFrame(code)
      const spoken = code.replaceAll('0', 'o').replaceAll('1', 'l').toLowerCase()
      for (const variant of [
        plain(code),
        spoken,
        code.replaceAll('1', 'I'),
        code.replaceAll('-', ' – \n'),
        `code:${code}`,
      ])
        assert.deepEqual(readFrame(variant), expected, variant)
    }
  })
})

describe('what is said about a mistake', () => {
  const code = writeFrame({ version: 1, symbols: Array.from({ length: 30 }, (_, place) => (place * 7) % 32) })
  const groups = code.split('-')

  test('an unfinished code says how far it is', () => {
    assert.match(messageOf(groups.slice(0, 3).join('-')), /not complete: 15 of 45 characters, correct so far/)
    assert.match(messageOf(code.slice(0, -1)), /not complete: 44 of 45.*within group 9 \(/)
    assert.match(messageOf('2'), /not complete/)
    assert.match(messageOf(' - '), /no code here/)
  })

  test('a piece with a character too few or too many names itself', () => {
    const short = groups.with(3, (groups[3] ?? '').slice(1)).join('-')
    assert.match(messageOf(short), /group 4 \(/)
    const long = groups.with(5, `${groups[5]}7`).join(' ')
    assert.match(messageOf(long), /group 6 \(/)
  })

  test('a sign in the place of any character names the group', () => {
    for (const each of hundred.slice(0, 20))
      for (const [place, character] of [...each].entries()) {
        if (character === '-') continue
        const spoilt = `${each.slice(0, place)}?${each.slice(place + 1)}`
        assert.match(messageOf(spoilt), new RegExp(`group ${Math.floor(place / 6) + 1} \\(`), spoilt)
      }
  })

  test('a lost character without separators names the group from which on nothing fits', () => {
    const text = plain(code)
    assert.match(messageOf(text.slice(0, 11) + text.slice(12)), /From group 3 \(/)
  })

  test('and does so where groups behind it agree with themselves by chance', () => {
    const long = fc.array(fc.integer({ min: 0, max: 31 }), { minLength: 60, maxLength: 90 })
    for (const symbols of fc.sample(long, { numRuns: 40, seed: 417 })) {
      const text = plain(writeFrame({ version: 1, symbols }))
      for (let place = 5; place < text.length - 30; place++)
        assert.match(messageOf(text.slice(0, place) + text.slice(place + 1)), /^From group \d+ \(/, text)
    }
  })

  test('a character that no code has is named with its group', () => {
    assert.match(messageOf(groups.with(2, 'ABCUE').join('-')), /no “U”.*group 3 \(ABCUE\)/)
    assert.match(messageOf(groups.with(1, 'ÄBCDE').join('-')), /no “Ä”.*group 2 \(/)
  })

  test('more than one mistake in different groups names each', () => {
    const other = (group: string): string => base32Alphabet[(symbolOf(at(group, 0)) + 1) % 32] + group.slice(1)
    const changed = groups
      .with(1, other(groups[1] ?? ''))
      .with(4, other(groups[4] ?? ''))
      .join('-')
    assert.match(messageOf(changed), /group 2 \(.*\) and group 5 \(/)
  })

  test('what is far from a code is said in a sentence, not group by group', () => {
    assert.match(messageOf('x'.repeat(100_000)), /^This is no case code: it has more than 315 characters\.$/)
    const wrong = `${groups[0]}${'X'.repeat(15)}${groups[4]}${'Y'.repeat(15)}${groups[8]}`
    assert.match(messageOf(wrong), /group 2 \(XXXXX\) and group 3 .* and 2 more\. /)
  })

  test('something after the end', () => {
    assert.notEqual(messageOf(`${code}-${groups[8]}`), '')
    assert.match(messageOf(`${code}-7`), /goes on after its end, which is group 9/)
  })
})
