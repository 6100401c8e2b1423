import { behindEscape } from './behind-escape.ts'
import { tokenShape } from './case-key.ts'
import { oneGuid, type Pencil } from './field-token.ts'
import type { Finder } from './finder.ts'
import { isAddress } from './ip.ts'
import { longestDnsName } from './names.ts'
import { isBuiltInAccount, isContainer, isWellKnownGuid, publicPart } from './well-known.ts'

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

/** What an address of a person may hold in front of the `@`. */
const localPart = /[\p{L}\p{M}\p{N}._%+$'~!#&-]/u
const hostAt = /[\p{L}\p{M}\p{N}._-]{0,253}/uy
const tokenOfAddress = /^address-/
const tokenEnd = new RegExp(`${tokenShape}$`)
const hostEnd = (text: string, at: number): number => {
  hostAt.lastIndex = at
  return at + (hostAt.exec(text)?.[0].length ?? 0)
}

const findUpns: Finder = (text, { key, names, originals }, put) => {
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
}

const findUrls: Finder = (text, { names }, put) => {
  for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', at + 3)) {
    const end = hostEnd(text, at + 3)
    const host = text.slice(at + 3, end).replace(/\.+$/, '')
    if (host === '' || isAddress(host) || publicPart(host).length === host.length || /^\d+$/.test(host)) continue
    put(at + 3, at + 3 + host.length, { kind: host.includes('.') ? 'domain' : 'host', token: names.host(host) })
  }
}

/** By its first label, as a whole, or by what is behind the first label. */
const isKnownHost =
  ({ originals }: Pencil) =>
  (name: string): boolean =>
    [name, name.split('.', 1)[0] ?? '', name.slice(name.indexOf('.') + 1)].some(
      (each) => originals.kindOf(each) !== null,
    )

const findDnsNames: Finder = (text, pencil, put) => {
  const { names, originals } = pencil
  for (const match of text.matchAll(dnsEnding)) {
    const end = match.index + match[0].length
    let start = match.index
    while (start > 0 && end - start < longestDnsName && /[\w.-]/.test(text[start - 1] ?? ' ')) start--
    while (start < match.index && /[.-]/.test(text[start] ?? '')) start++
    start = behindEscape(text, start, end, isKnownHost(pencil))
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
}

const findProfiles: Finder = (text, { names }, put) => {
  for (const match of text.matchAll(profile)) {
    const [, lead = '', name = ''] = match
    const start = match.index + lead.length
    if (!isBuiltInAccount(name) && !/^S-1-/i.test(name))
      put(start, start + name.length, { kind: 'user', token: names.person(name) })
  }
}

const findShares: Finder = (text, { names }, put) => {
  for (const match of text.matchAll(unc)) {
    const [whole, behindSlashes, behindPrefix] = match
    const host = behindSlashes ?? behindPrefix ?? ''
    const start = match.index + whole.length - host.length
    if (!/^(?:localhost|device|systemroot|windows|\d+)$/i.test(host) && !isAddress(host))
      put(start, start + host.length, { kind: 'host', token: names.host(host) })
  }
}

const findDistinguishedNames: Finder = (text, { key, names, originals }, put) => {
  if (!/DC=/i.test(text)) return
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
      if (id !== undefined && !isWellKnownGuid(id)) return part.replace(id, key.token(originals.kindOf(id) ?? 'id', id))
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
}

/** What is told by the marks in it or in front of it. */
export const shapeFinders: readonly Finder[] = [
  findUpns,
  findUrls,
  findDnsNames,
  findProfiles,
  findShares,
  findDistinguishedNames,
]
