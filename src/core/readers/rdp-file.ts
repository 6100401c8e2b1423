import { fail, ok, type Result } from '../../shared/result.ts'
import { isSecret, lintRdp, type RdpPath, type RdpProblem, type RdpProperty } from './rdp-lints.ts'
import { linesOf } from './text-lines.ts'

export interface RdpFile {
  /** By name in lower case. */
  readonly properties: Readonly<Record<string, RdpProperty>>
  readonly problems: readonly RdpProblem[]
  /** How the client will sign in: NLA over PKU2U, a web account, or without NLA. */
  readonly path: RdpPath
}

const property = /^([a-z][a-z0-9 _-]{0,60}?) ?:([isb]):(.*)$/i
const masked = '***'

const kindOf = (letter: string | undefined): RdpProperty['type'] => {
  const folded = letter?.toLowerCase()
  return folded === 'i' || folded === 'b' ? folded : 's'
}

interface NamedProperty extends RdpProperty {
  /** In lower case. */
  readonly name: string
}

/** One line, with its value as it stands there; null when it is no property. */
export const propertyOf = (line: string): NamedProperty | null => {
  const match = property.exec(line.trim())
  if (match === null) return null
  return { name: (match[1] ?? '').toLowerCase(), type: kindOf(match[2]), value: (match[3] ?? '').trim() }
}

/** Where a paste lost its line ends, a stored password stands in the value before it. */
const swallowed = /((?:password|passwd|pwd)[a-z0-9 ]{0,20}):([bs]):\s*\S+/i

const propertiesOf = (lines: readonly string[]): Map<string, RdpProperty> => {
  const properties = new Map<string, RdpProperty>()
  for (const line of lines) {
    const found = line.length > 100_000 ? null : propertyOf(line)
    if (found === null) continue
    const { name, type, value } = found
    if (type === 'i' && !/^-?\d{1,10}$/.test(value)) continue
    const inside = swallowed.exec(value)
    const shown = inside === null ? value : `${value.slice(0, inside.index)}${masked}`
    properties.set(name, { type, value: isSecret(name, type) ? masked : shown })
    if (inside !== null)
      properties.set((inside[1] ?? '').trim().toLowerCase(), { type: kindOf(inside[2]), value: masked })
  }
  return properties
}

/** Source: "Supported Remote Desktop RDP file settings", https://learn.microsoft.com/windows-server/remote/remote-desktop-services/clients/rdp-files */
const pathOf = (properties: ReadonlyMap<string, RdpProperty>): RdpPath => {
  const number = (name: string) => Number(properties.get(name)?.value ?? Number.NaN)
  if (number('enablerdsaadauth') === 1) return 'web'
  return number('enablecredsspsupport') === 0 ? 'none' : 'pku2u'
}

/** A Remote Desktop connection file. */
export const readRdpFile = (text: string): Result<RdpFile> => {
  const properties = propertiesOf(/:[isb]:/i.test(text) ? linesOf(text) : [])
  if (properties.size === 0)
    return fail(
      'unreadable',
      'This is not a Remote Desktop connection file: it holds no line such as full address:s:PC-0417.',
    )
  const path = pathOf(properties)
  return ok({ properties: Object.fromEntries(properties), problems: lintRdp(path, properties), path })
}
