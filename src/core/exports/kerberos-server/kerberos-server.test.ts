import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { powershellTokens } from '../../../../test/kit/powershell-tokens.ts'
import { credentialForms, type KerberosServerOrder, kerberosActions } from '../../../shared/hand-over.ts'
import { kerberosServerExport } from './kerberos-server.ts'

const usual: KerberosServerOrder = {
  action: 'all',
  credentials: 'all-prompts',
  domains: ['corp.contoso.com'],
  account: 'admin@contoso.com',
}
const build = (order: Partial<KerberosServerOrder> = {}): string => {
  const files = kerberosServerExport({ ...usual, ...order })
  assert.ok(files.ok, files.ok ? '' : files.fault.message)
  return files.value[0]?.text ?? ''
}
const fault = (order: Partial<KerberosServerOrder>): string => {
  const files = kerberosServerExport({ ...usual, ...order })
  assert.ok(!files.ok)
  return files.fault.message
}
/** What would run: everything but comments and blank lines. */
const code = (order: Partial<KerberosServerOrder>): readonly string[] =>
  build(order)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
const command = (order: Partial<KerberosServerOrder>) =>
  code(order).filter((line) => /AzureADKerberosServer/.test(line))

describe('the four credential forms of the four actions', () => {
  const parameters = {
    'all-prompts': '-CloudCredential $cloudCred -DomainCredential $domainCred',
    'cloud-prompt': '-CloudCredential $cloudCred',
    'upn-domain-prompt': '-UserPrincipalName $userPrincipalName -DomainCredential $domainCred',
    upn: '-UserPrincipalName $userPrincipalName',
  }
  const verbs = { create: 'Set', verify: 'Get', rotate: 'Set', remove: 'Remove' }
  for (const credentials of credentialForms)
    for (const action of kerberosActions)
      test(`${action}, ${credentials}`, () => {
        const tail = action === 'rotate' ? ' -RotateServerKey' : ''
        assert.deepEqual(command({ action, credentials }), [
          `${verbs[action]}-AzureADKerberosServer -Domain $domain ${parameters[credentials]}${tail}`,
        ])
        const lines = code({ action, credentials })
        assert.ok(lines.includes("$domain = 'corp.contoso.com'"))
        assert.equal(
          lines.filter((line) => line.startsWith('$cloudCred')).length,
          parameters[credentials].includes('Cloud') ? 1 : 0,
        )
        assert.equal(
          lines.filter((line) => line.startsWith('$domainCred')).length,
          parameters[credentials].includes('DomainCredential') ? 1 : 0,
        )
        assert.equal(
          lines.includes("$userPrincipalName = 'admin@contoso.com'"),
          parameters[credentials].includes('UserPrincipalName'),
        )
      })
})

