import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { machineThat } from '../../../test/kit/judged.ts'
import { encodings, numbersFrom } from '../../../test/kit/seeded-identifiers.ts'
import { defaultIntent } from '../../shared/intent.ts'
import { judgeRecording } from '../engine/judge.ts'
import { recordingFiles } from '../recording/save.ts'
import { reportHtml } from '../report-html/report-html.ts'
import { openCaseKey } from './case-key.ts'
import { createRedactor } from './redactor.ts'
import { newSecretGate } from './secret-gate.ts'

const key = await openCaseKey('a case of contoso')
const machine = machineThat()
const redactor = createRedactor({ key, machine, intent: defaultIntent })
const encode = (text: string) => new TextEncoder().encode(text)
const leaksIn = (text: string) => {
  const gate = redactor.gate()
  // In pieces, as a file is read.
  const bytes = encode(`a line before\r\n<v>${text}</v>\r\na line after`)
  for (let at = 0; at < bytes.length; at += 7) gate.scan('events.xml', bytes.subarray(at, at + 7))
  return gate.finish()
}

describe('the gate finds what was planted', () => {
  for (const [what, original] of [
    ['user', 'adele@contoso.com'],
    ['user', 'AdeleVance'],
    ['host', 'PC-0417'],
    ['tenant', '11111111-2222-4333-8444-555555555555'],
    ['sid', 'S-1-12-1-3237998081-1182278469-4041129114-2018915346'],
    ['domain', 'contoso.com'],
  ] as const)
    for (const [encoding, inForm] of Object.entries(encodings))
      test(`${what} ${original}, ${encoding}`, () => {
        const leaks = leaksIn(inForm(original))
        assert.ok(leaks.length > 0)
        assert.ok(leaks.every(({ file }) => file === 'events.xml'))
        assert.ok(!JSON.stringify(leaks).includes(original))
      })
})

const jwt = `${Buffer.from('{"typ":"JWT","alg":"RS256"}').toString('base64url')}.${Buffer.from('{"aud":"x"}').toString('base64url')}.c2ln`
const secrets = [
  jwt,
  Buffer.from('{"alg":"dir","enc":"A256GCM","ctx":"abc"}').toString('base64url'),
  'x-ms-RefreshTokenCredential=eyJhbGciOiJIUzI1NiIsImN0eCI6Ii',
  'Cookie: ESTSAUTHPERSISTENT=1.AVEA0abcdefghijklmnop; path=/',
  'Set-Cookie: fpc=AgAAAA_0123456789',
  'Authorization: Bearer abcdefghijklmnopqrstuvwxyz0123456789',
  'password 51:b:01000000D08C9DDF0115D1118C7A00C04FC297EB',
  '"refresh_token":"0.AXEA1234567890abcdefghij"',
  '-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA\n-----END RSA PRIVATE KEY-----',
  '-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA\nMIIEowIBAAKCAQEB',
  'password 51:b:0200ab',
  '<Data Name="Password">Sommer 2026</Data>',
  '"password": "Sommer 2026"',
  '{"primaryRefreshToken":"abcdefghij"}',
  'Bearer 0123456789abcdef',
  `x_${jwt}`,
  '311047-083457-512952-084634-470305-121220-345620-509168',
  Buffer.from(`token ${jwt} end`).toString('base64'),
]

describe('where names stay', () => {
  const plainLeaksIn = (text: string) => {
    const gate = newSecretGate()
    gate.scan('events.xml', encode(text))
    return gate.finish()
  }
  for (const secret of secrets)
    test(`a secret is found: ${secret.slice(0, 40)}`, () => {
      assert.ok(plainLeaksIn(secret).length > 0)
      assert.ok(plainLeaksIn(JSON.stringify({ value: encodeURIComponent(secret) })).length > 0)
    })

  test('a recording, its report and names are let pass', () => {
    const report = judgeRecording(machine, {
      intent: { ...defaultIntent, account: 'adele@contoso.com' },
      now: machine.machine.recordedAt,
      source: 'recording',
    })
    for (const content of [...recordingFiles(machine).values(), JSON.stringify(report), reportHtml(report, [])])
      assert.deepEqual(plainLeaksIn(typeof content === 'string' ? content : new TextDecoder().decode(content)), [])
    assert.deepEqual(plainLeaksIn('adele@contoso.com on PC-0417, the password expired'), [])
  })
})

