import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Nltest, readNltest } from './nltest.ts'

const read = (...lines: string[]): Nltest => {
  const found = readNltest(lines.join('\r\n'))
  assert.ok(found.ok, found.ok ? '' : found.fault.message)
  return found.value
}

const block = [
  '           DC: \\\\DC02.corp.fabrikam.com',
  '      Address: \\\\198.51.100.20',
  '     Dom Guid: 2b2b2b2b-3c3c-4d4d-8e5e-6f6f6f6f6f6f',
  '     Dom Name: corp.fabrikam.com',
  '  Forest Name: fabrikam.com',
  ' Dc Site Name: Hamburg',
  'Our Site Name: Berlin',
]
const flags = '        Flags: GC DS LDAP KDC WRITABLE DNS_DC FULL_SECRET WS DS_8 DS_9 DS_10'
const done = 'The command completed successfully'

describe('nltest /dsgetdc', () => {
  test('an English answer', () => {
    assert.deepEqual(read(...block, `${flags} KEYLIST`, done, ''), {
      found: true,
      dc: 'DC02.corp.fabrikam.com',
      address: '198.51.100.20',
      domain: 'corp.fabrikam.com',
      forest: 'fabrikam.com',
      dcSite: 'Hamburg',
      clientSite: 'Berlin',
      flags: ['GC', 'DS', 'LDAP', 'KDC', 'WRITABLE', 'DNS_DC', 'FULL_SECRET', 'WS', 'DS_8', 'DS_9', 'DS_10', 'KEYLIST'],
      keyList: 'yes',
      kdc: 'yes',
      writable: 'yes',
      status: { code: 0, name: null },
      secureChannel: null,
    })
  })
  test('numbers in capitals, and nothing but a number', () => {
    const { flags: tokens, keyList } = read(...block, `${flags} 0x2E000`, done)
    assert.deepEqual([tokens?.at(-1), keyList], ['0x2E000', 'yes'])
    assert.equal(read(...block, `${flags} 0xE000`, done).keyList, 'no')
    const bare = (number: string, ...after: string[]) => {
      const found = read(...block, `        Flags: ${number}`, ...after)
      return [found.flags, found.keyList, found.kdc, found.writable]
    }
    assert.deepEqual(bare('0xe003f1fd', done), [['0xe003f1fd'], 'yes', 'yes', 'yes'])
    assert.deepEqual(bare('0xE001F0DD', done), [['0xE001F0DD'], 'no', 'no', 'no'])
    assert.deepEqual(bare('0xe00'), [null, 'unknown', 'unknown', 'unknown'])
  })
  test('hidden names stay where they are', () => {
    const of = (dcName: string, address: string) => {
      const found = read(`           DC: \\\\${dcName}`, `      Address: \\\\${address}`, flags, done)
      return [found.dc, found.address]
    }
    for (const [dcName, address] of [
      ['<redacted>', '192.0.2.10'],
      ['[DC 1]', 'x.x.x.x'],
      ['***.contoso.com', '***.***.***.***'],
      ['████', '192.0.2.###'],
      ['<dc>.contoso.com', '<ip>'],
    ] as const)
      assert.deepEqual(of(dcName, address), [dcName, address])
    const addressOnly = read('      Address: \\\\<redacted>', flags, done)
    assert.deepEqual([addressOnly.dc, addressOnly.address], [null, '<redacted>'])
  })
  test('bold lines and code', () => {
    const lines = [...block, `${flags} KEYLIST`, done]
    for (const mark of ['**', '`'])
      assert.deepEqual(read(...lines.map((line) => `${mark}${line.trim()}${mark}`)), read(...lines))
  })
  test('the bit as a number, alone or with newer ones', () => {
    for (const number of ['0x20000', '0x60000', '0x8020000'])
      assert.equal(read(...block, `${flags} ${number}`, done).keyList, 'yes')
    for (const number of ['0x40000', '0x2000', '0x200000'])
      assert.equal(read(...block, `${flags} ${number}`, done).keyList, 'no')
  })
  test('flags read without it say no; without flags nothing is known', () => {
    assert.equal(read(...block, flags, done).keyList, 'no')
    const without = read(...block, done)
    assert.deepEqual(
      [without.flags, without.keyList, without.kdc, without.writable],
      [null, 'unknown', 'unknown', 'unknown'],
    )
    assert.equal(without.found, true)
  })
  test('tabs between the flags', () => {
    assert.deepEqual(read(...block, flags.replaceAll(' ', '\t'), done).flags, read(...block, flags, done).flags)
  })
  test('a flag of a newer build counts among known ones', () => {
    assert.equal(read(...block, `${flags} KEYLIST SOMETHING_NEW`, done).flags?.at(-1), 'SOMETHING_NEW')
  })
  test('flags at the end of a cut text: what is there is there, the rest is unknown', () => {
    const cut = read(...block, '        Flags: GC DS LDAP KD')
    assert.deepEqual([cut.flags, cut.keyList, cut.kdc], [['GC', 'DS', 'LDAP'], 'unknown', 'unknown'])
    assert.equal(read(...block, `${flags} KEYLIST`).keyList, 'yes')
  })
  test('flags wrapped at 80 columns, in mid-token too', () => {
    const all =
      'PDC GC DS LDAP KDC TIMESERV GTIMESERV WRITABLE DNS_DC DNS_DOMAIN DNS_FOREST CLOSE_SITE FULL_SECRET WS DS_8 DS_9 DS_10 KEYLIST'
    const line = `        Flags: ${all}`
    for (let width = 20; width < line.length; width++)
      for (const trim of [false, true]) {
        const wrapped = (line.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).map((piece) =>
          trim ? piece.trimEnd() : piece,
        )
        assert.deepEqual(read(...block, ...wrapped, done).flags, all.split(' '), `${width}`)
      }
  })
  test('a translated answer is read by position; with too few lines nothing is guessed', () => {
    const german = [
      'DC: \\\\DC02',
      'Adresse: \\\\198.51.100.20',
      'Dom-GUID: 2b2b2b2b-3c3c-4d4d-8e5e-6f6f6f6f6f6f',
      'Domäne: corp',
      'Struktur: fabrikam.com',
      'Standort: Hamburg',
      'Unserer: Berlin',
      'Kennz.: GC DS KDC',
      'Fertig.',
    ]
    const of = (...lines: string[]) => {
      const { domain, forest, dcSite, clientSite } = read(...lines)
      return [domain, forest, dcSite, clientSite]
    }
    assert.deepEqual(of(...german), ['corp', 'fabrikam.com', 'Hamburg', 'Berlin'])
    assert.deepEqual(of(...german.filter((line) => !line.startsWith('Unserer'))), [
      'corp',
      'fabrikam.com',
      'Hamburg',
      null,
    ])
    assert.deepEqual(of(...german.filter((line) => !/^(?:Unserer|Struktur)/.test(line))), [null, null, null, null])
    assert.deepEqual(of(...german.filter((line) => !line.startsWith('Struktur'))), [null, null, null, null])
    assert.deepEqual(of(...german.filter((line) => !line.startsWith('Domäne'))), [null, null, null, null])
    const hiddenGuid = german.map((line) => (line.startsWith('Dom-GUID') ? 'Dom-GUID: [REDACTED]' : line))
    assert.deepEqual(of(...hiddenGuid), ['corp', 'fabrikam.com', 'Hamburg', 'Berlin'])
    assert.deepEqual(of(...german.filter((line) => !line.startsWith('Kennz'))), [null, null, null, null])
    const more = german.flatMap((line) => (line.startsWith('Unserer') ? [line, 'Neu: in diesem Build'] : [line]))
    assert.deepEqual(of(...more), [null, null, null, null])
  })
  test('a label that captures show in Japanese', () => {
    const { domain, forest, dcSite, clientSite } = read(
      'DC: \\\\dc02.corp.fabrikam.com',
      'アドレス: \\\\198.51.100.20',
      'ドメイン GUID: 2b2b2b2b-3c3c-4d4d-8e5e-6f6f6f6f6f6f',
      'DC サイト名: Hamburg',
      'フラグ: GC DS KDC KEYLIST',
      'コマンドは正常に完了しました',
    )
    assert.deepEqual([domain, forest, dcSite, clientSite], [null, null, 'Hamburg', null])
  })
  test('a missing English label is null, the others stay', () => {
    const { domain, forest, dcSite, clientSite } = read(
      ...block.filter((line) => !line.includes('Forest')),
      flags,
      done,
    )
    assert.deepEqual([domain, forest, dcSite, clientSite], ['corp.fabrikam.com', null, 'Hamburg', 'Berlin'])
  })
  test('an address alone is no controller name; a share in the prompt is neither', () => {
    const { dc, address } = read(
      '\\\\files\\tools> nltest /dsgetdc:corp',
      'PS C:\\> nltest /server:\\\\DC09',
      'Adresse：\\\\192.0.2.7',
      '',
    )
    assert.deepEqual([dc, address], [null, '192.0.2.7'])
  })
  test('no controller', () => {
    for (const line of [
      'Getting DC name failed: Status = 1355 0x54b ERROR_NO_SUCH_DOMAIN',
      'DC 名の取得に失敗しました: 状態 = 1355 0x54b ERROR_NO_SUCH_DOMAIN',
    ]) {
      const { found, status, secureChannel, dc } = read(line)
      assert.deepEqual(
        [found, status, secureChannel, dc],
        [false, { code: 1355, name: 'ERROR_NO_SUCH_DOMAIN' }, null, null],
      )
    }
  })
})

