import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { machineThat } from '../../../test/kit/judged.ts'
import { decodedEveryWay, encodings, seededIdentifiers } from '../../../test/kit/seeded-identifiers.ts'
import { seededMachine } from '../../../test/kit/seeded-machine.ts'
import { defaultIntent } from '../../shared/intent.ts'
import { openCaseKey } from './case-key.ts'
import { createRedactor } from './redactor.ts'
import { withSpans } from './spans.ts'
import { stencilOf } from './stencil.ts'

const key = await openCaseKey('a case of contoso')
const seeded = seededIdentifiers(417, 4)
const inXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll("'", '&apos;').replaceAll('\0', '&#0;')

const head = (record: number): string =>
  `<System><Provider Name='Microsoft-Windows-AAD' Guid='{4de9bc9c-b27a-43c9-8994-0915f1a5e24f}'/><TimeCreated SystemTime='2026-11-20T08:02:${10 + (record % 50)}.1234567Z'/><EventRecordID>${record}</EventRecordID><Execution ProcessID='${record % 7}' ThreadID='4'/><Computer>WS-0417-1</Computer></System>`
const event = (record: number, data: string): string =>
  `<Event xmlns='x'>${head(record)}<EventData>${data}</EventData></Event>`

/** Each identifier in each encoding, and all of it twice, so that the second time is out of memory. */
const events = [0, 1]
  .flatMap(() => seeded)
  .flatMap(({ text }) => Object.values(encodings).map((encoding) => inXml(encoding(text))))
  .map((text, index) => event(index, `<Data Name='param1'>${text}</Data><Data Name='param2'>running</Data>`))
  .join('\r\n')

const machine = seededMachine(seeded)
const redactor = createRedactor({ key, machine, intent: defaultIntent })

test('events in which all that repeats is looked through once lose every identifier', () => {
  const shown = redactor.redactText('events.xml', events)
  const decoded = decodedEveryWay(shown)
  assert.deepEqual(
    seeded.filter(({ text }) => decoded.includes(text.toLowerCase())),
    [],
  )
  assert.deepEqual(redactor.spansIn(shown), [])
  assert.equal(shown.match(/<EventRecordID>\d+<\/EventRecordID>/g)?.length, events.match(/<Event /g)?.length)
})

test('it makes no difference to look through a text as a whole', () => {
  // A name that is not found in one element alone.
  const whole = createRedactor({ key, machine, intent: defaultIntent })
  whole.learn('TenantName : odd><name')
  const counts = (made: typeof redactor) => {
    made.redactText('counted.xml', events)
    return made.summary().byFile['counted.xml']
  }
  assert.match(whole.redactText('x', `<Event a><b>odd><name</b></Event>`), /<b>tenant-\w{12}<\/b>/)
  assert.equal(whole.redactText('x', events), redactor.redactText('x', events))
  assert.deepEqual(counts(whole), counts(redactor))
  const spans = redactor.spansIn(events)
  assert.deepEqual(spans, whole.spansIn(events))
  assert.doesNotMatch(withSpans(events, spans), /WS-0417-1/)
})

test('a name that looks like the number of an event is replaced there as well', () => {
  const numbered = createRedactor({ key, machine: machineThat({ hostName: '0044170417417' }), intent: defaultIntent })
  assert.doesNotMatch(
    numbered.redactText('x', `<Event xmlns='x'><EventRecordID>0044170417417</EventRecordID></Event>`),
    /0417417/,
  )
})

test('what is learned later is found in elements that were seen before', () => {
  const text = event(1, "<Data Name='param1'>asked by MiriamGrahamQ7</Data>")
  const own = createRedactor({ key, machine: machineThat(), intent: defaultIntent })
  assert.match(own.redactText('x', text), /MiriamGrahamQ7/)
  own.learn('User Name : MiriamGrahamQ7')
  assert.doesNotMatch(own.redactText('x', text), /MiriamGrahamQ7/)
})

test('the last line of a message keeps the end of its element', () => {
  const message = (end: string) => event(1, `<Data Name='m'>A sign-in failed.\r\nUser Name : AdeleVanceQ1${end}`)
  assert.match(
    redactor.redactText('x', message('</Data>')),
    /\r\nUser Name : user-\w{12}<\/Data><\/EventData><\/Event>$/,
  )
})

test('a value that ends with a mark of XML loses the name in it as well', async () => {
  const text = event(1, "<Data Name='TargetUserName'>HenriettaQ8 >></Data><Data Name='TenantId'>WingtipToys></Data>")
  const own = createRedactor({ key, machine: machineThat(), intent: defaultIntent })
  const chunks = async function* () {
    yield Buffer.from(text)
  }
  await own.learnStream(chunks())
  const shown = own.redactText('x', text)
  assert.doesNotMatch(shown, /HenriettaQ8|WingtipToys/)
  assert.deepEqual(own.spansIn(shown), [])
})

test('a private key that goes on over elements is removed', () => {
  const text = event(
    1,
    '<Data>-----BEGIN PRIVATE KEY-----</Data><Data>MIIEowIBAAKCAQEA</Data><Data>-----END PRIVATE KEY-----</Data>',
  )
  assert.doesNotMatch(redactor.redactText('x', text), /MIIEow/)
})

