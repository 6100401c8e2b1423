import { fail, ok, type Result } from './result.ts'

const label = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/i
/** Resolvers take such a name for an address in another notation, and Windows gives no PC a name of digits alone. */
const endsInNumber = /(?:^|\.)(?:\d+|0x[0-9a-f]*)$/i
const ipv4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.|$)){4}$/
const ipv6 = /^[0-9a-f:]*:[0-9a-f:.]*(?:%[a-z0-9]+)?$/i

/** A host name or address as typed; refuses schemes, paths, spaces and anything longer than DNS allows. */
export const parseHost = (text: string): Result<string> => {
  const host = text.trim()
  const isName = host.length <= 253 && host.split('.').every((part) => label.test(part)) && !endsInNumber.test(host)
  if (isName || ipv4.test(host) || (host.length <= 64 && ipv6.test(host))) return ok(host)
  return fail('invalid-input', 'Use the name or the address of the other PC, such as PC-0417 or 192.0.2.10.')
}

/** The DNS name of a domain as typed. */
export const parseDomain = (text: string): Result<string> => {
  const domain = parseHost(text)
  return domain.ok ? domain : fail('invalid-input', 'Use the DNS name of the domain, such as corp.contoso.com.')
}

/** Whether a host that was understood is an IP address rather than a name. */
export const isAddress = (host: string): boolean => ipv4.test(host) || host.includes(':')
