import assert from 'node:assert/strict'
import { test } from 'node:test'
import { machineThat } from '../../../test/kit/judged.ts'
import { defaultIntent } from '../../shared/intent.ts'
import { openCaseKey } from './case-key.ts'
import { encodedRunsIn } from './encoded-runs.ts'
import { createRedactor } from './redactor.ts'

const key = await openCaseKey('a case of contoso')
const machine = machineThat()
const redactor = createRedactor({ key, machine, intent: defaultIntent })
/** Long enough that in anything but linear time these tests would not end. */
const length = 256 * 1024

for (const [what, unit] of [
  ['parts of a name that has no domain', 'CN=a,'],
  ['parts of a domain', 'DC=a,'],
  ['domains without a blank between them', '.contoso.com'],
  ['endings without a name', '.com..'],
] as const)
  test(`many ${what} end soon`, () => {
    assert.match(redactor.redactText('noise.txt', `DC=a ${unit.repeat(length / unit.length)}`), /^DC=/)
  })

test('backslashes in a distinguished name are read in one way', () => {
  const noise = `DC=a CN=${'\\'.repeat(120)}`
  assert.equal(redactor.redactText('noise.txt', noise), noise)
  const shown = redactor.redactText('names.txt', 'CN=Vance\\, Adele,OU=Sales,DC=contoso,DC=com')
  assert.match(shown, /^CN=user-\w{12},OU=unit-\w{12},DC=domain-\w{12}$/)
})

test('blank lines in the name of a certificate end soon', () => {
  const certificate = { subject: '\n'.repeat(length), issuer: '', notBefore: '', notAfter: '', kind: 'other' }
  const probe = JSON.stringify({ target: 'PC-0822', port: 3389, outcome: 'ok', certificate })
  const { inputs } = redactor.redactMachine({ ...machine, inputs: { 'probe.json': probe } })
  assert.match(inputs['probe.json'] ?? '', /"issuer": ""/)
})

test('a long text without a blank is read for names in linear time', () => {
  const own = createRedactor({ key, machine, intent: defaultIntent })
  own.learn('CN=a,'.repeat(length / 5))
  assert.equal(own.redactText('x', 'CN=a,'), 'CN=a,')
})

test('any number of readable stretches stands in one run of digits', () => {
  const bytes = Buffer.from(Array.from({ length: 3_000_000 }, (_, index) => (index % 7 === 6 ? 0xff : 0x61)))
  for (const encoding of ['base64', 'hex'] as const) {
    const { stretches } = encodedRunsIn(` ${bytes.toString(encoding)} `)
    assert.ok(stretches.length >= bytes.length / 7 - 1, encoding)
  }
})

test('a name with nothing in front of its @ is a name like any other', () => {
  const own = createRedactor({ key, machine, intent: defaultIntent })
  for (const text of [
    'User Name : @miriamgraham',
    'User Name : FABRIKAM\\@miriamgraham',
    'User Email : @@miriamgraham.fabrikam.com',
    "<Data Name='TargetUserName'>@miriamgraham</Data>",
    'User Name : @',
  ]) {
    own.learn(text)
    assert.doesNotMatch(own.redactText('odd.txt', text), /miriam|fabrikam/i, text)
  }
})
