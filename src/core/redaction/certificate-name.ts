import type { CaseKey } from './case-key.ts'
import type { Kind } from './kinds.ts'
import type { Names } from './names.ts'
import type { Originals } from './originals.ts'
import { isContainer, isGuid, isPublicIssuer, isWellKnownGuid } from './well-known.ts'

/** `CN=…`, `OU=…`, with what stands in front of it; a comma in a value stands behind a backslash or in quotes. */
const part = /(^|[,+;\n][^\S\n]*)([A-Za-z]{1,12}|[\d.]+)=("[^"]*"|(?:[^\\,+;\n]|\\.)*)/g

/** What the parts of a name are called by, where nothing else tells: a company, a place, or somebody's computer. */
const kindOfPart: Readonly<Record<string, Kind>> = { O: 'tenant', CN: 'host', DC: 'domain', E: 'user' }

/**
 * The subject or issuer of a certificate with tokens: every part of it names somebody, but for countries and for what
 * Microsoft and the public authorities call themselves.
 */
export const certificateName = (
  name: string,
  { key, names, originals }: { readonly key: CaseKey; readonly names: Names; readonly originals: Originals },
): string => {
  if (/\bCN=MS-Organization/i.test(name)) return name
  const labels = [...name.matchAll(part)].flatMap(([, , type = '', label = '']) => (/^DC$/i.test(type) ? [label] : []))
  const isChain = labels.length > 1 && !labels.some((label) => isGuid(label) || key.isToken(label))
  // Some write the most specific part last.
  const isReversed = /^\s*DC=/i.test(name)
  const domain = isChain ? names.domain((isReversed ? labels.reverse() : labels).join('.')).split('.') : []
  if (isReversed) domain.reverse()
  return name.replace(part, (whole, lead: string, type: string, written: string) => {
    const value = written.replace(/^"(.*)"$/, '$1').trim()
    const shown = (token: string): string => `${lead}${type}=${token}`
    if (/^DC$/i.test(type) && isChain) {
      const token = domain.shift()
      return token === undefined ? '' : shown(token)
    }
    if (value === '' || value === 'localhost' || /^C$/i.test(type) || isContainer(value) || isPublicIssuer(value))
      return whole
    if (value.split(/[.@]/).every(key.isToken)) return whole
    if (isGuid(value))
      return isWellKnownGuid(value)
        ? whole
        : shown(key.token(originals.kindOf(value) ?? (/^DC$/i.test(type) ? 'tenant' : 'device'), value))
    if (value.includes('@')) return shown(names.upn(value))
    if (/^CN$/i.test(type) && /^[\w-]+(?:\.[\w-]+)+$/.test(value)) return shown(names.host(value))
    return shown(key.token(originals.kindOf(value) ?? kindOfPart[type.toUpperCase()] ?? 'unit', value))
  })
}
