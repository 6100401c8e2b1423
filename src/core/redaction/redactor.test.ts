import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { machineThat } from '../../../test/kit/judged.ts'
import { decodedEveryWay, encodings } from '../../../test/kit/seeded-identifiers.ts'
import { defaultIntent } from '../../shared/intent.ts'
import { openCaseKey } from './case-key.ts'
import { createRedactor } from './redactor.ts'

const [key, otherKey] = await Promise.all([openCaseKey('a case of contoso'), openCaseKey('another case')])
const intent = { ...defaultIntent, account: 'adele@contoso.com', peer: 'SRV-0001' }
const texts = (machine: Parameters<typeof createRedactor>[0]['machine'], with_ = key) =>
  JSON.stringify(createRedactor({ key: with_, machine, intent }).redactMachine(machine), (_, value) =>
    value instanceof Uint8Array ? new TextDecoder().decode(value) : value,
  )

test('the same names get the same tokens in the bundles of both ends, and others under another key', () => {
  const client = machineThat({ hostName: 'PC-0417' })
  const server = machineThat({
    hostName: 'SRV-0001',
    server: true,
    remoteDesktopUsers: [{ sid: 'S-1-12-1-1-2-3-4', name: 'AzureAD\\adele@contoso.com' }],
  })
  const tokensOf = (text: string) => new Set(text.match(/\b(?:user|tenant|domain)-[0-9a-z]{12}\b/g))
  const [here, there, foreign] = [tokensOf(texts(client)), tokensOf(texts(server)), tokensOf(texts(client, otherKey))]
  const shared = [key.token('user', 'adele@contoso.com'), key.token('tenant', '11111111-2222-4333-8444-555555555555')]
  for (const token of shared) assert.ok(here.has(token) && there.has(token), token)
  assert.deepEqual(
    [...here].filter((token) => foreign.has(token)),
    [],
  )
})

test('counts stand by kind and file, and nothing of the originals', () => {
  const machine = machineThat()
  const redactor = createRedactor({ key, machine, intent })
  redactor.redactMachine(machine)
  redactor.redactText('events-aad.xml', 'adele@contoso.com on PC-0417')
  const summary = redactor.summary()
  assert.deepEqual(summary.byFile['events-aad.xml'], { host: 1, user: 1 })
  assert.equal(summary.caseKeyId, key.id)
  assert.equal(
    Object.values(summary.byKind).reduce((sum, count) => sum + count, 0),
    summary.replaced,
  )
  assert.doesNotMatch(JSON.stringify(summary), /adele|contoso|0417/i)
})

test('the account of a computer, replaced once, is no name any more, whatever line follows', () => {
  const redactor = createRedactor({ key, machine: machineThat({ hostName: 'PC-0417' }), intent })
  const line = 'Executing Account Name : CORP\\PC-0417$, PC-0417$@corp.contoso.com'
  const once = redactor.redactText('a', `${line}\nKeySignTest : PASSED\n`)
  assert.doesNotMatch(once, /0417|contoso|corp/i)
  assert.equal(redactor.redactText('b', once), once)
  const [token = ''] = once.match(/host-[0-9a-z]{12}/) ?? []
  const realm = once.match(/@(\S+)/)?.[1] ?? ''
  assert.doesNotMatch(redactor.redactText('c', `lee@${realm}`), /lee/)
  assert.doesNotMatch(redactor.redactText('d', `${token}$@fabrikam.com`), /fabrikam/)
})

test('the full name of a computer nobody knows is a name, and that of a program is none', () => {
  const redactor = createRedactor({ key, machine: machineThat(), intent })
  const text = (of: string) => redactor.redactText('events.xml', of)
  for (const name of ['PC-0999.fabrikam.com', 'Pc-0999.corp.fabrikam.local', 'SRV-7.FABRIKAM.NET'])
    assert.doesNotMatch(text(`<Data>${name}</Data>`), /0999|srv-7|fabrikam/i, name)
  for (const program of ['System.Net', 'System.Net.Http', 'Newtonsoft.Json.Net'])
    assert.equal(text(`in ${program}.`), `in ${program}.`)
})