describe('secrets', () => {
  for (const secret of secrets)
    test(secret.slice(0, 40), () => {
      assert.ok(
        leaksIn(secret).some(({ kind }) => kind === 'secret'),
        JSON.stringify(leaksIn(secret)),
      )
      const shown = redactor.redactText('x', secret)
      assert.deepEqual(leaksIn(shown), [], shown)
      assert.notEqual(shown, secret)
    })

  test('the JSON of SettingsUrl is none either where its base64 holds a slash', () => {
    for (const uri of ['https://x/?adele@contoso.com', 'https://x/?>?>?>', 'https://intranet.contoso.com/??'])
      for (const more of ['', ' ', '  ']) {
        const settings = Buffer.from(JSON.stringify({ Uris: [more, uri, uri] })).toString('base64')
        const shown = redactor.redactText('x', `               SettingsUrl : ${settings}`)
        assert.doesNotMatch(shown, /secret/)
        assert.deepEqual(leaksIn(shown), [], shown)
      }
  })

  test('the JSON of SettingsUrl begins like a token and is none; it stays JSON with other names', () => {
    const settings = Buffer.from(
      '{"Uris":["https://intranet.contoso.com/x","https://kailani.one.microsoft.com"]}',
    ).toString('base64')
    const shown = redactor.redactText('x', `               SettingsUrl : ${settings}`)
    const inner = Buffer.from(shown.slice(shown.indexOf(': ') + 2), 'base64').toString('utf8')
    assert.match(
      inner,
      /^\{"Uris":\["https:\/\/host-\w{12}\.domain-\w{12}\/x","https:\/\/kailani\.one\.microsoft\.com"\]\}$/,
    )
    assert.deepEqual(leaksIn(shown), [])
  })
})

test('what was redacted once is not redacted again, also by the redactor of another run', () => {
  const random = numbersFrom(5)
  const texts = Object.values(encodings).flatMap((inForm) =>
    ['adele@contoso.com', 'PC-0417.corp.contoso.com', '192.0.2.7', 'S-1-5-21-1-2-3-1107', 'AzureAD\\AdeleVance'].map(
      (text) => `${Math.floor(random() * 1000)} ${inForm(text)} `,
    ),
  )
  const other = createRedactor({ key, machine: redactor.redactMachine(machine), intent: defaultIntent })
  for (const text of texts) {
    const once = redactor.redactText('x', text)
    assert.equal(redactor.redactText('x', once), once)
    assert.equal(other.redactText('x', once), once)
  }
  assert.deepEqual(other.redactMachine(redactor.redactMachine(machine)), redactor.redactMachine(machine))
})

test('an id in braces behind a label is replaced once, and then is none any more', () => {
  for (const label of ['NgcKeyId', 'KeyContainerId', 'DeviceId', 'TenantId', 'Correlation ID']) {
    const once = redactor.redactText('x', `        ${label} : {0F0F0F0F-1A1A-4B2B-8C3C-4D4D4D4D4D4D}`)
    assert.match(once, / : \{[a-z]+-\w{12}\}$/)
    assert.deepEqual(leaksIn(once), [], once)
  }
})

test('a person called Page does not stop a bundle: the words of our own reports are no names', () => {
  const odd = machineThat({ hostName: 'EVIDENCE', user: { name: 'CORP\\Page', upn: 'coverage@contoso.com' } })
  const own = createRedactor({ key, machine: odd, intent: defaultIntent })
  const report = own.redactReport(
    judgeRecording(odd, { intent: defaultIntent, now: odd.machine.recordedAt, source: 'recording' }),
  )
  assert.doesNotMatch(JSON.stringify(report.facts), /evidence|\\\\page|coverage@/i)
  const gate = own.gate()
  gate.scan('report.html', encode(reportHtml(report, [])))
  assert.deepEqual(gate.finish(), [])
})
