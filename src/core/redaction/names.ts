import type { CaseKey } from './case-key.ts'
import { remembering } from './remembering.ts'
import { isAuthority, isBuiltInAccount, publicPart } from './well-known.ts'

/** What is known of names: a bare word may be a computer's or a domain's, and only a field can tell. */
export interface KnownNames {
  readonly isHost: (name: string) => boolean
  readonly isDomain: (name: string) => boolean
  /** Changes with what is known, so that what was worked out before is worked out again. */
  readonly version: () => number
}

export interface Names {
  /** `corp.contoso.com` → `domain-….domain-…`; a subdomain keeps its parent. A public ending stays. */
  readonly domain: (name: string) => string
  /** `pc-0417.corp.contoso.com` → `host-….domain-….domain-…`. */
  readonly host: (name: string) => string
  /** `adele@contoso.com` → `user-…@domain-…`; a computer's own account stays one (`host-…$@…`). */
  readonly upn: (upn: string) => string
  /** `AzureAD\AdeleVance` → `AzureAD\user-…`, `CORP\PC-0417$` → `domain-…\host-…$`. */
  readonly account: (name: string) => string
  /** The part of an account behind the backslash. */
  readonly person: (name: string) => string
  /** `S-1-12-1-sid-…`; a domain keeps its groups' well-known numbers: `S-1-5-21-sid-…-513`. */
  readonly sid: (sid: string) => string
  /** `192.0.2.10` → `address-….subnet-…`; addresses of one /24 (or /64) share the second part. */
  readonly address: (address: string) => string
}

const withoutDot = (name: string): string => name.replace(/\.+$/, '')

/** RIDs below 1000 are Windows' own; from there on they are those of people and computers. */
const firstOwnRid = 1000

const subnetOf = (address: string): string =>
  address.includes(':') ? expanded(address).slice(0, 4).join(':') : address.split('.').slice(0, 3).join('.')

/** The eight groups of an IPv6 address. */
const expanded = (address: string): readonly string[] => {
  const [head = '', tail = ''] = address.toLowerCase().split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === '' ? [] : tail.split(':')
  const filled = address.includes('::')
    ? Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0')
    : []
  return [...left, ...filled, ...right].map((group) => group.replace(/^0+(?=.)/, ''))
}

export const longestDnsName = 253

/** Turns each form of a name into the same form made of tokens, so that every reader still reads it the same. */
export const namesUnder = (key: CaseKey, known: KnownNames): Names => {
  /** Made of tokens, with or without a public ending: `user-…@domain-….onmicrosoft.com`. */
  const isTokens = (name: string): boolean => {
    const ending = publicPart(name)
    const own = ending === '' ? name : name.slice(0, -ending.length - 1)
    return own.split(/[.@]/).every(key.isToken)
  }
  const domain = (name: string): string => {
    const whole = withoutDot(name)
    const ending = publicPart(whole)
    if (ending.length === whole.length || isTokens(whole)) return whole
    // No domain: a token for each of its parts would say nothing and take its time.
    if (whole.length > longestDnsName) return key.token('domain', whole)
    const own = ending === '' ? whole : whole.slice(0, -ending.length - 1)
    const labels = own.split('.')
    // Each label stands for the name from there on; the last one goes with its parent, which names nobody (`.com`).
    const count = ending === '' ? Math.max(1, labels.length - 1) : labels.length
    const made = labels.slice(0, count).map((_, index) => {
      const rest = labels.slice(index).join('.')
      return key.token('domain', ending === '' ? rest : `${rest}.${ending}`)
    })
    return [...made, ...(ending === '' ? [] : [ending])].join('.')
  }
  const host = (name: string): string => {
    const whole = withoutDot(name)
    if (isTokens(whole)) return whole
    if (known.isDomain(whole)) return domain(whole)
    const ending = publicPart(whole)
    if (ending.length === whole.length && ending !== '') return whole
    const dot = whole.indexOf('.')
    if (dot < 0) return key.token('host', whole)
    const rest = whole.slice(dot + 1)
    // `contoso.com` and `contoso.onmicrosoft.com` are domains, `pc.contoso.com` is a computer in one.
    if (!rest.includes('.') || publicPart(rest).length === rest.length) {
      if (!known.isDomain(rest) && !known.isHost(whole.slice(0, dot))) return domain(whole)
    }
    return `${key.token('host', whole.slice(0, dot))}.${domain(rest)}`
  }
  const person = (name: string): string => {
    // A profile may be called like a whole address or the full name of a PC, and then it is made of several tokens.
    if (isBuiltInAccount(name) || isTokens(name) || /^host-\w+\$$/.test(name)) return name
    if (name.endsWith('$')) return `${key.token('host', name.slice(0, -1))}$`
    return key.token('user', name)
  }
  const upn = (text: string): string => {
    const at = text.lastIndexOf('@')
    const [local, realm] = [text.slice(0, at), text.slice(at + 1)]
    const ending = domain(realm)
    if (local.endsWith('$')) return `${person(local)}@${ending}`
    if (key.isToken(local)) return text
    return `${key.token('user', `${local}@${withoutDot(realm)}`)}@${ending}`
  }
  const account = (name: string): string => {
    const slash = name.lastIndexOf('\\')
    const last = name.slice(slash + 1)
    const shown = last.includes('@') ? upn(last) : person(last)
    if (slash < 0) return shown
    const place = name.slice(0, slash)
    if (/^\.\\/.test(place)) return `.\\${account(name.slice(2))}`
    if (isAuthority(place))
      return `${place}\\${isAuthority(place) && /^(?:azuread|entraid|microsoftaccount|\.)$/i.test(place) ? shown : last}`
    return `${known.isHost(place) ? host(place) : domain(place)}\\${shown}`
  }
  const sid = (text: string): string => {
    const entra = /^S-1-12-\d+/i.exec(text)
    if (entra !== null) return `${entra[0].toUpperCase()}-${key.token('sid', text)}`
    const machine = /^(S-1-5-21-\d+-\d+-\d+)(?:-(\d+))?$/i.exec(text)
    if (machine === null) return `${text.split('-').slice(0, 3).join('-').toUpperCase()}-${key.token('sid', text)}`
    const [, base = '', rid] = machine
    const own = `S-1-5-21-${key.token('sid', base)}`
    if (rid === undefined) return own
    return Number(rid) < firstOwnRid ? `${own}-${rid}` : `${own}-${key.token('sid', text)}`
  }
  const address = (text: string): string =>
    `${key.token('address', text.includes(':') ? expanded(text).join(':') : text)}.${key.token('subnet', subnetOf(text))}`
  const kept = (make: (text: string) => string) => remembering(make, known.version)
  return {
    domain: kept(domain),
    host: kept(host),
    upn: kept(upn),
    account: kept(account),
    person: kept(person),
    sid: kept(sid),
    address: kept(address),
  }
}
