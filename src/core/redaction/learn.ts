import { behindEscape } from './behind-escape.ts'
import {
  eventComputer,
  eventData,
  eventServer,
  eventSignIn,
  eventUser,
  formOfLine,
  formOfName,
  formOfRdpLine,
  listLine,
  rdpLine,
} from './fields.ts'
import { isAddress, isIpv6 } from './ip.ts'
import { learnValue } from './learn-value.ts'
import type { Originals } from './originals.ts'

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
