import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { asKerberosServerList, readKerberosServer } from './kerberos-server.ts'

const fields = {
  Id: '21043',
  UserAccount: 'CN=krbtgt_AzureAD,CN=Users,DC=corp,DC=contoso,DC=com',
  ComputerAccount: 'CN=AzureADKerberos,OU=Domain Controllers,DC=corp,DC=contoso,DC=com',
  DisplayName: 'krbtgt_21043',
  DomainDnsName: 'corp.contoso.com',
  KeyVersion: '48211',
  KeyUpdatedOn: '14.03.2026 21:23:43',
  KeyUpdatedFrom: 'DC01.corp.contoso.com',
  CloudDisplayName: 'krbtgt_21043',
  CloudDomainDnsName: 'corp.contoso.com',
  CloudId: '21043',
  CloudKeyVersion: '48211',
  CloudKeyUpdatedOn: '14.03.2026 21:23:43',
  CloudTrustDisplay: '',
}
type Fields = Partial<Record<keyof typeof fields, string | null>>

const list = (changes: Fields = {}) =>
  Object.entries({ ...fields, ...changes })
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `${key.padEnd(18)} : ${value}\r\n`)
    .join('')
const read = (text: string) => {
  const found = readKerberosServer(text)
  assert.ok(found.ok, found.ok ? '' : found.fault.message)
  return found.value
}
const inSync = (changes: Fields) => read(`\r\n${list(changes)}\r\n`).inSync