const known = seeded.filter(({ what }) => what === 'tenant' || what === 'device').map(({ text }) => text)
/** Wherever an id may stand in an event, alone and as a part of something else. */
const contexts: readonly ((id: string) => string)[] = [
  (id) => `<Correlation ActivityID='{${id}}'/>`,
  (id) => `<Provider Name='Contoso' Guid='{${id}}'/>`,
  (id) => `<Data Name='DeviceId'>${id}</Data>`,
  (id) => `<Data Name='DeviceId'>{${id}}</Data>`,
  (id) => `<Data Name='TargetUserName'>${id}</Data>`,
  (id) => `<Data Name='m'>Trace ID: ${id} User: adele@contoso.com, again "${id}".</Data>`,
  (id) => `<Data Name='m'>A sign-in failed.\r\nTenantId : ${id}\r\nCorrelation ID: ${id}.\r\nEnd</Data>`,
  (id) => `<Data Name='m'>CN={${id}},CN=Policies,CN=System,DC=contoso,DC=com</Data>`,
  (id) => `<Data Name='m'>CN=${id}, DC=${id}, DC=contoso</Data>`,
  (id) => `<Data Name='m'>C:\\Users\\{${id}}\\AppData (${id})</Data>`,
  (id) => `<Data Name='m'>https://learn.microsoft.com/x/${id} https://contoso.com/${id}/a ${id}.contoso.com</Data>`,
  (id) => `<Data Name='m'>${id}@contoso.com %7B${id}%7D &quot;${id}&quot; x${id}y 1${id}</Data>`,
  (id) => `<Data Name='m'>{${id}} {${id}},{${id}}</Data>`,
  (id) => `<Data Name='m'>${Buffer.from(id).toString('base64')} ${Buffer.from(id, 'utf16le').toString('hex')}</Data>`,
]

test('it makes no difference where an id stands, and whether it is known', () => {
  const whole = createRedactor({ key, machine, intent: defaultIntent })
  whole.learn('TenantName : odd><name')
  const id = fc.oneof(fc.uuid(), fc.constantFrom(...known, '00000000-0000-0000-0000-000000000000'))
  const spelt = fc.tuple(id, fc.boolean()).map(([text, upper]) => (upper ? text.toUpperCase() : text))
  const element = fc.tuple(spelt, fc.constantFrom(...contexts)).map(([text, context]) => context(text))
  fc.assert(
    fc.property(fc.array(element, { minLength: 1, maxLength: 30 }), (elements) => {
      const text = event(1, elements.join(''))
      const shown = whole.redactText('x', text)
      assert.equal(redactor.redactText('x', text), shown)
      assert.deepEqual(redactor.spansIn(text), whole.spansIn(text))
      assert.deepEqual(redactor.spansIn(shown), [])
    }),
    { numRuns: 300 },
  )
})

test('an element is known again by what is around its ids, and only where nothing goes on across them', () => {
  const id = '0a1b2c3d-4e5f-4a6b-8c7d-0123456789ab'
  const alone = stencilOf(`Correlation ActivityID='{${id}}' other '${id.toUpperCase()}'.`, key)
  assert.deepEqual(
    alone?.ids.map(({ text }) => text),
    [id, id.toUpperCase()],
  )
  assert.equal(alone?.text, stencilOf(`Correlation ActivityID='{${id.replace('0a', 'f0')}}' other '${id}'.`, key)?.text)
  for (const text of [`${id}@contoso.com`, `x${id}`, ` ${id}.contoso.com`, `>${id}<`, ` ${id}-1`, 'no id', id])
    assert.equal(stencilOf(text, key), null, text)
})

test('a name that holds an id is replaced as a whole', () => {
  const id = '0a1b2c3d-4e5f-4a6b-8c7d-0123456789ab'
  const own = createRedactor({ key, machine, intent: defaultIntent })
  own.learn(`TenantName : the tenant {${id}} of fabrikam`)
  const shown = own.redactText('x', event(1, `<Data Name='m'>in the tenant {${id}} of fabrikam</Data>`))
  assert.match(shown, /<Data Name='m'>in tenant-\w{12}<\/Data>/)
})

test('a number is somebody where its name says so, and a secret where it is a password', () => {
  const shown = redactor.redactText(
    'x',
    event(
      1,
      "<Data Name='IpPort'>61234</Data><Data Name='TargetUserName'>10417</Data><Data Name='WorkstationName'>104171</Data><Data Name='Password'>12345678</Data><Data Name='Password'>0x12345678</Data>",
    ),
  )
  assert.match(
    shown,
    /'IpPort'>61234<.*'TargetUserName'>user-\w{12}<.*'WorkstationName'>host-\w{12}<.*'Password'>\[secret removed\]<.*'Password'>\[secret removed\]</,
  )
})

test('a handle is a number, whatever digits it has, and a field that names somebody is looked at', () => {
  const shown = redactor.redactText(
    'x',
    event(1, `<Data Name='TargetLogonId'>0xDeadBeef</Data><Data Name='TargetUserName'>AdeleVanceQ9</Data>`),
  )
  assert.match(shown, /<Data Name='TargetLogonId'>0xDeadBeef<\/Data><Data Name='TargetUserName'>user-\w{12}<\/Data>/)
})
