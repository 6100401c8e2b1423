import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import iconv from 'iconv-lite'
import { type CaptureKind, captureKinds, readCapture } from './read-capture.ts'

const samples: Readonly<Record<CaptureKind, string>> = {
  'dsregcmd-status': `\r\n+${'-'.repeat(70)}+\r\n| ${'Device State'.padEnd(68)} |\r\n+${'-'.repeat(70)}+\r\n\r\n             AzureAdJoined : YES\r\n              DomainJoined : NO\r\n                TenantName : Société Contoso\r\n`,
  nltest:
    '           DC: \\\\DC02.corp.fabrikam.com\r\n      Address: \\\\198.51.100.20\r\n        Flags: GC DS LDAP KDC KEYLIST\r\nThe command completed successfully\r\n',
  'klist-cloud-debug':
    '\r\nCurrent LogonId is 0:0x2c41a7\r\nCloud Kerberos Debug info:\r\nCloud Kerberos enabled by policy: 0\r\nCloud Primary (Hybrid logon) TGT available: 1\r\n',
  'kerberos-server': '\r\nId                 : 1\r\nKeyVersion         : 5\r\nCloudKeyVersion    : 5\r\n',
  rdp: 'screen mode id:i:2\r\nfull address:s:PC-0417\r\nusername:s:.\\AzureAD\\adele@contoso.com\r\n',
  'reg-file':
    'Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\SYSTEM\\X]\r\n"AzureAdJoined : YES"="full address:s:x"\r\n',
}
const kindOf = (bytes: Uint8Array, kind: CaptureKind | null = null) => {
  const capture = readCapture(bytes, kind)
  return capture.ok ? capture.value.kind : capture.fault.code
}

describe('readCapture', () => {
  test('knows six kinds', () => assert.deepEqual([...captureKinds].sort(), Object.keys(samples).sort()))
  for (const [kind, text] of Object.entries(samples) as [CaptureKind, string][])
    for (const encoding of ['utf8', 'utf16le', 'cp1252'])
      test(`${kind} in ${encoding} is recognized, and is nothing else`, () => {
        const bytes = iconv.encode(text, encoding, { addBOM: encoding === 'utf16le' })
        assert.equal(kindOf(bytes), kind)
        for (const other of captureKinds)
          assert.equal(kindOf(bytes, other), other === kind ? kind : 'unreadable', other)
      })
  test('reg query, a status line of nltest, and work accounts alone', () => {
    const of = (text: string) => kindOf(iconv.encode(text, 'utf8'))
    assert.equal(of('\r\nHKEY_CURRENT_USER\\X\r\n    a    REG_SZ    b\r\n'), 'reg-file')
    assert.equal(of('Getting DC name failed: Status = 1355 0x54b ERROR_NO_SUCH_DOMAIN'), 'nltest')
    assert.equal(of('WorkplaceTenantId : x\nWorkplaceTenantName : y'), 'dsregcmd-status')
    for (const line of ['CloudTgt : YES', 'MdmUrl : ', 'DRS Discovery Test : FAIL', 'Executing Account Name : CORP\\x'])
      assert.equal(of(`  ${line}\r\n`), 'dsregcmd-status', line)
    assert.equal(of('AS_REP callback used: 1\r\nPlaintext Password Present: 0\r\n'), 'klist-cloud-debug')
    assert.equal(of('KeyVersion : 5\r\nKeyUpdatedOn : 14.03.2026 21:23:43\r\n'), 'kerberos-server')
    assert.equal(of('Flags: 80\r\nTrusted DC Name \r\n'), 'nltest')
    for (const line of ['desktopwidth:i:1920', 'gatewayhostname:s:rdg.contoso.com', 'password 51:b:01AB'])
      assert.equal(of(`${line}\r\n`), 'rdp', line)
  })
  test('with the blanks and line ends of a web page', () => {
    for (const [kind, text] of Object.entries(samples)) {
      const lines = text.replaceAll('\r\n', '\n')
      if (kind !== 'reg-file') assert.equal(kindOf(iconv.encode(lines.replaceAll(' ', '\u00a0'), 'utf8')), kind)
      for (const end of ['<br/>', '<br>\n', '\r', '\n> '])
        assert.equal(kindOf(iconv.encode(lines.replaceAll('\n', end), 'utf8')), kind, end)
    }
    const query = '<br/>HKEY_CURRENT_USER\\X<br/>    a    REG_SZ    b<br/>'
    assert.equal(kindOf(iconv.encode(query, 'utf8')), 'reg-file')
  })
  test('the code page reaches the text', () => {
    const read = readCapture(iconv.encode(samples['dsregcmd-status'].replace('Société', '株式'), 'cp932'), null, 932)
    assert.ok(read.ok && read.value.kind === 'dsregcmd-status')
    assert.equal(read.value.facts.tenant.name, '株式 Contoso')
  })
  for (const text of ['', '\r\n  \r\n', '\ufeff', '\0\0\0\0'])
    test(`${JSON.stringify(text)} is no answer`, () => {
      for (const kind of [null, ...captureKinds]) assert.equal(kindOf(iconv.encode(text, 'utf8'), kind), 'unreadable')
    })
  for (const text of [
    'hello',
    '{"members":[]}',
    'FEHLER: Der angegebene Schlüssel wurde nicht gefunden.',
    'The command completed successfully.',
    '# Readme\n\n| a | b |\n|---|---|\n| TenantId | x |',
  ])
    test(`${JSON.stringify(text.slice(0, 30))} is not recognized`, () =>
      assert.equal(kindOf(iconv.encode(text, 'utf8')), 'unreadable'))
})

