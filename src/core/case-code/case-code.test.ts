import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { reportOf } from '../../../test/kit/judged.ts'
import { randomEnd } from '../../../test/kit/random-end.ts'
import { base32Alphabet } from '../../shared/case-code/base32.ts'
import { mostSymbols, writeFrame } from '../../shared/case-code/frame.ts'
import { checks } from '../checks/registry.ts'
import { type EndState, endOfReport } from '../pair/end-state.ts'
import { simulatedMachines } from '../simulated/machines.ts'
import { caseCodeOf, readCaseCode } from './case-code.ts'
import { codedChecks } from './coded-checks.ts'

const endOn = (index: number): EndState => {
  const { intent } = simulatedMachines[index] ?? assert.fail()
  return endOfReport(reportOf({}, intent))
}

describe('a case code', () => {
  test('10,000 random ends come back as they were, in at most 400 characters', () => {
    fc.assert(
      fc.property(randomEnd, (said) => {
        const code = caseCodeOf(said)
        assert.ok(code.length <= 400, String(code.length))
        assert.deepEqual(readCaseCode(code), { ok: true, value: { version: 1, end: said } })
      }),
      { numRuns: 10_000 },
    )
  })

  test('equal ends have equal codes, others have others', () => {
    assert.equal(caseCodeOf(endOn(0)), caseCodeOf(structuredClone(endOn(0))))
    assert.notEqual(caseCodeOf(endOn(0)), caseCodeOf({ ...endOn(0), restartDue: true }))
  })

  test('has a place for every check; the order is that of the first version', () => {
    for (const { id } of checks) assert.ok(codedChecks.includes(id), `Add ${id} at the end of codedChecks.`)
    assert.equal(new Set(codedChecks).size, codedChecks.length)
    assert.ok(codedChecks.length < 64)
  })

  test('every single-character change and every swap of neighbours of 100 codes is refused', () => {
    for (const said of fc.sample(randomEnd, { numRuns: 100, seed: 2 })) {
      const code = caseCodeOf(said)
      for (let at = 0; at < code.length; at++) {
        const [here = '', next = ''] = [code[at], code[at + 1]]
        if (here === '-') continue
        for (const other of `${base32Alphabet}U`)
          if (other !== here) assert.equal(readCaseCode(code.slice(0, at) + other + code.slice(at + 1)).ok, false)
        if (next !== '-' && next !== here)
          assert.equal(readCaseCode(code.slice(0, at) + next + here + code.slice(at + 2)).ok, next === '')
      }
    }
  })

  test('names nobody and nothing: not the host, the account, the tenant or the domain', () => {
    const report = reportOf({}, { account: 'adele@contoso.com', peer: 'PC-0600' })
    const code = caseCodeOf(endOfReport(report)).replaceAll('-', '')
    for (const secret of ['adele', 'contoso', 'PC0417', 'PC0600', report.facts.tenant.id?.slice(0, 8) ?? ''])
      assert.ok(!code.toLowerCase().includes(secret.toLowerCase()), secret)
  })
})

describe('versions', () => {
  test('a code of version 1 is read for ever', () => {
    const read = readCaseCode(firstCode)
    assert.ok(read.ok, JSON.stringify(read))
    assert.equal(read.value.version, 1)
    assert.deepEqual(read.value.end, endOfReport(reportOf({}, { account: 'adele@contoso.com', peer: 'PC-0600' })))
  })

  test('a code of another version says so', () => {
    const read = readCaseCode(writeFrame({ version: 2, symbols: [1, 2, 3] }))
    assert.ok(!read.ok)
    assert.match(read.fault.message, /version 2; this program reads version 1.*Update/)
    const old = readCaseCode(writeFrame({ version: 0, symbols: [1, 2, 3] }))
    assert.match(old.ok ? '' : old.fault.message, /version 0.*Make the code again/)
  })

  test('a well-formed code that says nothing possible is refused', () => {
    for (const symbols of [[], [31, 31, 31, 31], Array<number>(mostSymbols).fill(31)])
      assert.equal(readCaseCode(writeFrame({ version: 1, symbols })).ok, false)
  })
})

const firstCode =
  '2M2AZ-8GCQ6-T81N9-G03WD-MFJ9G-4J14D-G0003-95G0N-00008-1RDWG-FMTYP-19TTT-GBQHM-YSNSF-F6QET-R6VB5-FMPMJ-2XWFY-P000V-D62KS'
