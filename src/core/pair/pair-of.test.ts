import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { CheckId } from '../../shared/report.ts'
import { checks } from '../checks/registry.ts'
import type { EndFinding, EndState } from './end-state.ts'
import { wordsFor } from './finding-words.ts'
import { pairOf } from './pair-of.ts'
import { type Different, truthEnds } from './truth-ends.ts'
import { truthTable } from './truth-table.ts'

const account = 'ADE1E0'
const tenant = 'C0NT0S0000'

const findingsOf = (role: EndState['role'], track: EndState['track'], not: Different['not'] = {}): EndFinding[] =>
  checks
    .filter(({ id, roles, tracks }) => (roles.includes(role) && tracks.includes(track)) || id in not)
    .map(({ id }) => {
      const mark = not[id] ?? 'pass'
      return { id, status: mark === 'fail!' ? 'fail' : mark, oneClick: mark === 'fail!' }
    })

/** A ready end, and how this one differs from it. */
const endThat = (role: EndState['role'], { not, prints, ...different }: Different): EndState => ({
  role,
  track: 'rdp',
  path: 'pku2u',
  accountNamed: true,
  join: 'entra-joined',
  deviceAuth: 'success',
  pku2u: 'on',
  owner: 'none',
  restartDue: false,
  build: 26100,
  isServer: false,
  verdict: 'ready',
  findings: findingsOf(role, different.track ?? 'rdp', not),
  createdAt: '2026-11-20T09:15:00Z',
  ...different,
  fingerprints: {
    tenant,
    account,
    device: role === 'client' ? 'CLI417' : 'SRV600',
    peer: null,
    known: role === 'client' ? [{ tenant, account }] : [],
    knownAll: true,
    ...prints,
  },
})

describe('the truth table', () => {
  test('has at least 40 rows, no row twice, and no end that no row uses', () => {
    assert.ok(truthTable.length >= 40, String(truthTable.length))
    assert.equal(new Set(truthTable.map(([client, server]) => `${client} | ${server}`)).size, truthTable.length)
    const used = new Set<string>(truthTable.flatMap(([client, server]) => [`${client}`, `${server}`]))
    assert.deepEqual(
      Object.keys(truthEnds).filter((name) => !used.has(name)),
      [],
    )
  })

  for (const [client, server, state, end, reason, next] of truthTable)
    test(`${state}: client ${client}, server ${server}`, () => {
      const [a, b] = [endThat('client', truthEnds[client]), endThat('server', truthEnds[server])]
      const pair = pairOf(a, b)
      const [first] = pair.reasons
      assert.deepEqual([pair.verdict.state, first?.end, first?.id], [state, end, reason], JSON.stringify(pair))
      const [todo = ''] = end === 'both' ? [...pair.client.next, ...pair.server.next] : pair[end].next
      assert.ok(next === '' ? todo === '' : todo.startsWith(next), todo)
      assert.deepEqual([pair.client.state, pair.server.state], [a.verdict, b.verdict])
    })
})

describe('every pair of the table', () => {
  const pairs = truthTable.map(([client, server]) =>
    pairOf(endThat('client', truthEnds[client]), endThat('server', truthEnds[server])),
  )

  test('names in its headline what stands first among its reasons, and what to do', () => {
    for (const { verdict, reasons, client, server } of pairs) {
      if (verdict.state === 'go') continue
      const [first] = reasons
      assert.ok(first !== undefined && verdict.headline.includes(first.text), verdict.headline)
      assert.ok(
        [...client.next, ...server.next].some((todo) => verdict.headline.includes(todo)),
        verdict.headline,
      )
    }
  })

  test('says go only when both ends are ready', () => {
    for (const { verdict, client, server } of pairs)
      if (verdict.state === 'go') assert.deepEqual([client.state, server.state], ['ready', 'ready'])
  })
})

test('ends given the other way round are told apart by their roles', () => {
  const client = endThat('client', {})
  const server = endThat('server', { verdict: 'fixable', pku2u: 'off', not: { 'pku2u.setting': 'fail!' } })
  assert.deepEqual(pairOf(server, client), pairOf(client, server))
})

test('the same end twice says so first', () => {
  const client = endThat('client', { prints: { device: null, tenant: null } })
  const { verdict, reasons } = pairOf(client, client)
  assert.equal(verdict.state, 'mismatch')
  assert.match(verdict.headline, /same PC/)
  assert.deepEqual(
    reasons.slice(0, 2).map(({ id }) => id),
    ['pair.same-end', 'pair.two-clients'],
  )
})

test('a PC that is joined to no tenant is not sent back to dsregcmd', () => {
  const tenantless = { tenant: null, account: null, device: null, known: [] }
  const workgroup = pairOf(endThat('client', { join: 'workgroup', prints: tenantless }), endThat('server', {}))
  assert.deepEqual(workgroup.client.next, ['Add a work account of the server’s tenant there.'])
  const domain = pairOf(endThat('client', {}), endThat('server', { join: 'domain-joined', prints: tenantless }))
  assert.deepEqual(domain.server.next, ['Join it to Microsoft Entra ID.'])
  const unread = pairOf(endThat('client', { join: 'unknown', prints: tenantless }), endThat('server', {}))
  assert.deepEqual(unread.client.next, ['Check it again where dsregcmd answers.'])
})

test('a verdict whose reason this version has no check for is still passed on', () => {
  const newer = endThat('server', { verdict: 'action', not: {} })
  const { verdict, reasons } = pairOf(endThat('client', {}), newer)
  assert.equal(verdict.state, 'fix-server')
  assert.equal(reasons[0]?.id, 'pair.end')
})

test('every check that can fail has words of its own', () => {
  // These never fail: they warn, are unknown, or have their words elsewhere.
  const never: readonly CheckId[] = [
    'context.user',
    'restart.pending',
    'rdp.nla',
    'rdp.port',
    'certificate.p2p-device',
    'security-key.ntlm-override',
    'security-key.cloud-tgt',
  ]
  for (const { id } of checks) assert.equal(wordsFor(id, endThat('client', {})) === null, never.includes(id), id)
})