describe('Get-AzureADKerberosServer', () => {
  test('both halves agree', () => {
    const { domains, ...first } = read(
      `PS C:\\> Get-AzureADKerberosServer -Domain corp.contoso.com\r\n\r\n${list()}\r\n\r\n`,
    )
    assert.deepEqual(domains, [first])
    assert.deepEqual(first, {
      id: '21043',
      cloudId: '21043',
      domain: 'corp.contoso.com',
      cloudDomain: 'corp.contoso.com',
      keyVersion: '48211',
      cloudKeyVersion: '48211',
      keyUpdatedOn: '14.03.2026 21:23:43',
      cloudKeyUpdatedOn: '14.03.2026 21:23:43',
      inSync: 'yes',
      problems: [],
    })
  })
  test('each of the four must agree', () => {
    for (const key of ['CloudId', 'CloudDomainDnsName', 'CloudKeyVersion', 'CloudKeyUpdatedOn'] as const) {
      const { inSync: state, problems } = read(list({ [key]: '1' }))
      assert.deepEqual([state, problems.length], ['no', 1], key)
      assert.match(problems[0] ?? '', /differs: .* on-premises, 1 in the cloud\.$/)
    }
  })
  test('letter case of names and the kind of blank do not matter', () => {
    assert.equal(
      inSync({
        CloudDomainDnsName: 'CORP.contoso.com',
        KeyUpdatedOn: '3/14/2026 9:23:43\u202fPM',
        CloudKeyUpdatedOn: '3/14/2026 9:23:43 PM',
      }),
      'yes',
    )
  })
  test('a cloud half printed empty is missing', () => {
    const {
      inSync: state,
      problems,
      cloudId,
    } = read(
      list({ CloudId: '', CloudDomainDnsName: '', CloudKeyVersion: '', CloudKeyUpdatedOn: '', CloudDisplayName: '' }),
    )
    assert.deepEqual([state, problems.length, cloudId], ['no', 1, null])
  })
  test('without the on-premises side nothing is known', () => {
    for (const key of ['Id', 'DomainDnsName', 'KeyVersion', 'KeyUpdatedOn'] as const) {
      assert.equal(inSync({ [key]: '' }), 'unknown', key)
      assert.equal(inSync({ [key]: null }), 'unknown', key)
      assert.equal(
        inSync({ [key]: '', CloudTrustDisplay: 'x', CloudKeyVersion: key === 'KeyVersion' ? '48211' : '1' }),
        'unknown',
        key,
      )
    }
  })
  test('cut anywhere, it never says no, and says yes only when all is there', () => {
    const text = list({ CloudTrustDisplay: null })
    for (let end = 0; end < text.length; end++) {
      const found = readKerberosServer(text.slice(0, end))
      if (found.ok)
        assert.equal(found.value.inSync, end < text.trimEnd().length ? 'unknown' : 'yes', text.slice(end - 20, end))
    }
  })
  test('of several objects the first one stands in front, and each is read', () => {
    const other = list({ Id: '7', DomainDnsName: 'fabrikam.com', KeyVersion: '5' })
    const { id, problems, domains } = read(`${list()}\r\n${other}`)
    assert.equal(id, '21043')
    assert.deepEqual(problems, ['The text holds 2 server objects; this is the first one.'])
    assert.deepEqual(
      domains.map(({ domain, inSync }) => [domain, inSync]),
      [
        ['corp.contoso.com', 'yes'],
        ['fabrikam.com', 'no'],
      ],
    )
    const twice = read(`${list()}\r\n${list()}`)
    assert.deepEqual([twice.problems, twice.domains.length], [[], 1])
  })
  test('hidden values look alike without being the same', () => {
    for (const hidden of ['***', '[REDACTED]', '<domain>', 'xxxxx', '█████', 'corp.****.com', 'redacted-1']) {
      const found = read(list({ DomainDnsName: hidden, CloudDomainDnsName: hidden }))
      assert.deepEqual([found.domain, found.cloudDomain, found.inSync], [hidden, hidden, 'unknown'], hidden)
      assert.deepEqual(found.problems, ['The domain name is hidden in the text, so it cannot be compared.'])
      assert.equal(inSync({ DomainDnsName: hidden, CloudDomainDnsName: hidden, CloudKeyVersion: '1' }), 'no')
    }
    for (const name of ['private.contoso.com', 'hidden.contoso.com', 'xxx.com', 'domain-k3v9q2mzt7'])
      assert.equal(inSync({ DomainDnsName: name, CloudDomainDnsName: name }), 'yes', name)
  })
  test('a long value goes on in the next line', () => {
    const wrapped = list().replace(
      'corp.contoso.com\r\nKeyVersion',
      `corp.con\r\n${' '.repeat(21)}toso.com\r\nKeyVersion`,
    )
    assert.equal(read(wrapped).domain, 'corp.contoso.com')
  })
  test('quotes, fences and bold keys', () => {
    assert.equal(read(`\`\`\`\n${list()}\`\`\``).inSync, 'yes')
    assert.equal(read(list().replace(/^/gm, '> ')).inSync, 'yes')
    assert.equal(read(list().replace(/^(\w+) *:/gm, '**$1** :')).inSync, 'yes')
  })
  for (const [culture, date] of Object.entries({
    'en-US': '3/14/2026 9:23:43 PM',
    'en-US, newer': '3/14/2026 9:23:43\u202fPM',
    'en-GB': '14/03/2026 21:23:43',
    'de-DE': '14.03.2026 21:23:43',
    'fr-FR': '14/03/2026 21:23:43',
    'ja-JP': '2026/03/14 21:23:43',
    'ko-KR': '2026-03-14 오후 9:23:43',
    'cs-CZ': '14.03.2026 21:23:43',
    'hu-HU': '2026. 03. 14. 21:23:43',
    'fi-FI': '14.3.2026 21.23.43',
    'th-TH': '14/3/2569 21:23:43',
    'ar-SA': '25/09/47 09:23:43 م',
    ISO: '2026-03-14T21:23:43Z',
    'day or month first, nobody knows': '03/04/2026 21:23:43',
  }))
    test(`dates of ${culture} are compared as they are printed`, () => {
      const dates = (cloud: string) => ({ KeyUpdatedOn: date, CloudKeyUpdatedOn: cloud })
      assert.equal(inSync(dates(date)), 'yes')
      assert.equal(inSync(dates(date.replace('3', '1'))), 'no')
    })
  for (const text of ['', 'Id : 5', 'DisplayName : x\nUserAccount : y', 'KeyProvider : z'])
    test(`${JSON.stringify(text)} is unreadable`, () => assert.equal(readKerberosServer(text).ok, false))
})

/** As Format-Table prints it: text from the left, numbers from the right; `widths` limits columns, as a window does. */
const table = (
  rows: readonly Fields[],
  columns: readonly (keyof typeof fields)[],
  widths: Partial<Record<keyof typeof fields, number>> = {},
): string => {
  const cell = (row: Fields, key: keyof typeof fields) => {
    const text = { ...fields, ...row }[key] ?? ''
    const width = widths[key] ?? 300
    return text.length > width ? `${text.slice(0, width - 3)}...` : text
  }
  const isNumber = (key: string) => /^(?:Cloud)?(?:Id|KeyVersion)$/.test(key)
  const line = (text: (key: keyof typeof fields) => string) =>
    columns
      .map((key) => {
        const width = Math.max(key.length, ...rows.map((row) => cell(row, key).length))
        return isNumber(key) ? text(key).padStart(width) : text(key).padEnd(width)
      })
      .join(' ')
  return [
    '',
    line((key) => key),
    line((key) => '-'.repeat(key.length)),
    ...rows.map((row) => line((key) => cell(row, key))),
    '',
    '',
  ].join('\r\n')
}
const needed = [
  'Id',
  'DomainDnsName',
  'KeyVersion',
  'KeyUpdatedOn',
  'CloudId',
  'CloudDomainDnsName',
  'CloudKeyVersion',
  'CloudKeyUpdatedOn',
] as const