test('what follows a computer, a domain or an address in a path is a share or a folder, and no account', () => {
  const own = createRedactor({ key, machine: machineThat({ state: 'hybrid-joined' }), intent })
  for (const [path, shown] of [
    ['\\\\dc01.corp.contoso.com\\SysVol\\corp.contoso.com\\Policies', /^\\\\[\w.-]+\\SysVol\\[\w.-]+\\Policies$/],
    ['C:\\Users\\adele@contoso.com\\AppData\\Local', /^C:\\Users\\user-\w{12}@domain-\w{12}\\AppData\\Local$/],
    ['C:\\Users\\PC-0417.contoso.com\\AppData', /^C:\\Users\\host-\w{12}\.domain-\w{12}\\AppData$/],
    ['as CORP\\jdoe', /^as domain-\w{12}\\user-\w{12}$/],
  ] as const) {
    const text = own.redactText('x', path)
    assert.match(text, shown)
    assert.deepEqual(own.spansIn(text), [], text)
  }
})

test('a stream gives what the whole text gives, cut at any place, in UTF-8 and UTF-16', async () => {
  const machine = machineThat()
  const redactor = createRedactor({ key, machine, intent })
  const text = 'adele@contoso.com \u20ac PC-0417 S-1-12-1-1-2-3-4 \r\n'.repeat(40)
  for (const bytes of [Buffer.from(text), Buffer.from(`\ufeff${text}`, 'utf16le')])
    for (const size of [1, 3, 64, 4096]) {
      const chunks = async function* () {
        for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
      }
      const parts: Uint8Array[] = []
      for await (const part of redactor.redactStream('events.xml', chunks())) parts.push(part)
      assert.equal(Buffer.concat(parts).toString('utf8'), redactor.redactText('events.xml', text))
    }
})

const word = fc.stringMatching(/^[a-z]{2,7}[0-9]{2,4}$/)
const made = fc.record({
  user: fc.tuple(word, word).map(([first, last]) => `${first}.${last}`),
  host: word.map((name) => `pc-${name}`),
  domain: word.map((name) => `${name}.example`),
  sid: fc
    .array(fc.integer({ min: 10000, max: 4_000_000_000 }), { minLength: 4, maxLength: 4 })
    .map((parts) => `S-1-12-1-${parts.join('-')}`),
  device: fc.uuid({ version: 4 }),
  encoding: fc.constantFrom(...Object.values(encodings)),
  before: fc.constantFrom('', ' ', 'x=', '"', '\\\\', '(', '\t'),
})

test('random names in random forms: none is left', () => {
  fc.assert(
    fc.property(made, ({ user, host, domain, sid, device, encoding, before }) => {
      const machine = machineThat({ hostName: host, user: { name: `AzureAD\\${user}`, upn: `${user}@${domain}`, sid } })
      const redactor = createRedactor({ key, machine, intent: defaultIntent })
      const names = [`${user}@${domain}`, user, host, `${host}.${domain}`, domain, sid, device]
      const text = names.map((name) => `${before}${encoding(name)} and more`).join('\r\n')
      const shown = decodedEveryWay(redactor.redactText('x', text))
      for (const name of names)
        assert.ok(!shown.includes(name.toLowerCase()), `${name}: ${redactor.redactText('x', text)}`)
    }),
    { numRuns: 150, seed: 417 },
  )
})

