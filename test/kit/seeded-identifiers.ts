import { Buffer } from 'node:buffer'

/** Numbers that look random and are the same in each run. */
export const numbersFrom = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32
  }
}

const hex = '0123456789abcdef'

export interface Seeded {
  readonly what: string
  readonly text: string
}

const firstNames = ['Adele', 'Megan', 'Lidia', 'Henrietta', 'Miriam', 'Nestor', 'Pradeep', 'Isaiah', 'Joni', 'Debra']
const lastNames = ['Vance', 'Bowen', 'Holloway', 'Mueller', 'Graham', 'Wilke', 'Gupta', 'Langer', 'Sherman', 'Berger']

const accented = [
  "SeánO'Rourke",
  'JörgMüßig',
  'ZoëØrsted',
  'İlkerIşık',
  'ŁukaszŻak',
  '山田太郎',
  'ИванПетров',
  'Sörén-Ngô',
]

/** Identifiers of every kind, each unlike the others and unlike any word. */
export const seededIdentifiers = (seed: number, perKind: number): readonly Seeded[] => {
  const random = numbersFrom(seed)
  const upTo = (limit: number) => Math.floor(random() * limit)
  const digits = (count: number) => Array.from({ length: count }, () => hex[upTo(16)]).join('')
  const pick = (list: readonly string[]) => list[upTo(list.length)] ?? ''
  const guid = () => `${digits(8)}-${digits(4)}-4${digits(3)}-8${digits(3)}-${digits(12)}`
  const number = () => String(1_000_000 + upTo(4_000_000_000))
  const makers: Readonly<Record<string, (index: number) => string>> = {
    upn: (index) => `${pick(firstNames)}.${pick(lastNames)}${index}x@seed${index}.contoso.com`,
    name: (index) => `${pick(firstNames)}${pick(lastNames)}Q${index}`,
    host: (index) => `WS-${digits(4).toUpperCase()}-${index}`,
    domain: (index) => `ad${index}.site${upTo(90)}.fabrikam.com`,
    site: (index) => `Site-${pick(lastNames)}-${index}`,
    tenant: guid,
    device: guid,
    correlation: guid,
    thumbprint: () => digits(40).toUpperCase(),
    entraSid: () => `S-1-12-1-${number()}-${number()}-${number()}-${number()}`,
    domainSid: (index) => `S-1-5-21-${number()}-${number()}-${number()}-${1100 + index}`,
    ipv4: (index) => `10.${11 + upTo(200)}.${upTo(250)}.${2 + index}`,
    ipv6: (index) => `2001:db8:${digits(3)}f:${index + 1}::${(index + 17).toString(16)}`,
    accented: () => `${pick(accented)}${digits(3)}`,
  }
  return Object.entries(makers).flatMap(([what, make]) =>
    Array.from({ length: perKind }, (_, index) => ({ what, text: make(index) })),
  )
}

const hexOf = (byte: number): string => byte.toString(16).padStart(2, '0')
const spacedHex = (text: string, mark: string): string => [...Buffer.from(text)].map(hexOf).join(mark)
const base64At = (text: string, before: number): string =>
  Buffer.from(`${'='.repeat(before)}${text}=`).toString('base64')

/** The forms a name takes on its way into a log. */
export const encodings: Readonly<Record<string, (text: string) => string>> = {
  plain: (text) => text,
  upper: (text) => text.toUpperCase(),
  lower: (text) => text.toLowerCase(),
  decomposed: (text) => text.normalize('NFD'),
  json: (text) => JSON.stringify(`C:\\Temp\\${text}`),
  percent: (text) => `https://login.microsoftonline.com/x?login_hint=${encodeURIComponent(text)}&y=1`,
  percentAll: (text) => [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  percentAround: (text) => [...Buffer.from(`name: ${text}, more`)].map((byte) => `%${hexOf(byte)}`).join(''),
  xml: (text) =>
    `<v>${[...text].map((letter) => (/[a-z0-9]/i.test(letter) ? letter : `&#${letter.codePointAt(0)};`)).join('')}</v>`,
  unicodeEscapes: (text) =>
    [...text]
      .map((letter) =>
        /[a-z0-9]/i.test(letter) ? letter : `\\u${(letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
      )
      .join(''),
  base64: (text) => Buffer.from(text).toString('base64'),
  base64second: (text) => base64At(text, 1),
  base64third: (text) => base64At(text, 2),
  base64inWord: (text) => Buffer.from(`ab${text}c`).toString('base64'),
  base64wide: (text) => Buffer.from(text, 'utf16le').toString('base64'),
  base64url: (text) => Buffer.from(`{"Uris":["https://x/?${text}"]}`).toString('base64url'),
  wide: (text) => [...text].join('\0'),
  hex: (text) => Buffer.from(text).toString('hex'),
  hexSpaced: (text) => spacedHex(text, ' '),
  hexCommas: (text) => spacedHex(text, ','),
  quotedPrintable: (text) =>
    [...Buffer.from(text)]
      .map((byte) =>
        byte > 126 || byte === 64 || byte === 46 ? `=${hexOf(byte).toUpperCase()}` : String.fromCharCode(byte),
      )
      .join(''),
  softBreak: (text) => `${text.slice(0, 4)}=\r\n${text.slice(4)}`,
  backslashX: (text) => [...Buffer.from(text)].map((byte) => `\\x${hexOf(byte)}`).join(''),
  percentU: (text) =>
    text.replace(/[^a-z0-9]/gi, (letter) => `%u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`),
  hexWide: (text) => Buffer.from(text, 'utf16le').toString('hex'),
}

const readable = (bytes: Buffer): string =>
  [
    bytes.toString('latin1'),
    bytes.toString('latin1').replaceAll('\0', ''),
    bytes.toString('utf8'),
    new TextDecoder('utf-16le').decode(new Uint8Array(bytes)),
  ].join('\n')

/** A text with everything in it decoded in every way, to look for names in; made without the product's own code. */
export const decodedEveryWay = (text: string): string => {
  const parts = [
    text,
    text.replaceAll('\0', ''),
    text.replace(/%([0-9a-f]{2})/gi, (_, byte) => String.fromCharCode(Number.parseInt(byte, 16))),
    text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8')),
    text.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code))),
    text.replace(/\\u([0-9a-f]{4})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16))),
    text.replaceAll('\\\\', '\\'),
    text.replace(/(.)\r?\n/g, '$1'),
  ]
  for (const [run] of text.matchAll(/[A-Za-z0-9+/_-]{8,}={0,2}/g))
    for (let offset = 0; offset < 4; offset++) parts.push(readable(Buffer.from(run.slice(offset), 'base64')))
  parts.push(
    text
      .replace(/=\r?\n/g, '')
      .replace(/(?:=[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('=', ''), 'hex').toString()),
    text.replace(/%u([0-9a-f]{4})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16))),
    text.replace(/(?:\\x[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replace(/\\x/gi, ''), 'hex').toString()),
  )
  for (const [run] of text.matchAll(/(?:[0-9a-f]{2}[ ,]){4,}[0-9a-f]{2}/gi))
    parts.push(readable(Buffer.from(run.replace(/[ ,]/g, ''), 'hex')))
  for (const [run] of text.matchAll(/[0-9a-f]{12,}/gi))
    for (let offset = 0; offset < 2; offset++) parts.push(readable(Buffer.from(run.slice(offset), 'hex')))
  return parts.join('\n').normalize('NFC').toLowerCase()
}