describe('the whole file', () => {
  test('creates and verifies; rotate and remove wait as comments', () => {
    assert.deepEqual(
      command({}).map((line) => line.split(' ')[0]),
      ['Set-AzureADKerberosServer', 'Get-AzureADKerberosServer'],
    )
    const text = build()
    assert.match(text, /^# Set-AzureADKerberosServer .*-RotateServerKey$/m)
    assert.match(text, /^# Remove-AzureADKerberosServer /m)
    assert.match(text, /DESTRUCTIVE/)
  })

  test('says how to put it back, and that no baseline is known', () => {
    for (const action of ['all', 'create'] as const) {
      assert.match(build({ action }), /^# To put it back: Remove-AzureADKerberosServer /m)
      assert.match(build({ action }), /No published baseline/)
    }
  })

  test('brings the module with TLS 1.2', () => {
    const lines = code({})
    assert.ok(lines.some((line) => line.endsWith('-bor [Net.SecurityProtocolType]::Tls12')))
    assert.ok(lines.includes('Install-Module -Name AzureADHybridAuthenticationManagement -AllowClobber'))
  })

  test('says who may, where, Protected Users, several domains, other tools', () => {
    const text = build()
    for (const words of [
      /Domain Admins and of Enterprise Admins/,
      /Global Administrator/,
      /AzureADPreview/,
      /each domain and each forest/,
      /KerberosDomain/,
      /NTLM/,
      /Protected Users/,
      /whoami \/groups/,
      /other krbtgt keys/,
      /other tools change one side/,
    ])
      assert.match(text, words)
    assert.doesNotMatch(text, /ConvertTo-SecureString|-Password\b/)
  })

  test('without a domain it takes that of the PC; with several it asks for each', () => {
    assert.ok(code({ domains: [] }).includes('$domain = $env:USERDNSDOMAIN'))
    const lines = code({ action: 'create', domains: ['corp.contoso.com', 'emea.contoso.com', 'CORP.contoso.com'] })
    assert.ok(lines.includes("$domains = @('corp.contoso.com', 'emea.contoso.com')"))
    const loop = lines.indexOf('foreach ($domain in $domains) {')
    assert.match(lines[loop + 1] ?? '', /^\$domainCred = Get-Credential/)
    assert.match(lines[loop + 2] ?? '', /^Set-AzureADKerberosServer/)
  })

  test('removal by name says what Microsoft’s page shows', () => {
    assert.match(build({ action: 'remove', credentials: 'upn' }), /page shows this command with -CloudCredential/)
    assert.doesNotMatch(build({ action: 'remove' }), /page shows this command/)
  })
})

describe('bad input', () => {
  for (const domain of [
    '',
    "corp.contoso.com'; Remove-Item x; '",
    'corp\u2019contoso.com',
    'corp"contoso.com',
    '$(whoami).contoso.com',
    '$env:USERDNSDOMAIN',
    'corp.contoso.com\nRemove-Item x',
    'corp contoso',
    'corp..contoso.com',
    '192.0.2.10',
    'https://contoso.com',
    `${'a.'.repeat(127)}com`,
    'a'.repeat(256),
  ])
    test(`domain ${JSON.stringify(domain.slice(0, 40))}`, () => assert.match(fault({ domains: [domain] }), /^Domain "/))

  test('modern authentication without an account, or with a bad one', () => {
    assert.match(fault({ credentials: 'upn', account: null }), /admin@contoso\.com/)
    assert.match(fault({ credentials: 'upn', account: "x'y" }), /work e-mail address/)
    assert.match(fault({ credentials: 'upn', account: 'CONTOSO\\admin' }), /DOMAIN\\user/)
  })

  test('an account is not asked for where the form has none', () => {
    assert.doesNotMatch(build({ account: 'admin@contoso.com' }), /admin@contoso\.com/)
  })
})

test('no input that is taken leaves its quotes: the code around it is always the same', () => {
  const piece = fc.constantFrom(
    "'",
    '\u2018',
    '\u2019',
    '\u201a',
    '\u201b',
    '$',
    '(',
    ')',
    '`',
    '#',
    '{',
    '&',
    '%',
    'a',
    'é',
  )
  const account = fc.array(piece, { minLength: 1, maxLength: 20 }).map((parts) => `${parts.join('')}@contoso.com`)
  const shape = (text: string) => powershellTokens(text).map(({ kind, value }) => (kind === 'literal' ? kind : value))
  let taken = 0
  fc.assert(
    fc.property(
      account,
      fc.constantFrom(...credentialForms),
      fc.constantFrom(...kerberosActions),
      (name, form, action) => {
        const order = { ...usual, credentials: form, action }
        const files = kerberosServerExport({ ...order, account: name })
        if (!files.ok) return
        taken++
        const text = files.value[0]?.text ?? ''
        assert.deepEqual(shape(text), shape(build(order)))
        if (form.startsWith('upn'))
          assert.ok(powershellTokens(text).some(({ kind, value }) => kind === 'literal' && value === name))
      },
    ),
    { numRuns: 1000 },
  )
  assert.ok(taken > 500, `only ${taken} inputs were taken`)
})

test('any domain that is taken is one literal', () => {
  fc.assert(
    fc.property(fc.oneof(fc.domain(), fc.string()), (domain) => {
      const files = kerberosServerExport({ ...usual, domains: [domain] })
      if (!files.ok) return
      const literals = powershellTokens(files.value[0]?.text ?? '').filter(({ kind }) => kind === 'literal')
      assert.ok(literals.some(({ value }) => value === domain.trim()))
    }),
  )
})
