import { fail, ok, type Result } from './result.ts'

const label = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/i
const longest = 255

/** The DNS name of an on-premises domain, such as corp.contoso.com. Addresses, quotes and anything else are refused. */
export const parseDomain = (text: string): Result<string> => {
  const domain = text.trim()
  if (domain.length > longest)
    return fail('invalid-input', `A domain name has at most ${longest} characters; this one has ${domain.length}.`)
  const labels = domain.split('.')
  if (labels.every((part) => label.test(part)) && !/^\d+$/.test(labels.at(-1) ?? '')) return ok(domain)
  return fail('invalid-input', 'Use the DNS name of the on-premises domain, such as corp.contoso.com.')
}