test('names below a public ending, lists of domains and names at the end of a long line are replaced once', () => {
  const realm = 'contosoworks.onmicrosoft.com'
  const machine = machineThat({
    user: { name: 'AzureAD\\Adele', upn: `adele@${realm}`, sid: 'S-1-12-1-1-2-3-4' },
    registry: {
      'HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters': {
        values: { SearchList: ['REG_SZ', `corp.fabrikam.example,${realm}`] },
      },
    },
  })
  const own = createRedactor({ key, machine, intent })
  const long = 'A line that is longer than a narrow console is wide, with a name at its very end: '
  const upnInBase64 = Buffer.from(`\0\x01\xfa\x03adele@${realm}\0\xff`, 'latin1').toString('base64')
  for (const text of [
    `https://mdm.${realm}/EnrollmentServer`,
    `C:\\Users\\adele@${realm}\\AppData`,
    `0x${Buffer.from(`adele@${realm}`).toString('hex')}`,
    upnInBase64,
    `${long}adele@${realm}\nOther`,
    `${long}https://mdm.${realm}\nOther`,
    `${long}https://login.microsoftonline.com\nOther`,
    JSON.stringify(own.redactMachine(machine).registry),
  ]) {
    const once = own.redactText('x', text)
    assert.doesNotMatch(decodedEveryWay(once), /adele|contosoworks|fabrikam/)
    assert.deepEqual(own.spansIn(once), [], once)
  }
  assert.match(own.redactText('x', `${long}https://login.microsoftonline.com\nOther`), /microsoftonline\.com\nOther$/)
  const shown = (text: string): string => own.redactText('x', text)
  for (const name of [`adele@${realm}`, `stranger@${realm}`, `mdm.${realm}`])
    for (const below of ['Other: 1', 'Next words'])
      assert.equal(shown(`${long}${name}\r\n${below}`), `${long}${shown(name)}\r\n${below}`)
  assert.equal(shown(`${long}adele@contosoworks.onmicr\nosoft.com`), `${long}${shown(`adele@${realm}`)}`)
})

test('a name is the same in any case, with accents as letters of their own, and where no spaces are written', () => {
  for (const [name, forms] of [
    ['JörgMüßig', ['JÖRGMÜSSIG', 'jörgmüßig', 'JörgMüßig'.normalize('NFD')]],
    ['İlkerIşık', ['İLKERIŞIK', 'ilkerışık', 'i̇lkerışık']],
    ['山田太郎', ['山田太郎さん', '社員山田太郎は']],
    ['山田', ['山田さん']],
  ] as const) {
    const own = createRedactor({
      key,
      machine: machineThat({ user: { name: `AzureAD\\${name}`, upn: 'adele@contoso.com', sid: 'S-1-12-1-1-2-3-4' } }),
      intent: defaultIntent,
    })
    for (const form of forms) assert.ok(own.redactText('x', `by ${form}.`).includes(key.token('user', name)), form)
  }
})

test("a guest's name loses the address at home, and a name with an apostrophe all of it", () => {
  const own = createRedactor({
    key,
    machine: machineThat({
      user: {
        name: "AzureAD\\SeánO'Rourke",
        upn: 'nestor.wilke_fabrikam.com#EXT#@contoso.onmicrosoft.com',
        sid: 'S-1-12-1-1-2-3-4',
      },
    }),
    intent: defaultIntent,
  })
  for (const text of [
    'nestor.wilke@fabrikam.com',
    'nestor.wilke_fabrikam.com#EXT#',
    'by nestor.wilke.',
    "as AzureAD\\SeánO'Rourke",
    "as AzureAD\\NiamhO'Brien",
  ])
    assert.doesNotMatch(own.redactText('x', text), /nestor|wilke|fabrikam|Rourke|Brien/, text)
  assert.match(own.redactText('x', "'AzureAD\\NiamhOBrien'"), /^'AzureAD\\user-\w{12}'$/)
})