describe('the same as a list', () => {
  const other = { Id: '7', CloudId: '7', DomainDnsName: 'fabrikam.com', CloudDomainDnsName: 'fabrikam.com' }
  const texts: Readonly<Record<string, string>> = {
    list: `PS C:\\> Get-AzureADKerberosServer\r\n\r\n${list()}\r\n${list(other)}`,
    table: table([{}, other], needed),
    'cut list': list({ CloudTrustDisplay: null }).slice(0, -10),
    'cut table': table([{}], needed).trimEnd().slice(0, -5),
    'no cloud half': list({ CloudId: '', CloudDomainDnsName: '', CloudKeyVersion: '', CloudKeyUpdatedOn: '' }),
    'shortened cell': table([{}], needed, { KeyUpdatedOn: 15 }),
  }
  for (const [what, text] of Object.entries(texts))
    test(`${what}: reads the same`, () => assert.deepEqual(read(asKerberosServerList(text)), read(text)))
  test('what is not read stays as it is', () => assert.equal(asKerberosServerList('hello'), 'hello'))
})

describe('Get-AzureADKerberosServer as a table', () => {
  test('both halves agree', () => {
    assert.deepEqual(read(table([{}], needed)), read(list()))
    assert.deepEqual(read(table([{}], Object.keys(fields) as (keyof typeof fields)[])), read(list()))
  })
  test('several domains are several rows', () => {
    const { domains } = read(
      table(
        [
          {},
          { Id: '7', CloudId: '7', DomainDnsName: 'fabrikam.com', CloudDomainDnsName: 'fabrikam.com' },
          { Id: '99999', CloudKeyVersion: '1' },
        ],
        needed,
      ),
    )
    assert.deepEqual(
      domains.map(({ id, domain, inSync }) => [id, domain, inSync]),
      [
        ['21043', 'corp.contoso.com', 'yes'],
        ['7', 'fabrikam.com', 'yes'],
        ['99999', 'corp.contoso.com', 'no'],
      ],
    )
  })
  test('dates with blanks stay in their column', () => {
    const date = '3/14/2026 9:23:43 PM'
    const found = read(table([{ KeyUpdatedOn: date, CloudKeyUpdatedOn: date }], needed))
    assert.deepEqual([found.keyUpdatedOn, found.cloudKeyUpdatedOn, found.inSync], [date, date, 'yes'])
  })
  test('a cell shortened with dots says nothing', () => {
    const { keyUpdatedOn, inSync: state, problems } = read(table([{}], needed, { KeyUpdatedOn: 15 }))
    assert.deepEqual([keyUpdatedOn, state], [null, 'unknown'])
    assert.deepEqual(problems, ['The on-premises key date (KeyUpdatedOn) is not in the text.'])
  })
  test('columns that were left out are not empty', () => {
    const found = read(table([{}], ['Id', 'DomainDnsName', 'KeyVersion', 'CloudKeyVersion']))
    assert.deepEqual([found.cloudKeyVersion, found.inSync], ['48211', 'unknown'])
  })
  test('an empty cloud half is missing', () => {
    const empty = { CloudId: '', CloudDomainDnsName: '', CloudKeyVersion: '', CloudKeyUpdatedOn: '' }
    const { inSync: state, problems } = read(table([empty], needed))
    assert.deepEqual(problems, ['The cloud half of the server object is missing: all its fields are empty.'])
    assert.equal(state, 'no')
  })
  test('rows that go on in the next line', () => {
    const wrapped = [
      'DomainDnsName KeyVersion KeyUpdatedOn CloudDomainDnsName CloudKeyVersion CloudKeyUpdatedOn    Id CloudId',
      '------------- ---------- ------------ ------------------ --------------- -----------------    -- -------',
      'contoso.com        48211 14.03.2026   contoso.com                  48211 14.03.2026        21043   21043',
      '                         21:23:43                                        21:23:43',
      '',
    ].join('\r\n')
    const { inSync: state, keyUpdatedOn } = read(wrapped)
    assert.deepEqual([state, keyUpdatedOn], ['yes', '14.03.2026 21:23:43'])
  })
  test('a table that lost its columns is not known rather than wrong', () => {
    const text = table([{}, { Id: '7', CloudId: '7' }], needed)
      .replace('   Id', 'Id   ')
      .replace('   --', '--   ')
    const { domains } = read(text)
    assert.deepEqual(
      domains.map(({ inSync: state }) => state),
      ['yes', 'unknown'],
    )
  })
  test('cut anywhere, it never says no', () => {
    const text = table([{}], needed).trimEnd()
    for (let end = 0; end <= text.length; end++) {
      const found = readKerberosServer(text.slice(0, end))
      if (found.ok) assert.notEqual(found.value.inSync, 'no', text.slice(0, end))
    }
  })
})
