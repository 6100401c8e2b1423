import { type Pencil, sid, sidToken } from './field-token.ts'
import type { Finder, Put } from './finder.ts'
import { hexRuns, isHex } from './hex-runs.ts'
import { isAddress, isIpv6 } from './ip.ts'
import { isWellKnownGuid } from './well-known.ts'

const guidAt = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/iy
const ipv4 = /\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}/g
const macAt = /(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}/iy
const sha1Length = 40

const inDocumentation = /https:\/\/learn\.microsoft\.com\/\S*$/

const guidSpan = (text: string, start: number, id: string, { key, originals }: Pencil, put: Put): void => {
  // The id of an event provider is the same everywhere, and so is that of a page of documentation.
  if (isWellKnownGuid(id) || /\bGuid=['"]\{?$/.test(text.slice(Math.max(0, start - 9), start))) return
  if (text[start - 1] === '/' && inDocumentation.test(text.slice(Math.max(0, start - 160), start))) return
  const kind = originals.kindOf(id) ?? 'id'
  put(start, start + id.length, { kind, token: key.token(kind, id) })
}

/** Ids, addresses of network cards and thumbprints. */
const findHex: Finder = (text, pencil, put) => {
  const { key, originals } = pencil
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
}

const findSids: Finder = (text, { names }, put) => {
  if (text.includes('S-1-') || text.includes('s-1-'))
    for (const match of text.matchAll(sid)) put(match.index, match.index + match[0].length, sidToken(match[0], names))
}

const findIpv4: Finder = (text, { names }, put) => {
  for (const match of text.matchAll(ipv4)) {
    const end = match.index + match[0].length
    if (isAddress(match[0], text, match.index))
      put(match.index, end, { kind: 'address', token: names.address(match[0]) })
  }
}

const findIpv6: Finder = (text, { names }, put) => {
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
}

/** What is told by its digits alone. */
export const digitFinders: readonly Finder[] = [findHex, findSids, findIpv4, findIpv6]