test('the subject and the issuer of a certificate name nobody, and its authority stays', () => {
  const asAt = { notBefore: '2026-01-01T00:00:00Z', notAfter: '2036-01-01T00:00:00Z' }
  const names = [
    [
      'CN=PC-0417.contoso.com, O=Fabrikam Works, L=Oslo, C=NO',
      /^CN=host-\w{12}\.domain-\w{12}, O=tenant-\w{12}, L=unit-\w{12}, C=NO$/,
    ],
    [
      'CN="Vance, Adele", OU=Sales, E=adele@contoso.com',
      /^CN=host-\w{12}, OU=unit-\w{12}, E=user-\w{12}@domain-\w{12}$/,
    ],
    ['DC=com, DC=contoso, CN=CORP-DC01-CA', /^DC=domain-\w{12}, CN=host-\w{12}$/],
    ['CN=Vance\\, Adele,OU=Staff,DC=contoso,DC=com', /^CN=host-\w{12},OU=unit-\w{12},DC=domain-\w{12}$/],
    ['CN=DigiCert Global Root G2, O=DigiCert Inc, C=US', /^CN=DigiCert Global Root G2, O=DigiCert Inc, C=US$/],
    [
      'DC=net + DC=windows + CN=MS-Organization-Access + OU=82dbaca4-3e81-46ca-9c73-0950c1eaca97',
      /^DC=net \+ DC=windows \+ CN=MS-Organization-Access \+ OU=82dbaca4-3e81-46ca-9c73-0950c1eaca97$/,
    ],
  ] as const
  const machine = machineThat({
    commands: {
      'machine-certificates': JSON.stringify({
        certificates: names.map(([name]) => ({ subject: name, issuer: name, ...asAt })),
      }),
    },
  })
  const own = createRedactor({ key, machine, intent })
  const written = new TextDecoder().decode(
    own.redactMachine(machine).commands.find(({ id }) => id === 'machine-certificates')?.stdout,
  )
  const { certificates } = JSON.parse(written) as { certificates: { subject: string; issuer: string }[] }
  for (const [index, [, shape]] of names.entries()) {
    assert.match(certificates[index]?.subject ?? '', shape)
    assert.match(certificates[index]?.issuer ?? '', shape)
  }
  assert.deepEqual(own.spansIn(written), [])
})

test('a profile with a blank in its name and a name with a comma in a directory are replaced whole', () => {
  const own = createRedactor({ key, machine: machineThat(), intent })
  assert.match(own.redactText('x', 'C:\\Users\\Max Muster\\Documents'), /^C:\\Users\\user-\w{12}\\Documents$/)
  assert.match(own.redactText('x', 'C:\\Users\\adele\\bin\\x.exe'), /^C:\\Users\\user-\w{12}\\bin\\x\.exe$/)
  assert.match(own.redactText('x', 'C:\\Users\\adele is in C:\\Temp\\x'), /^C:\\Users\\user-\w{12} is in C:\\Temp\\x$/)
  assert.match(
    own.redactText('x', 'CN=Vance\\, Adele,OU=Staff,DC=contoso,DC=com'),
    /^CN=user-\w{12},OU=unit-\w{12},DC=domain-\w{12}$/,
  )
})

test('what a company calls itself is found in its short domain name and in words made of several', () => {
  const own = createRedactor({
    key,
    machine: machineThat({ hostName: 'PC-0417' }),
    intent: { ...defaultIntent, account: 'adele@corp.wingtiptoys.co.uk', domain: 'ad.proseware.com' },
  })
  for (const [text, shown] of [
    ['SEC-WingtiptoysBaseline', /^SEC-domain-\w{12}Baseline$/],
    ['MyProseware', /^Mydomain-\w{12}$/],
    ['WINGTIPTOYS\\jdoe', /^domain-\w{12}\\user-\w{12}$/],
    ['C:\\Program Files\\Proseware\\Agent', /^C:\\Program Files\\domain-\w{12}\\Agent$/],
    ['CONTOSO\\jdoe', /^tenant-\w{12}\\user-\w{12}$/],
    ['PC-0417old', /^host-\w{12}old$/],
    ['prosewares and wingtiptoy', /^prosewares and wingtiptoy$/],
  ] as const) {
    const once = own.redactText('x', text)
    assert.match(once, shown)
    assert.deepEqual(own.spansIn(once), [], once)
  }
})

test('a computer that only a log names is known by the name of Windows Setup and by tickets for it', () => {
  const own = createRedactor({ key, machine: machineThat(), intent: defaultIntent })
  const log = 'by DESKTOP-4F5G6H7\\Bob for TERMSRV/SRV-QX77 and TERMSRV/SRV-QX78.fabrikam.com in DESKTOP-BRIDGES'
  own.learn(log)
  const shown = own.redactText('x', `${log}; SRV-QX78`)
  assert.match(
    shown,
    /^by host-\w{12}\\user-\w{12} for TERMSRV\/host-\w{12} and TERMSRV\/host-\w{12}\.domain-\w{12} in DESKTOP-BRIDGES; host-\w{12}$/,
  )
  assert.deepEqual(own.spansIn(shown), [])
})
