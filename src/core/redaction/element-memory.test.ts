import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Cut, newElementMemory } from './element-memory.ts'

const inEvents = (elements: readonly string[]): string => `before<Event a><${elements.join('><')}></Event>after`
const elementsOf = <T>(text: string, { count, starts, ends }: Cut<T>): readonly string[] =>
  Array.from({ length: count }, (_, index) => text.slice(starts[index], ends[index]))

test('a text is cut between its elements, and what stands around its events is told', () => {
  const element = fc.string({ unit: fc.constantFrom('a', 'ü', '山', '\u{1f511}', '<', '>', ' ', '/'), maxLength: 12 })
  fc.assert(
    fc.property(fc.array(element, { minLength: 1 }), (elements) => {
      const text = inEvents(elements)
      const cut = newElementMemory<true>().cut(text)
      assert.ok(cut)
      assert.deepEqual([cut.before, cut.after], ['before', 'after'])
      assert.deepEqual(elementsOf(text, cut), `Event a><${elements.join('><')}></Event`.split('><'))
    }),
  )
  for (const text of ['', 'no events', '<Event a>', '</Event><Event a>', inEvents(['-----BEGIN PRIVATE KEY-----'])])
    assert.equal(newElementMemory().cut(text), null, text)
})

test('an element is known again as a whole, never by a part of it', () => {
  const memory = newElementMemory<string>()
  const middle = (letter: string): string => `Data Name='m'>${'-'.repeat(20)}${letter}${'-'.repeat(20)}</Data`
  const letters = [...'abcdefghijklmnopqrstuvwxyz'].map(middle)
  memory.cut(inEvents(letters))
  for (const element of letters.slice(1)) memory.keep(element, element)
  // Elements that are alike share the places they may stand in, so that some are given away again.
  for (const last of [letters.at(-1) ?? '', letters[1] ?? '']) {
    memory.keep(last, last)
    const text = inEvents(letters)
    const cut = memory.cut(text)
    assert.ok(cut)
    const elements = elementsOf(text, cut)
    assert.deepEqual(
      cut.kept.filter((value, index) => value !== undefined && value !== elements[index]),
      [],
    )
    assert.equal(cut.kept[elements.indexOf(last)], last)
    assert.equal(cut.kept[elements.indexOf(middle('a'))], undefined)
  }
})

test('all is forgotten when what is known of names changes, and when there is no room for more', () => {
  let version = 1
  const memory = newElementMemory<number>(() => version)
  const isKept = (element: string): boolean => memory.cut(inEvents([element]))?.kept.includes(417) ?? false
  isKept('Level>2</Level')
  memory.keep('Level>2</Level', 417)
  assert.ok(isKept('Level>2</Level'))
  version = 2
  assert.ok(!isKept('Level>2</Level'))
  memory.keep('Level>2</Level', 417)
  const large = 'x'.repeat(200_000)
  for (let index = 0; index < 12; index++) {
    assert.ok(!isKept(`${large}${index}`))
    memory.keep(`${large}${index}`, 417)
  }
  assert.ok(!isKept('Level>2</Level'))
  memory.keep('Level>2</Level', 417)
  assert.ok(isKept('Level>2</Level'))
})