describe('noise', () => {
  let state = 42
  const random = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const from = (size: number, alphabet: string) =>
    Uint8Array.from({ length: size }, () => alphabet.charCodeAt(random(alphabet.length)))
  const text = (size: number, start: string, repeated: string) =>
    iconv.encode(start + repeated.repeat(Math.ceil(size / repeated.length)), 'utf8')
  /** Well under a second for 5 MB. Time of the processor, since tests run side by side. */
  const assertQuick = (bytes: Uint8Array) => {
    for (const kind of [null, ...captureKinds]) {
      const started = process.cpuUsage()
      readCapture(bytes, kind, 932)
      const took = process.cpuUsage(started).user / 1000
      assert.ok(took < 150 + bytes.length / 5000, `${kind}: ${took} ms`)
    }
  }
  const noises: Readonly<Record<string, (size: number) => Uint8Array>> = {
    bytes: (size) => Uint8Array.from({ length: size }, () => random(256)),
    'bytes without ASCII': (size) => Uint8Array.from({ length: size }, () => 128 + random(128)),
    letters: (size) => from(size, 'abcdefghij KLMNOP \n'),
    'one line of signs': (size) => from(size, '|:\\= '),
    'lines of signs': (size) => from(size, '|:\\=+-"[]\n'),
  }
  for (const [name, make] of Object.entries(noises))
    test(`5 MB of ${name} end soon and are not recognized`, () => {
      const bytes = make(5_000_000)
      assertQuick(bytes)
      assert.equal(kindOf(bytes), 'unreadable')
    })

  const traps: Readonly<Record<string, (size: number) => Uint8Array>> = {
    'line ends': (size) => from(size, '\r\n'),
    returns: (size) => text(size, '', '\r'),
    blanks: (size) => text(size, '', ' '),
    backticks: (size) => text(size, 'AzureAdJoined : ', '`'),
    'quotes in quotes': (size) => text(size, '', '> '),
    'half tags': (size) => text(size, '', '<br '),
    'an endless wrapped value': (size) => text(size, 'AzureAdJoined : NO\nServer Message : ', `${'x'.repeat(93)}\n`),
    'titles only': (size) => text(size, '', '| Work Account 1 |\nNgcSet : NO\n'),
    'accounts without titles': (size) => text(size, 'AzureAdJoined : NO\n', 'WorkplaceDeviceId : 1\n'),
    'flags without end': (size) => text(size, 'Flags: GC DS\n', 'LDAP KDC\n'),
    'statuses without end': (size) => text(size, '', '= 0 0x0 X\n'),
    'strings without end': (size) => text(size, '[HKEY_CURRENT_USER\\X]\n', '"a"="\\"\\"'),
    'strings without backslash': (size) => text(size, '[HKEY_CURRENT_USER\\X]\n', '"a"="b"\n'),
    'bytes that go on': (size) => text(size, '[HKEY_CURRENT_USER\\X]\n"a"=hex:', '00,\\\n'),
    'objects that all differ': (size) =>
      iconv.encode(Array.from({ length: size / 30 }, (_, id) => `Id : ${id}\nKeyVersion : ${id}`).join('\n'), 'utf8'),
    'a cell without end': (size) =>
      text(size, 'KeyVersion KeyUpdatedOn\n---------- ------------\n1 2\n', `${' '.repeat(11)}x:\n`),
    'a list value without end': (size) => text(size, 'KeyVersion : ', `1\n${' '.repeat(20)}`),
  }
  for (const [name, make] of Object.entries(traps)) test(`1 MB of ${name}`, () => assertQuick(make(1_000_000)))
})

describe('a text of another kind is named for what it looks like', () => {
  const texts: Readonly<Record<(typeof captureKinds)[number], string>> = {
    'dsregcmd-status': 'AzureAdJoined : YES\nDomainJoined : NO\n',
    nltest: 'Getting DC name failed: Status = 1355 0x54b ERROR_NO_SUCH_DOMAIN\n',
    'klist-cloud-debug': 'Cloud Kerberos enabled by policy: 0\n',
    'kerberos-server': 'KeyVersion : 1\nCloudKeyVersion : 1\n',
    rdp: 'full address:s:PC-0600\n',
    'reg-file': 'Windows Registry Editor Version 5.00\n\n[HKEY_CURRENT_USER\\Software]\n"a"="b"\n',
  }
  for (const kind of captureKinds)
    for (const other of captureKinds.filter((each) => each !== kind))
      test(`${kind} read as ${other}`, () => {
        const read = readCapture(iconv.encode(texts[kind], 'utf8'), other)
        // An .rdp file or a registry export may hold nearly any line, so what has some meaning there is read there.
        if (read.ok) assert.ok(['rdp', 'reg-file', 'nltest'].includes(other), `${kind} was read as ${other}`)
        else assert.match(read.fault.message, /^This looks like (?:the output of |an? \.)/)
      })
})
