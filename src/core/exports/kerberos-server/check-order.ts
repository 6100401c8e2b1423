import { parseAccount } from '../../../shared/account-name.ts'
import { parseDomain } from '../../../shared/domain-name.ts'
import type { KerberosServerOrder } from '../../../shared/hand-over.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'

/** Names every mistake before anything is built; the names are taken as they came, trimmed. */
export const checkOrder = (order: KerberosServerOrder): Result<KerberosServerOrder> => {
  const domains: string[] = []
  for (const given of order.domains) {
    const domain = parseDomain(given)
    if (!domain.ok) return fail(domain.fault.code, `Domain "${given.slice(0, 60)}": ${domain.fault.message}`)
    if (!domains.some((each) => each.toLowerCase() === domain.value.toLowerCase())) domains.push(domain.value)
  }
  const needsAccount = order.credentials === 'upn' || order.credentials === 'upn-domain-prompt'
  if (!needsAccount) return ok({ ...order, domains, account: null })
  if (order.account === null)
    return fail('invalid-input', 'Modern authentication needs the administrator’s account, such as admin@contoso.com.')
  const account = parseAccount(order.account)
  return account.ok ? ok({ ...order, domains, account: account.value }) : account
}
