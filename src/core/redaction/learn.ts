import { behindEscape } from './behind-escape.ts'
import {
  eventComputer,
  eventData,
  eventServer,
  eventSignIn,
  eventUser,
  type Form,
  formOfLine,
  formOfName,
  formOfRdpLine,
  listLine,
  rdpLine,
} from './fields.ts'
import { isAddress, isIpv6 } from './ip.ts'
import type { Originals } from './originals.ts'
import { isAuthority, isBuiltInAccount, isFirstSite, publicPart } from './well-known.ts'

/** Mail providers whose name says nothing about a site. */
const isPublicMail = (realm: string): boolean =>
  /^(?:gmail|googlemail|outlook|hotmail|live|yahoo|icloud|gmx|web|aol|proton|protonmail)\.[a-z.]+$/i.test(realm)

const localPartIsName = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}.'#_-]{2,63}$/u

/** Shorter ones are words of other languages. */
const shortestLabel = 5
/** Endings of two parts, such as `.co.uk`. */
const twoPartEnding = /\.(?:co|com|org|net|ac|gov|edu|gv|or)\.[a-z]{2}$/

/** What a company calls itself in its domain: `contoso` of `corp.contoso.com`; '' when that is no name to look for. */
const ownLabel = (domain: string): string => {
  const name = domain.toLowerCase().replace(/\.$/, '')
  const ending = publicPart(name) || (twoPartEnding.exec(name)?.[0].slice(1) ?? name.slice(name.lastIndexOf('.') + 1))
  const label =
    name
      .slice(0, -ending.length - 1)
      .split('.')
      .at(-1) ?? ''
  return label.length >= shortestLabel && !/^\d+$/.test(label) ? label : ''
}

/** Takes one value of a field apart and remembers each name in it. */
export const learnValue = (form: Form, written: string, originals: Originals): void => {
  const value = written.trim()
  if (!originals.isNews(form, value)) return
  if (
    value === '' ||
    value.length > 300 ||
    /^(?:-|n\/a|none|null|unknown|yes|no|true|false|\d{1,4}|0x[0-9a-f]+|%%\d+)$/i.test(value)
  )
    return
  const again = (other: Form, text: string): void => learnValue(other, text, originals)
  switch (form) {
    case 'account': {
      if (value.split(/\s+/).length > 4) return
      const [account = '', upn] = value.split(/,\s+/)
      if (upn?.includes('@') === true) again('upn', upn)
      const slash = account.lastIndexOf('\\')
      const name = account.slice(slash + 1)
      if (slash > 0) {
        const place = account.slice(0, slash).replace(/^\.\\/, '')
        if (!isAuthority(place)) originals.add(originals.isHost(place) ? 'host' : 'domain', place)
        else if (!/^(?:azuread|entraid|microsoftaccount|\.)$/i.test(place)) return
      }
      if (name.includes('@')) again('upn', name)
      else if (name.endsWith('$')) originals.add('host', name.slice(0, -1))
      else if (!isBuiltInAccount(name) && !/^S-1-/i.test(name)) originals.add('user', name)
      return
    }
    case 'upn': {
      const at = value.lastIndexOf('@')
      if (at < 1) {
        // No name has an `@` in front.
        again('account', value.slice(at + 1))
        return
      }
      const [local, realm] = [value.slice(0, at), value.slice(at + 1)]
      originals.add('user', value)
      if (local.endsWith('$')) originals.add('host', local.slice(0, -1))
      else if (localPartIsName.test(local) && !/^[\d.]+$/.test(local)) originals.add('user', local)
      if (!isPublicMail(realm)) again('domain', realm)
      // A guest's name holds the address at home: `adele_fabrikam.com#EXT#@contoso.onmicrosoft.com`.
      const [, guest, home] = /^(.+)_([^_]+)#EXT#$/i.exec(local) ?? []
      if (guest !== undefined) again('upn', `${guest}@${home}`)
      return
    }
    case 'host': {
      const name = value.replace(/^\\+/, '').replace(/\.$/, '')
      if (isAddress(name)) return
      if (!/^[\p{L}\p{N}_-][\p{L}\p{M}\p{N}._-]*$/u.test(name)) return
      const [short = '', ...rest] = name.split('.')
      originals.add('host', short)
      if (rest.length > 0) again('domain', rest.join('.'))
      return
    }
    case 'domain':
      // A search list holds several.
      if (/[,;\s]/.test(value)) {
        for (const each of value.split(/[,;\s]+/)) if (each.includes('.')) again('domain', each)
        return
      }
      if (!/^[\p{L}\p{N}_-][\p{L}\p{M}\p{N}._-]*$/u.test(value) || isAddress(value)) return
      if (isAuthority(value) || originals.isHost(value) || publicPart(value).length === value.length) return
      originals.add('domain', value)
      originals.addHint('domain', ownLabel(value))
      return
    case 'address':
    case 'certificate':
    case 'sid':
      // Found by their shape wherever they stand.
      return
    default:
      if (form === 'site' && isFirstSite(value)) return
      originals.add(form, value.replace(/^\{(.*)\}$/, '$1'))
  }
}