describe('nltest /sc_query and /sc_verify', () => {
  test('a working channel', () => {
    const {
      found,
      flags: read_,
      keyList,
      status,
      secureChannel,
      dc,
    } = read(
      'Flags: b0 HAS_IP  HAS_TIMESERV ',
      'Trusted DC Name \\\\DC01.corp.contoso.com ',
      'Trusted DC Connection Status Status = 0 0x0 NERR_Success',
      'Trust Verification Status = 0 0x0 NERR_Success',
      done,
    )
    const zero = { code: 0, name: 'NERR_Success' }
    assert.deepEqual([found, read_, keyList, status, dc], [true, null, 'unknown', zero, null])
    assert.deepEqual(secureChannel, { dc: 'DC01.corp.contoso.com', connection: zero, verification: zero })
  })
  test('"completed successfully" under a broken one', () => {
    const broken = { code: 1787, name: 'ERROR_NO_TRUST_SAM_ACCOUNT' }
    const { found, status, secureChannel } = read(
      'Flags: 80',
      'Trusted DC Name ',
      'Trusted DC Connection Status Status = 0 0x0 NERR_Success',
      'Trust Verification Status = 1787 0x6fb ERROR_NO_TRUST_SAM_ACCOUNT',
      done,
    )
    assert.deepEqual([found, status, secureChannel?.dc, secureChannel?.verification], [false, broken, null, broken])
  })
  test('/sc_query verifies nothing', () => {
    const { found, secureChannel } = read(
      'Flags: 0',
      'Trusted DC Name',
      'Trusted DC Connection Status Status = 5 0x5 ERROR_ACCESS_DENIED',
      done,
    )
    assert.deepEqual(
      [found, secureChannel],
      [false, { dc: null, connection: { code: 5, name: 'ERROR_ACCESS_DENIED' }, verification: null }],
    )
  })
  test('cut before the statuses', () => {
    const lines = ['Flags: b0 HAS_IP  HAS_TIMESERV ', 'Trusted DC Name \\\\DC01.corp.contoso.com ', 'Trusted DC Connec']
    const { found, status, secureChannel, dc } = read(...lines)
    assert.deepEqual(
      [found, status, secureChannel, dc],
      [false, null, { dc: 'DC01.corp.contoso.com', connection: null, verification: null }, null],
    )
    assert.deepEqual(read(...lines.slice(1)).secureChannel, secureChannel)
  })
  test('cut at its beginning, the verification is still the verification', () => {
    const zero = { code: 0, name: 'NERR_Success' }
    assert.deepEqual(read('Trust Verification Status = 0 0x0 NERR_Success', done).secureChannel, {
      dc: null,
      connection: null,
      verification: zero,
    })
  })
  test('translated, with colons where English has none', () => {
    const broken = { code: 1787, name: 'ERROR_NO_TRUST_SAM_ACCOUNT' }
    const zero = { code: 0, name: 'NERR_Success' }
    const of = (...lines: string[]) => {
      const { found, dc, secureChannel } = read(...lines)
      return [found, dc, secureChannel]
    }
    assert.deepEqual(
      of(
        'Indicateurs : b0 HAS_IP HAS_TIMESERV',
        'Nom du contrôleur : \\\\DC01',
        'État de la connexion : Status = 0 0x0 NERR_Success',
        'Vérification : Status = 1787 0x6fb ERROR_NO_TRUST_SAM_ACCOUNT',
      ),
      [false, null, { dc: 'DC01', connection: zero, verification: broken }],
    )
    assert.deepEqual(of('フラグ: 80', '信頼された DC 名', '状態： 状態 = 1787 0x6fb ERROR_NO_TRUST_SAM_ACCOUNT', 'x'), [
      false,
      null,
      { dc: null, connection: broken, verification: null },
    ])
  })
  test('a status that a window cut', () => {
    for (const line of [
      'Getting DC name failed: Status = 1355 0x54b ERROR_NO_SUCH_DOMAIN',
      'Vertrauenswürdige Verbindung: Status = 2147942405 0x80070005 E_ACCESSDENIED',
    ])
      for (let width = 42; width < line.length; width++)
        for (const trim of [false, true]) {
          const pieces = [line.slice(0, width), line.slice(width)].map((piece) => (trim ? piece.trim() : piece))
          const { status, found } = read(...pieces, '')
          assert.deepEqual([status, found], [read(line).status, false], pieces.join('|'))
        }
  })
  test('numbers of another tool are no flags of a channel', () => {
    const failure = 'Getting DC name failed: Status = 1355 0x54b ERROR_NO_SUCH_DOMAIN'
    for (const before of [
      ['AS_REP Credential Type: 2', 'Cloud Primary (Hybrid logon) TGT available: 1'],
      ['CloudKeyVersion    : 48211', 'CloudTrustDisplay  : '],
      ['CloudKeyUpdatedOn  : 14.03.2026 21:23:43', 'CloudTrustDisplay  : '],
      ['screen mode id:i:2', 'full address:s:PC-0417'],
    ])
      assert.deepEqual(read(...before, '', failure), read(failure))
  })
  test('a call that failed is no channel', () => {
    const { found, status, secureChannel } = read(
      'I_NetLogonControl failed: Status = 1722 0x6ba RPC_S_SERVER_UNAVAILABLE',
    )
    assert.deepEqual([found, status?.code, secureChannel], [false, 1722, null])
  })
  test('the closing line alone says nothing', () => assert.equal(readNltest(`${done}\n`).ok, false))
})

describe('anything else', () => {
  for (const text of [
    '',
    'hello',
    'C:\\>nltest /dsgetdc:corp',
    'Role: GC',
    'path: \\\\files\\share',
    ': \\\\a',
    'AzureAdJoined : YES',
  ])
    test(`${JSON.stringify(text)} is unreadable`, () => {
      const found = readNltest(text)
      assert.equal(found.ok ? 'read' : found.fault.code, 'unreadable')
    })
})
