import { behindEscape } from './behind-escape.ts'
import { tokenShape } from './case-key.ts'
import { oneGuid, type Pencil, sid, sidToken, tokenOf } from './field-token.ts'
import { eventComputer, eventData, formOfLine, formOfName, formOfRdpLine, listLine, rdpLine } from './fields.ts'
import { hexRuns, isHex } from './hex-runs.ts'
import { isAddress, isIpv6 } from './ip.ts'
import type { Kind } from './kinds.ts'
import { longestDnsName } from './names.ts'
import type { Span } from './redaction.ts'
import { isBuiltInAccount, isContainer, isWellKnownGuid, publicPart } from './well-known.ts'

const guidAt = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/iy
const ipv4 = /\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}/g
const macAt = /(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}/iy
const sha1Length = 40
/** A name with blanks in it ends at a backslash only: elsewhere the sentence goes on behind it. */
const profile =
  /([\\/](?:users|documents and settings)(?:\\\\?|\/))([^\\/:*?"<>|\r\n,;\s]{1,64}(?: [^\\/:*?"<>|\r\n,;\s]{1,32}){1,3}(?=\\)|[^\\/:*?"<>|\r\n,;]{1,64}?(?=\\|\/|["<>|\r\n,;]|\s|$))/gi
/** `\\pc\share`, also behind the `\\?\UNC\` and `\??\UNC\` of long paths; the backslashes of JSON stand there twice. */
const unc =
  /(?<=^|[\s"'=(,>])\\\\(?:\\\\)?(?:[?.]\\\\?UNC\\\\?)?([\w-][\w.-]{0,253})|\\\?\?\\\\?UNC\\\\?([\w-][\w.-]{0,253})/gim
/**
 * A comma in a name stands behind a backslash: `CN=Vance\, Adele`. No backslash may be read in two ways, and no name has
 * more parts: a text made to be slow would be.
 */
const dn =
  /(?:(?:CN|OU)=(?:[^,=\r\n"<>\\]|\\+[^\\\r\n]){1,64},\s?){0,32}DC=[^,\s"<>=\\]{1,63}(?:,\s?DC=[^,\s"<>=\\]{1,63})+/gi
/** Endings of DNS names that are seldom endings of anything else. */
const dnsEnding =
  /\.(?:com|net|org|edu|gov|local|lan|internal|intra|intranet|corp|priv|de|uk|fr|eu|nl|ch|dk|fi|es|ca|jp)(?![\w-])(?!\.\w)/gi
const notDns = /^(?:asp|vb|ado|ml|system|microsoft)\.net$|^command\.com$/i

const isWord = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code > 127

const inDocumentation = /https:\/\/learn\.microsoft\.com\/\S*$/

/** What an address of a person may hold in front of the `@`. */
const localPart = /[\p{L}\p{M}\p{N}._%+$'~!#&-]/u
const hostAt = /[\p{L}\p{M}\p{N}._-]{0,253}/uy
const tokenOfAddress = /^address-/
const tokenEnd = new RegExp(`${tokenShape}$`)
const hostEnd = (text: string, at: number): number => {
  hostAt.lastIndex = at
  return at + (hostAt.exec(text)?.[0].length ?? 0)
}

type Put = (start: number, end: number, found: { kind: Kind; token: string } | null) => void

const guidSpan = (text: string, start: number, id: string, { key, originals }: Pencil, put: Put): void => {
  // The id of an event provider is the same everywhere, and so is that of a page of documentation.
  if (isWellKnownGuid(id) || /\bGuid=['"]\{?$/.test(text.slice(Math.max(0, start - 9), start))) return
  if (text[start - 1] === '/' && inDocumentation.test(text.slice(Math.max(0, start - 160), start))) return
  const kind = originals.kindOf(id) ?? 'id'
  put(start, start + id.length, { kind, token: key.token(kind, id) })
}

/** Everything that looks like a name of something, by its own shape or by what stands beside it. */
export const patternSpans = (text: string, pencil: Pencil, push: (span: Span) => void): void => {
  const { key, names, originals } = pencil
  const put = (start: number, end: number, found: { kind: Kind; token: string } | null) => {
    if (found !== null && found.token !== text.slice(start, end)) push({ start, end, ...found })
  }
  /** By its first label, as a whole, or by what is behind the first label. */
  const isKnownHost = (name: string): boolean =>
    [name, name.split('.', 1)[0] ?? '', name.slice(name.indexOf('.') + 1)].some(
      (each) => originals.kindOf(each) !== null,
    )
  hexRuns(text, (start, end) => {
    if (text[end] === '-' && end - start >= 8) {
      guidAt.lastIndex = end - 8
      const id = guidAt.exec(text)?.[0]
      if (id !== undefined) guidSpan(text, end - 8, id, pencil, put)
    } else if (end - start === 2 && (text[end] === '-' || text[end] === ':')) {
      macAt.lastIndex = start
      const mac = macAt.exec(text)?.[0]
      if (mac === undefined || /[\w:-]/.test((text[start - 1] ?? ' ') + (text[start + mac.length] ?? ' '))) return
      if (!/^[\d:-]+$/.test(mac))
        put(start, start + mac.length, { kind: 'address', token: key.token('address', mac.replaceAll('-', ':')) })
    } else if (end - start === sha1Length && !/[g-z]/i.test((text[start - 1] ?? ' ') + (text[end] ?? ' '))) {
      const digits = text.slice(start, end)
      const isPattern = /^(.)\1*$/.test(digits) && originals.kindOf(digits) === null
      if (!isPattern) put(start, end, { kind: 'thumbprint', token: key.token('thumbprint', digits) })
    }
  })
  if (text.includes('S-1-') || text.includes('s-1-'))
    for (const match of text.matchAll(sid)) put(match.index, match.index + match[0].length, sidToken(match[0], names))
  for (const match of text.matchAll(ipv4)) {
    const end = match.index + match[0].length
    if (isAddress(match[0], text, match.index))
      put(match.index, end, { kind: 'address', token: names.address(match[0]) })
  }
  for (let at = text.indexOf(':'); at >= 0; ) {
    let start = at
    while (start > 0 && at - start < 4 && isHex(text.charCodeAt(start - 1))) start--
    let end = at + 1
    while (end < text.length && (isHex(text.charCodeAt(end)) || text[end] === ':')) end++
    const address = end - start > 5 ? text.slice(start, end).replace(/(?<!:):$/, '') : ''
    if (address !== '' && isIpv6(address, text, start))
      put(start, start + address.length, { kind: 'address', token: names.address(address) })
    at = text.indexOf(':', end)
  }
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let start = at
    while (start > 0 && at - start < 64 && localPart.test(text[start - 1] ?? ' ')) start--
    let end = hostEnd(text, at + 1)
    while (end > at + 1 && !isWord(text.charCodeAt(end - 1))) end--
    while (start < at && /[.'&%!~#-]/.test(text[start] ?? '')) start++
    start = behindEscape(text, start, end, (name) => originals.kindOf(name) !== null)
    const realm = text.slice(at + 1, end)
    // What is replaced already may have something in front of it that an address could begin with, such as `%20`.
    if (start === at || realm === '' || key.isToken(tokenEnd.exec(text.slice(start, at))?.[0] ?? '')) continue
    // Replaced already: a line that was joined to it may have made the realm longer, not the name another one.
    const isReplaced =
      key.isToken(text.slice(start, at).replace(/\$$/, '')) && realm.split('.').some((part) => key.isToken(part))
    // A person at an address is called so elsewhere as well.
    if (isReplaced || (tokenOfAddress.test(realm) && key.isToken(realm.split('.', 1)[0] ?? ''))) continue
    const isName = /\.[\p{L}][\p{L}\p{M}\p{N}-]+$/u.test(realm) || (originals.isDomain(realm) && !key.isToken(realm))
    if (isName && !/\.(?:dll|exe|sys|inf|mui)$/i.test(realm))
      put(start, end, { kind: 'user', token: names.upn(text.slice(start, end)) })
  }
  for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', at + 3)) {
    const end = hostEnd(text, at + 3)
    const host = text.slice(at + 3, end).replace(/\.+$/, '')
    if (host === '' || isAddress(host) || publicPart(host).length === host.length || /^\d+$/.test(host)) continue
    put(at + 3, at + 3 + host.length, { kind: host.includes('.') ? 'domain' : 'host', token: names.host(host) })
  }
  for (const match of text.matchAll(dnsEnding)) {
    const end = match.index + match[0].length
    let start = match.index
    while (start > 0 && end - start < longestDnsName && /[\w.-]/.test(text[start - 1] ?? ' ')) start--
    while (start < match.index && /[.-]/.test(text[start] ?? '')) start++
    start = behindEscape(text, start, end, isKnownHost)
    const name = text.slice(start, end)
    if (
      start === match.index ||
      text[start - 1] === '@' ||
      publicPart(name).length === name.length ||
      notDns.test(name)
    )
      continue
    // `System.Net` and `Contoso.Com` are not told from names of programs; `PC-0417.contoso.com` is a computer.
    const rest = name.slice(name.indexOf('.') + 1)
    if (rest !== rest.toLowerCase() && rest !== rest.toUpperCase() && !originals.isDomain(rest)) continue
    put(start, end, { kind: name.split('.').length > 2 ? 'host' : 'domain', token: names.host(name) })
  }
  for (const match of text.matchAll(profile)) {
    const [, lead = '', name = ''] = match
    const start = match.index + lead.length
    if (!isBuiltInAccount(name) && !/^S-1-/i.test(name))
      put(start, start + name.length, { kind: 'user', token: names.person(name) })
  }
  for (const match of text.matchAll(unc)) {
    const [whole, behindSlashes, behindPrefix] = match
    const host = behindSlashes ?? behindPrefix ?? ''
    const start = match.index + whole.length - host.length
    if (!/^(?:localhost|device|systemroot|windows|\d+)$/i.test(host) && !isAddress(host))
      put(start, start + host.length, { kind: 'host', token: names.host(host) })
  }
  if (/DC=/i.test(text))
    for (const match of text.matchAll(dn)) {
      const parts = match[0].split(/(?<!\\),\s?/)
      const first = parts.findIndex((part) => /^DC=/i.test(part))
      const domain = parts
        .slice(first)
        .map((part) => part.slice(3))
        .join('.')
      if (domain.split('.').some((part) => key.isToken(part))) continue
      const shown = parts.slice(0, first).map((part) => {
        const name = part.slice(3)
        const place = part.slice(0, 3)
        const id = oneGuid.exec(name)?.[1]
        if (id !== undefined && !isWellKnownGuid(id))
          return part.replace(id, key.token(originals.kindOf(id) ?? 'id', id))
        if (id !== undefined || isContainer(name) || key.isToken(name)) return part
        if (/^OU=/i.test(place)) return `${place}${key.token('unit', name)}`
        const kind = originals.kindOf(name) ?? 'user'
        return `${place}${key.token(kind, name)}`
      })
      const chain = names
        .domain(domain)
        .split('.')
        .map((label) => `DC=${label}`)
      put(match.index, match.index + match[0].length, { kind: 'domain', token: [...shown, ...chain].join(',') })
    }
  for (const match of text.matchAll(listLine)) {
    const [line, label = '', colon = '', value = ''] = match
    const form = formOfLine(label, value)
    const start = match.index + line.indexOf(label) + label.length + colon.length
    if (form !== null && value.length < 300) put(start, start + value.length, tokenOf(form, value, pencil))
  }
  if (text.includes(':s:'))
    for (const match of text.matchAll(rdpLine)) {
      const [, name = '', type = '', value = ''] = match
      const form = formOfRdpLine(name)
      const start = match.index + name.length + type.length
      if (form !== null) put(start, start + value.length, tokenOf(form, value, pencil))
    }
  if (text.includes('<Computer>'))
    for (const match of text.matchAll(eventComputer)) {
      const [, host = ''] = match
      put(match.index + 10, match.index + 10 + host.length, tokenOf('host', host, pencil))
    }
  if (text.includes('<Data Name='))
    for (const match of text.matchAll(eventData)) {
      const [whole, name = '', value = ''] = match
      const form = formOfName(name)
      const start = match.index + whole.lastIndexOf(value, whole.length - 7)
      if (form !== null) put(start, start + value.length, tokenOf(form, value, pencil))
    }
}