const inLocalPart = /^[\p{L}\p{M}\p{N}._%+$'-]$/u
const asciiInLocalPart = Array.from({ length: 128 }, (_, code) => inLocalPart.test(String.fromCharCode(code)))
const longestLocalPart = 64
/** Where the name in front of an `@` starts, from the `@` on: from the left, every word of a log would have to be tried. */
const startOfLocalPart = (text: string, at: number): number => {
  let start = at
  while (start > Math.max(0, at - longestLocalPart)) {
    const code = text.charCodeAt(start - 1)
    const isSecondHalf = code >= 0xdc00 && code <= 0xdfff
    const before = isSecondHalf ? start - 2 : start - 1
    if (!(asciiInLocalPart[code] ?? inLocalPart.test(text.slice(before, start)))) break
    start = before
  }
  return start
}
const realm = /^[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)*\.\p{L}{2,}/u

const learnUpns = (text: string, originals: Originals): void => {
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const start = startOfLocalPart(text, at)
    const host = start === at ? undefined : realm.exec(text.slice(at + 1, at + 255))?.[0]
    if (host === undefined || /\.(?:dll|exe|sys)$/i.test(host)) continue
    const end = at + 1 + host.length
    const from = behindEscape(text, start, end, (name) => originals.kindOf(name) !== null)
    if (from < at) learnValue('upn', text.slice(from, end), originals)
  }
}
const profile =
  /[\\/]users(?:\\\\?|\/)([^\\/:*?"<>|\r\n,;\s]{1,64}(?: [^\\/:*?"<>|\r\n,;\s]{1,32}){0,3}(?=\\)|[^\\/:*?"<>|\r\n,;\s]{1,64}(?=\/))/gi
const accountShape = /\b(?:azuread|entraid)\\{1,2}((?:[^\s\\/:"'<>|,;=()[\]{}&%]|(?<=\p{L})'(?=\p{L})){2,64})/giu

/** What Windows Setup calls a PC that nobody named. A name with no digit in it may be a word. */
const setUpName =
  /\b(?:DESKTOP-(?=[A-Z]*\d)[A-Z\d]{7}|LAPTOP-(?=[A-Z]*\d)[A-Z\d]{8}|WIN-(?=[A-Z]*\d)[A-Z\d]{11})(?![\w-])/g
/** The computer that a service ticket is for. */
const ticketFor = /\b(?:TERMSRV|RestrictedKrbHost|WSMAN|cifs)\/([A-Za-z\d][\w-]*(?:\.[\w-]+)*)/g

/** What one element says of the next one, so that it must be read from the whole of a text. */
export const learnNeighbours = (text: string, originals: Originals): void => {
  if (text.includes('>Server Name<'))
    for (const [, host = ''] of text.matchAll(eventServer)) learnValue('host', host, originals)
  if (text.includes('<Param3>'))
    for (const [, user = '', domain = ''] of text.matchAll(eventSignIn)) {
      learnValue('account', user, originals)
      learnValue('domain', domain, originals)
    }
}

/** Every name that a text gives away, by labels, by event data and by shape. */
export const learnText = (text: string, originals: Originals): void => {
  for (const [, label = '', , value = ''] of text.matchAll(listLine)) {
    const form = formOfLine(label, value)
    if (form !== null) learnValue(form, value, originals)
  }
  if (text.includes(':s:'))
    for (const [, name = '', , value = ''] of text.matchAll(rdpLine)) {
      const form = formOfRdpLine(name)
      if (form !== null) learnValue(form, value, originals)
    }
  if (text.includes('<Computer>'))
    for (const [, host = ''] of text.matchAll(eventComputer)) learnValue('host', host, originals)
  if (text.includes('<User>'))
    for (const [, user = ''] of text.matchAll(eventUser)) learnValue('account', user, originals)
  if (text.includes('<Data Name='))
    for (const [, name = '', value = ''] of text.matchAll(eventData)) {
      const form = formOfName(name)
      if (form !== null) learnValue(form, value, originals)
    }
  learnNeighbours(text, originals)
  learnUpns(text, originals)
  for (const [name] of text.matchAll(setUpName)) learnValue('host', name, originals)
  for (const [, name = ''] of text.matchAll(ticketFor)) learnValue('host', name, originals)
  for (const [, name = ''] of text.matchAll(profile))
    if (!/^S-1-|^%/i.test(name)) learnValue('account', name, originals)
  for (const [, name = ''] of text.matchAll(accountShape)) learnValue('account', name, originals)
}

const ipv4 = /\d{1,3}(?:\.\d{1,3}){3}/g
const ipv6 = /[0-9a-f:]{6,39}/gi

/** Addresses are found by their shape wherever they stand, but not among letters in base64: there they must be known. */
export const learnAddresses = (text: string, originals: Originals): void => {
  for (const [shape, isOne] of [
    [ipv4, isAddress],
    [ipv6, isIpv6],
  ] as const)
    for (const { 0: address, index } of text.matchAll(shape))
      if (isOne(address, text, index)) originals.add('address', address)
}

/** The values of JSON whose names say what they are. */
export const learnJson = (value: unknown, originals: Originals, name = ''): void => {
  if (typeof value === 'string') {
    const form = formOfName(name)
    if (form !== null) learnValue(form, value, originals)
    learnText(value, originals)
  } else if (Array.isArray(value)) for (const each of value) learnJson(each, originals, name)
  else if (typeof value === 'object' && value !== null)
    for (const [key, each] of Object.entries(value)) learnJson(each, originals, key)
}
