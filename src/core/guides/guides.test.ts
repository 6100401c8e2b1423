import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createFindLink } from '../../main/security/external-links.ts'
import { checks } from '../checks/registry.ts'
import { fixes } from '../fixes/registry.ts'
import { allRules, guides } from './registry.ts'

test('every topic has an id of its own, paragraphs, whole tables and https links', () => {
  assert.equal(new Set(guides.map(({ id }) => id)).size, guides.length)
  for (const { id, title, text, table, links } of guides) {
    assert.match(id, /^guide\.[a-z0-9-]+$/)
    assert.ok(title.length > 0 && text.length > 0, id)
    for (const { title: name, url } of links) assert.ok(name.length > 0 && url.startsWith('https://'), id)
    for (const row of table?.rows ?? []) assert.equal(row.length, table?.columns.length, `${id}: ${row[0]}`)
  }
})

test('words are set as everywhere else: no straight apostrophes or quotes', () => {
  for (const { id, title, text, table } of guides)
    for (const words of [title, ...text, ...(table?.columns ?? []), ...(table?.rows.flat() ?? [])])
      assert.doesNotMatch(words, /['"]/, id)
})

test('a fix that a topic names exists', () => {
  const ids: readonly string[] = fixes.map(({ id }) => id)
  const named = JSON.stringify(guides).match(/\b(?:pku2u|security-key)\.[a-z][a-z-]+/g) ?? []
  assert.ok(named.length > 3)
  for (const id of named) assert.ok(ids.includes(id), id)
})

test('the window opens a link of a topic by its id and number', () => {
  const findLink = createFindLink([...checks, ...guides])
  for (const { id, links } of guides)
    for (const [index, { url }] of links.entries()) assert.equal(findLink(id, index), url)
})

test('the rules hold every check, fix and topic', () => {
  assert.deepEqual(
    [allRules.checks.length, allRules.fixes.length, allRules.guides.length],
    [checks.length, fixes.length, guides.length],
  )
})
