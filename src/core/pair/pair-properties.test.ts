import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { randomEnd } from '../../../test/kit/random-end.ts'
import { caseCodeOf, readCaseCode } from '../case-code/case-code.ts'
import type { EndState } from './end-state.ts'
import { pairOf } from './pair-of.ts'

const throughCode = (end: EndState): EndState => {
  const read = readCaseCode(caseCodeOf(end))
  assert.ok(read.ok)
  return read.value.end
}
/** Half of the pairs share a tenant and an account, so that more than mismatches are seen. */
const pairOfEnds = fc
  .tuple(randomEnd, randomEnd, fc.boolean())
  .map(([a, b, isAlike]): readonly [EndState, EndState] => {
    if (!isAlike) return [a, b]
    const { tenant, account } = a.fingerprints
    const { track, path } = a
    return [
      { ...a, role: 'client' },
      { ...b, role: 'server', track, path, fingerprints: { ...b.fingerprints, tenant, account } },
    ]
  })
const holds = (check: (a: EndState, b: EndState) => void): void =>
  fc.assert(
    fc.property(pairOfEnds, ([a, b]) => check(a, b)),
    { numRuns: 2000 },
  )

describe('any two ends', () => {
  test('have a verdict with a headline and a reason, and every reason names an end', () => {
    holds((a, b) => {
      const { verdict, reasons } = pairOf(a, b)
      assert.ok(verdict.headline.length > 20)
      assert.ok(reasons.length > 0)
      for (const { end, text } of reasons)
        if (end !== 'both') assert.match(text, end === 'client' ? /^Client: / : /^Server: /)
    })
  })

  test('go only when both are ready, as client and server, for one wish; with PKU2U of one tenant and one account', () => {
    holds((a, b) => {
      const pair = pairOf(a, b)
      if (pair.verdict.state !== 'go') return
      assert.deepEqual([a.verdict, b.verdict, a.track, a.path], ['ready', 'ready', b.track, b.path])
      assert.notEqual(a.role, b.role)
      if (a.track !== 'rdp' || a.path !== 'pku2u') return
      const client = a.role === 'client' ? a : b
      const server = a.role === 'client' ? b : a
      const tenants = [client.fingerprints.tenant, ...client.fingerprints.known.map(({ tenant }) => tenant)]
      assert.ok(server.fingerprints.tenant !== null && tenants.includes(server.fingerprints.tenant))
      const known = client.fingerprints.known.some(({ account }) => account === server.fingerprints.account)
      assert.ok(client.accountNamed || known)
    })
  })

  test('say the same as codes, and the same in either order when they are client and server', () => {
    holds((a, b) => {
      assert.deepEqual(pairOf(throughCode(a), throughCode(b)), pairOf(a, b))
      if (a.role !== b.role) assert.deepEqual(pairOf(a, b), pairOf(b, a))
    })
  })
})
