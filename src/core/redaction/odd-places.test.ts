import assert from 'node:assert/strict'
import { test } from 'node:test'
import { machineThat } from '../../../test/kit/judged.ts'
import { defaultIntent } from '../../shared/intent.ts'
import { openCaseKey } from './case-key.ts'
import { createRedactor } from './redactor.ts'

const key = await openCaseKey('a case of contoso')
const redactorOf = (text: string) => {
  const redactor = createRedactor({ key, machine: machineThat(), intent: defaultIntent })
  redactor.learn(text)
  return redactor
}
/** As a log is read: learnt from and redacted piece by piece. */
const streamed = async (log: string) => {
  const redactor = redactorOf('')
  const chunks = async function* () {
    yield Buffer.from(log)
  }
  await redactor.learnStream(chunks())
  let shown = ''
  for await (const part of redactor.redactStream('x', chunks())) shown += Buffer.from(part).toString()
  return { redactor, shown }
}
const user = `${key.token('user', 'adele@contoso.com')}@${key.token('domain', 'contoso.com')}`

test('an escape in front of a name is no part of it', () => {
  for (const text of [
    '{"m":"\\u003cADELE\\u003e \\u0027ADELE\\u0027"}',
    'a%3CADELE%3E x%20ADELE',
    'hint=%22ADELE%22',
  ]) {
    const written = text.replaceAll('ADELE', 'adele@contoso.com')
    assert.equal(redactorOf(written).redactText('x', written), text.replaceAll('ADELE', user))
  }
  const url = 'https:\\u002f\\u002ffabrikam.com and %2F%2Ffabrikam.com'
  const domain = key.token('domain', 'fabrikam.com')
  assert.equal(redactorOf(url).redactText('x', url), `https:\\u002f\\u002f${domain} and %2F%2F${domain}`)
})

test('what was replaced in an odd place is no new name to the gate', () => {
  for (const text of [
    'KeyContainerId : adele@contoso.com',
    'Domain Name : DC=contoso,DC=com',
    'administrator@192.0.2.10',
    'AzureAD\\S-1-12-1-1111111111-2222222222-3333333333-4444444444',
  ]) {
    const redactor = redactorOf(text)
    const shown = redactor.redactText('x', text)
    assert.deepEqual(redactor.spansIn(shown), [], shown)
  }
})

test('names in fields of other programs and languages are found', () => {
  for (const text of [
    'full address:s:PC-0822:3390\r\nusername:s:CORP\\miriam\r\ndomain:s:CORP',
    '\\\\?\\UNC\\PC-0822\\share',
    '\tWorkstation Name:\tPC-0822',
    'User: CORP\\miriam\r\nDomain: CORP',
    'Kontoname:\t\tmiriam\r\nKontodomäne:\t\tCORP\r\nArbeitsstationsname:\tPC-0822',
    'Nom du compte :\t\tmiriam',
    'アカウント名:\t\tmiriam',
    '   Host Name . . . . . . . . : PC-0822',
  ])
    assert.doesNotMatch(redactorOf(text).redactText('x', text), /PC-0822|CORP|miriam/, text)
})

test('words behind a label of many things are no names', () => {
  for (const text of [
    'User: The operation was cancelled',
    'Domain : Enabled',
    'Computer: This one, not the other',
    'Benutzer: Angemeldet',
    'User : Not configured',
  ])
    assert.equal(redactorOf(text).redactText('x', text), text)
})

test('the last line of a message ends where its element ends, whatever that is called', () => {
  const text = '<Param2>Failed.\r\nUser: CORP\\miriam</Param2><Param3>why</Param3>'
  assert.match(redactorOf(text).redactText('x', text), /\r\nUser: domain-\w+\\user-\w+<\/Param2><Param3>why<\/Param3>$/)
})

test('a secret is removed whatever name it is a part of', () => {
  const token = `eyJ${'QiLCJhbGci'.repeat(4)}.${'abcdefgh'.repeat(4)}.abc`
  for (const text of [
    `<Data Name='User'>${token}@C:\\Users\\adele login.microsoftonline.com\\X</Data>`,
    `User Name : CORP\\${token}`,
  ]) {
    const shown = redactorOf(text).redactText('x', text)
    assert.doesNotMatch(shown, /eyJ|QiLCJ|CORP|adele/)
  }
})

test('the server that a Remote Desktop client connects to is found in its event, and wherever it stands', async () => {
  const event = (data: string): string => `<Event xmlns='x'><EventData>${data}</EventData></Event>\r\n`
  const log = [
    event("<Data Name='Name'>Server Name</Data><Data Name='Value'>FILES2</Data><Data Name='CustomLevel'>Info</Data>"),
    event("<Data Name='Name'>Server Name</Data><Data Name='Value'>fin01</Data><Data Name='CustomLevel'>Info</Data>"),
    event("<Data Name='m'>The connection to FILES2 and fin01 was lost.</Data>"),
  ].join('')
  const { shown } = await streamed(log)
  assert.doesNotMatch(shown, /FILES2|fin01/)
  assert.match(shown, /connection to host-\w{12} and host-\w{12} was lost/)
  assert.match(shown, />Server Name</)
})

test('who signed in to a remote PC is found in its events', async () => {
  const event = (data: string): string =>
    `<Event xmlns='x'><UserData><EventXML xmlns='Event_NS'>${data}</EventXML></UserData></Event>\r\n`
  const log = [
    event('<User>LITWARE\\miriam</User><SessionID>2</SessionID><Address>10.1.2.3</Address>'),
    event('<Param1>henrietta</Param1><Param2>WINGTIP</Param2><Param3>10.1.2.4</Param3>'),
    event('<Param1>joni@treyresearch.net</Param1><Param2></Param2><Param3>fe80::1:2</Param3>'),
    event('<Param1>RDP-Tcp</Param1><Param2>enabled</Param2><Param3>3389</Param3>'),
    event('<User>NT AUTHORITY\\SYSTEM</User><Source>LOCAL</Source>'),
  ].join('')
  const { redactor, shown } = await streamed(log)
  assert.doesNotMatch(shown, /litware|miriam|henrietta|wingtip|joni|treyresearch|10\.1\.2|fe80/i)
  assert.match(shown, /RDP-Tcp.*enabled.*3389[\s\S]*NT AUTHORITY\\SYSTEM/)
  assert.deepEqual(redactor.spansIn(shown), [])
})

test('the application that signs in to remote PCs stays readable', () => {
  const text = 'resource 270efc09-cd0d-444b-a71f-39af4910ec45'
  assert.equal(redactorOf(text).redactText('x', text), text)
})

test('the issuer of every device certificate stays readable', () => {
  const issuer = 'CN=MS-Organization-Access,OU=82dbaca4-3e81-46ca-9c73-0950c1eaca97,DC=windows,DC=net'
  assert.equal(redactorOf(issuer).redactText('x', issuer), issuer)
})
