import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Rules } from '../../../shared/rules.ts'
import { foundRules, foundWords } from './found-rules.ts'

const rules: Rules = {
  guides: [
    { id: 'guide.clusters', title: 'Failover Clustering', text: ['Stops.'], table: null, links: [] },
    {
      id: 'guide.network',
      title: 'Network',
      text: ['Line of sight.'],
      table: { columns: ['Task', 'Rule'], rows: [['Remote registry', 'TCP 445']] },
      links: [],
    },
  ],
  checks: [{ id: 'rdp.port', title: 'The usual port', why: 'Firewalls know it.', roles: ['server'], links: [] }],
  fixes: [{ id: 'rdp.enable', title: 'Turn it on', cures: ['rdp.enabled'], restart: 'none' }],
}
const ids = (typed: string) => {
  const { guides, checks, fixes } = foundRules(rules, typed)
  return [...guides, ...checks, ...fixes].map(({ id }) => id as string)
}

test('nothing typed finds everything', () => {
  assert.equal(ids('').length, 4)
  assert.equal(ids('  ').length, 4)
  assert.equal(foundWords(foundRules(rules, '')), '2 help topics, 1 check, 1 fix')
})

for (const [typed, found] of [
  ['CLUSTER', ['guide.clusters']],
  ['445 registry', ['guide.network']],
  ['rdp.', ['rdp.port', 'rdp.enable']],
  ['firewalls', ['rdp.port']],
  ['rdp.enabled', ['rdp.enable']],
  ['cluster network', []],
] as const)
  test(`“${typed}” finds ${found.join(', ') || 'nothing'}`, () => assert.deepEqual(ids(typed), found))
