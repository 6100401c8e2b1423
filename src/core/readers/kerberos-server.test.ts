import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readKerberosServer } from './kerberos-server.ts'

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
    assert.deepEqual(read(`PS C:\\> Get-AzureADKerberosServer -Domain corp.contoso.com\r\n\r\n${list()}\r\n\r\n`), {
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
  test('of several objects the first counts, and that is said', () => {
    const { id, problems } = read(`${list()}\r\n${list({ Id: '7', DomainDnsName: 'fabrikam.com', KeyVersion: '5' })}`)
    assert.equal(id, '21043')
    assert.deepEqual(problems, ['The text holds 2 server objects; only the first one was read.'])
    assert.deepEqual(read(`${list()}\r\n${list()}`).problems, [])
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
  for (const text of ['', 'Id : 5', 'DisplayName : x\nUserAccount : y', 'KeyProvider : z'])
    test(`${JSON.stringify(text)} is unreadable`, () => assert.equal(readKerberosServer(text).ok, false))
})
