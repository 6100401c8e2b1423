import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checks } from '../../core/checks/registry.ts'
import type { CheckId } from '../../shared/report.ts'
import { createFindLink } from './external-links.ts'

const links = (...urls: string[]) => urls.map((url) => ({ title: 'A page', url }))

test('every link of every check is found, over https', () => {
  const find = createFindLink(checks)
  for (const { id, links: own } of checks) {
    for (const [index, { url }] of own.entries()) assert.equal(find(id, index), new URL(url).href, `${id} ${index}`)
    assert.equal(find(id, own.length), null)
  }
})

test('what is not in the table is not found', () => {
  const find = createFindLink([{ id: 'a.b', links: links('https://example.com/x') }])
  assert.equal(find('a.b', 0), 'https://example.com/x')
  for (const index of [-1, 1, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) assert.equal(find('a.b', index), null)
  for (const id of ['__proto__', 'constructor', 'a.c', 'https://example.com', ''])
    assert.equal(find(id as CheckId, 0), null)
  assert.equal(find('a.b', 'length' as unknown as number), null)
})

test('an address that is not plain https is never opened, even from the table', () => {
  const bad = [
    'http://example.com',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'ms-settings:',
    'https://a:b@example.com',
    '',
  ]
  const find = createFindLink([{ id: 'a.b', links: links(...bad) }])
  for (const index of bad.keys()) assert.equal(find('a.b', index), null, bad[index])
})
