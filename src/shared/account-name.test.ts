import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { parseAccount } from './account-name.ts'

describe('an account as typed', () => {
  for (const [typed, upn] of [
    [' adele@contoso.com ', 'adele@contoso.com'],
    ['AzureAD\\Adele@Contoso.com', 'Adele@Contoso.com'],
    ['.\\azuread\\adele@contoso.com', 'adele@contoso.com'],
    ['EntraID\\adele@contoso.com', 'adele@contoso.com'],
    ['o\u2019neil@sub.contoso.co.uk', 'o\u2019neil@sub.contoso.co.uk'],
    ['guest_fabrikam.com#EXT#@contoso.onmicrosoft.com', 'guest_fabrikam.com#EXT#@contoso.onmicrosoft.com'],
    ['user-z55k6hkj27tw@domain-0nnc1v2aqbbj', 'user-z55k6hkj27tw@domain-0nnc1v2aqbbj'],
  ] as const)
    test(`${typed} is ${upn}`, () => assert.deepEqual(parseAccount(typed), { ok: true, value: upn }))

  for (const [what, typed, words] of [
    ['a name alone', 'adele', /not a work e-mail/],
    ['a domain user', 'CONTOSO\\adele', /DOMAIN\\user/],
    ['an empty label', 'adele@contoso..com', /not a work e-mail/],
    ['a dot at the end', 'adele@contoso.com.', /not a work e-mail/],
    ['a hyphen at the end of a label', 'adele@contoso-.com', /not a work e-mail/],
    ['two signs', 'a@b@contoso.com', /not a work e-mail/],
    ['65 characters in front', `${'a'.repeat(65)}@contoso.com`, /not a work e-mail/],
    ['256 characters', `a@${'b.'.repeat(125)}cont`, /not a work e-mail/],
    ['thousands of characters', `a@${'b.'.repeat(50_000)}com`, /not a work e-mail/],
    ['a line break', 'adele@contoso.com\nx', /cannot be seen/],
    ['a zero-width space', 'ad\u200bele@contoso.com', /cannot be seen/],
    ['a change of direction', 'ad\u202eele@contoso.com', /cannot be seen/],
    ['half a character', 'ad\ud800ele@contoso.com', /cannot be seen/],
  ] as const)
    test(`${what} is refused`, () => {
      const parsed = parseAccount(typed)
      assert.ok(!parsed.ok)
      assert.match(parsed.fault.message, words)
    })
})
