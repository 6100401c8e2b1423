import { fail, ok, type Result } from './result.ts'

const label = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/i
/** Resolvers take such a name for an address in another notation, and Windows gives no PC a name of digits alone. */
const endsInNumber = /(?:^|\.)(?:\d+|0x[0-9a-f]*)$/i
const ipv4 = /^(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}$/
const zone = /%[a-z0-9]{1,32}$/i

/** Eight groups; `::` stands once for one or more, and an IPv4 address at the end for two. Source: RFC 4291, section 2.2 */
const isIpv6 = (text: string): boolean => {
  const [front = '', back, ...more] = text.replace(zone, '').split('::')
  const groupsOf = (part: string): readonly string[] => (part === '' ? [] : part.split(':'))
  const groups = [...groupsOf(front), ...groupsOf(back ?? '')]
  const last = (back ?? front).split(':').at(-1) ?? ''
  const endsInIpv4 = ipv4.test(last)
  const count = groups.length + (endsInIpv4 ? 1 : 0)
  const areWell = (endsInIpv4 ? groups.slice(0, -1) : groups).every((group) => /^[0-9a-f]{1,4}$/i.test(group))
  return areWell && more.length === 0 && (back === undefined ? count === 8 : count < 8)
}

/** A host name or address as typed; refuses schemes, paths, spaces and anything longer than DNS allows. */
export const parseHost = (text: string): Result<string> => {
  const host = text.trim()
  const isName = host.length <= 253 && host.split('.').every((part) => label.test(part)) && !endsInNumber.test(host)
  if (isName || ipv4.test(host) || isIpv6(host)) return ok(host)
  return fail('invalid-input', 'Use the name or the address of the other PC, such as PC-0417 or 192.0.2.10.')
}

/** Whether a host that was understood is an IP address rather than a name. */
export const isAddress = (host: string): boolean => ipv4.test(host) || host.includes(':')
