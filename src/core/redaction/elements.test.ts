import assert from 'node:assert/strict'
import { test } from 'node:test'
import { machineThat } from '../../../test/kit/judged.ts'
import { decodedEveryWay, encodings, seededIdentifiers } from '../../../test/kit/seeded-identifiers.ts'
import { seededMachine } from '../../../test/kit/seeded-machine.ts'
import { defaultIntent } from '../../shared/intent.ts'
import { openCaseKey } from './case-key.ts'
import { createRedactor } from './redactor.ts'
import { withSpans } from './spans.ts'

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
  assert.equal(shown.match(/<EventRecordID>\d+<\/EventRecordID>/g)?.length, events.split('\r\n').length)
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

test('a private key that goes on over elements is removed', () => {
  const text = event(
    1,
    '<Data>-----BEGIN PRIVATE KEY-----</Data><Data>MIIEowIBAAKCAQEA</Data><Data>-----END PRIVATE KEY-----</Data>',
  )
  assert.doesNotMatch(redactor.redactText('x', text), /MIIEow/)
})
