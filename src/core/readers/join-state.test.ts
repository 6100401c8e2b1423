import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { JoinState, YesNo } from '../../shared/report.ts'
import { joinStateOf } from './join-state.ts'

const answers: Readonly<Record<string, YesNo>> = { y: 'yes', n: 'no', '?': 'unknown' }
const of = (letter: string | undefined): YesNo => answers[letter ?? '?'] ?? 'unknown'

/** AzureAdJoined, EnterpriseJoined, DomainJoined, WorkplaceJoined; `*` stands for all three answers. */
const table: readonly (readonly [string, JoinState])[] = [
  ['y*n*', 'entra-joined'],
  ['y*y*', 'hybrid-joined'],
  ['y*?*', 'unknown'],
  ['ny**', 'on-premises-drs-joined'],
  ['nny*', 'domain-joined'],
  ['n?y*', 'unknown'],
  ['nnny', 'entra-registered'],
  ['n?ny', 'entra-registered'],
  ['nnnn', 'workgroup'],
  ['n?nn', 'workgroup'],
  ['nnn?', 'unknown'],
  ['n?n?', 'unknown'],
  ['nn?*', 'unknown'],
  ['n??*', 'unknown'],
  ['?***', 'unknown'],
]

const expand = (pattern: string): string[] =>
  pattern.includes('*') ? ['y', 'n', '?'].flatMap((letter) => expand(pattern.replace('*', letter))) : [pattern]

test('all 81 combinations are in the table, once', () => {
  const all = table.flatMap(([pattern]) => expand(pattern))
  assert.equal(new Set(all).size, 81)
  assert.equal(all.length, 81)
})

for (const [pattern, state] of table)
  test(`${pattern} is ${state}`, () => {
    for (const [a, e, d, w] of expand(pattern).map((letters) => letters.split('')))
      assert.equal(
        joinStateOf({ azureAdJoined: of(a), enterpriseJoined: of(e), domainJoined: of(d), workplaceJoined: of(w) }),
        state,
      )
  })
