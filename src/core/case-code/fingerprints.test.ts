import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { askedAsOther, held, localUser, machineThat, reportOf, sz } from '../../../test/kit/judged.ts'
import { contoso, fabrikam } from '../simulated/texts.ts'

const account = 'adele@contoso.com'
/** Worked out with another language’s hashlib, so that an end of another program says the same. */
const print = { contoso: 'RDWFMTY19T', fabrikam: 'JXYYBF4GBZ', adele: 'N0QF3X', pc: '6Q5WTX', megan: '0R0J7X' } as const
const megan = { email: 'megan@fabrikam.com', ...fabrikam, thumbprint: 'A'.repeat(40) }

describe('fingerprints', () => {
  test('are the first bits of the digests that the contract names', () => {
    const { fingerprints } = reportOf({}, { account: 'Adele@Contoso.com' })
    assert.deepEqual(fingerprints, {
      tenant: print.contoso,
      account: print.adele,
      device: print.pc,
      peer: null,
      known: [{ tenant: print.contoso, account: print.adele }],
      knownAll: true,
    })
  })

  test('of a target hold no accounts of whoever sits there', () => {
    assert.deepEqual(reportOf({}, { role: 'server', account }).fingerprints.known, [])
  })

  test('of the other PC’s name are those that it makes of its own, with or without a domain; an address has none', () => {
    const peer = (text: string) => reportOf({}, { account, peer: text }).fingerprints.peer
    assert.equal(peer('PC-0417'), print.pc)
    assert.equal(peer('pc-0417.corp.contoso.com'), print.pc)
    for (const address of ['192.0.2.10', '2001:db8::1']) assert.equal(peer(address), null)
  })

  test('of a registered client follow the account that it holds', () => {
    const home = { state: 'entra-registered', user: localUser, accounts: [megan] } as const
    const { fingerprints } = reportOf(home, { account: megan.email })
    assert.equal(fingerprints.tenant, print.fabrikam)
    assert.equal(fingerprints.account, print.megan)
    assert.deepEqual(fingerprints.known, [{ tenant: print.fabrikam, account: print.megan }])
    assert.equal(fingerprints.knownAll, true)
  })

  test('a work account of another tenant is known beside the account that is signed in', () => {
    const { known, tenant } = reportOf({ accounts: [megan] }, { account: megan.email }).fingerprints
    assert.equal(tenant, print.fabrikam)
    assert.deepEqual(known, [
      { tenant: print.contoso, account: print.adele },
      { tenant: print.fabrikam, account: print.megan },
    ])
  })

  test('are missing, never made up: two tenants to choose from, another user, no dsregcmd', () => {
    const two = [held('a@fabrikam.com', 'A'), { ...held('b@contoso.com', 'B'), tenantId: contoso.tenantId }]
    const home = { state: 'entra-registered', user: localUser, accounts: two } as const
    assert.equal(reportOf(home, { account }).fingerprints.tenant, null)
    const other = reportOf(askedAsOther, { account }).fingerprints
    assert.deepEqual([other.known, other.knownAll], [[], false])
    const unread = reportOf({ commands: { 'dsregcmd-status': { outcome: 'denied' } } }, { account }).fingerprints
    assert.deepEqual([unread.tenant, unread.account, unread.device], [null, null, null])
  })

  test('are never made of tokens', () => {
    const text = (status: string) => status.replaceAll(contoso.tenantId, 'tenant-k3v9q2mzt7')
    const { fingerprints } = reportOf({ dsregcmd: text }, { account: 'user-k3v9q2mzt7@contoso.com' })
    assert.deepEqual([fingerprints.tenant, fingerprints.account, fingerprints.known], [null, null, []])
  })

  test('an account whose address could not be read leaves the list open', () => {
    const key = Object.keys(machineThat({ accounts: [megan] }).registry.keys).find((name) =>
      /JoinInfo\\A{40}$/.test(name),
    )
    assert.ok(key !== undefined)
    const unnamed = { values: { TenantId: sz(fabrikam.tenantId) } }
    const { known, knownAll } = reportOf({ accounts: [megan], registry: { [key]: unnamed } }, { account }).fingerprints
    assert.deepEqual(known.at(-1), { tenant: print.fabrikam, account: null })
    assert.equal(knownAll, false)
  })
})
