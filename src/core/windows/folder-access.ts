import { z } from 'zod'
import { fail, ok, type Result } from '../../shared/result.ts'

/** One part of a path, as PowerShell saw it: with its security descriptor in SDDL, and without following anything. */
export interface FolderPart {
  readonly path: string
  readonly isReparsePoint: boolean
  readonly sddl: string
}

export const folderPartsShape = z.object({
  parts: z.array(z.object({ path: z.string(), isReparsePoint: z.boolean(), sddl: z.string() })).min(1),
})

const administrators = ['BA', 'S-1-5-32-544']
const system = ['SY', 'S-1-5-18']
/** Owns what Windows was installed with; nobody can sign in as it. */
const trustedInstaller = 'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464'
const ownersOfOurs = new Set([...administrators, ...system])
const ownersOfWindows = new Set([...ownersOfOurs, trustedInstaller])
/** Inherited by what somebody creates: to create, they would have needed a right that is looked for anyway. */
const creatorOwner = new Set(['CO', 'S-1-3-0'])

const generic = { execute: 0x20000000, write: 0x40000000, read: 0x80000000 }
/** Rights as SDDL writes them, in the meaning they have for files and folders. */
const named: Readonly<Record<string, number>> = {
  GA: 0x10000000,
  GX: generic.execute,
  GW: generic.write,
  GR: generic.read,
  RC: 0x20000,
  SD: 0x10000,
  WD: 0x40000,
  WO: 0x80000,
  CC: 0x1,
  DC: 0x2,
  LC: 0x4,
  SW: 0x8,
  RP: 0x10,
  WP: 0x20,
  DT: 0x40,
  LO: 0x80,
  CR: 0x100,
  FA: 0x1f01ff,
  FR: 0x120089,
  FW: 0x120116,
  FX: 0x1200a0,
}
/** Reading and walking through: FILE_GENERIC_READ, FILE_GENERIC_EXECUTE, and the generic names of both. */
const harmless = 0x1200a9 | generic.read | generic.execute
/** In a folder of Windows, users may make new things; what is there they must not delete, take or rename. */
const harmlessAbove = harmless | 0x2 | 0x4 | 0x10 | 0x100 | generic.write

const maskOf = (text: string): number | null => {
  if (/^0x[0-9a-f]{1,8}$/i.test(text)) return Number(text)
  if (!/^(?:[A-Z]{2})*$/.test(text)) return null
  let mask = 0
  for (const [code] of text.matchAll(/../g)) {
    const right = named[code]
    if (right === undefined) return null
    mask |= right
  }
  return mask
}

interface Entry {
  readonly inheritOnly: boolean
  readonly mask: number
  readonly who: string
}

/** Entries that allow something; null when the list is in a form that is not known, which is never taken for harmless. */
const allowing = (list: string): readonly Entry[] | null => {
  // Without any list (NO_ACCESS_CONTROL), everybody may do everything.
  if (!/^(?:P|AI|AR)*(?:\(|$)/.test(list)) return null
  const entries: Entry[] = []
  for (const [, text = ''] of list.matchAll(/\(([^()]*)\)/g)) {
    const [type = '', flags = '', rights = '', , , who = '', ...rest] = text.split(';')
    if (type === 'D' && rest.length === 0) continue
    const mask = maskOf(rights)
    if (type !== 'A' || mask === null || who === '' || rest.length > 0) return null
    entries.push({ inheritOnly: /IO/.test(flags), mask: mask >>> 0, who })
  }
  return entries
}

/** Owner, group, access list, audit list. Anything beyond that, such as a condition, is not known. */
const descriptor =
  /^O:(S-[\d-]+|[A-Z]{2})(?:G:(?:S-[\d-]+|[A-Z]{2}))?D:([A-Z_]*(?:\([^()]*\))*)(?:S:[A-Z_]*(?:\([^()]*\))*)?$/

const problemWith = ({ isReparsePoint, sddl }: FolderPart, ours: boolean): string | null => {
  if (isReparsePoint) return 'leads somewhere else'
  const parsed = descriptor.exec(sddl.trim())
  const [, owner = '', rawList = ''] = parsed ?? []
  if (parsed === null) return 'has an access list in a form that is not known'
  if (!(ours ? ownersOfOurs : ownersOfWindows).has(owner)) return 'belongs to somebody who is not an administrator'
  const entries = allowing(rawList)
  if (entries === null) return 'has an access list in a form that is not known'
  for (const { inheritOnly, mask, who } of entries) {
    if (ownersOfWindows.has(who)) continue
    if (inheritOnly && (creatorOwner.has(who) || !ours)) continue
    if ((mask & ~(ours ? harmless : harmlessAbove)) !== 0) return 'can be changed by people who are not administrators'
  }
  return null
}

/**
 * What stands against the trust that nobody but an administrator can have put anything into these; null when nothing does.
 * `parts` go from the outermost to the innermost; the last `ours` of them belong to this product alone.
 */
export const problemIn = (parts: readonly FolderPart[], ours: number): string | null => {
  if (parts.length < ours || parts.length === 0) return 'The folder could not be looked at'
  for (const [index, part] of parts.entries()) {
    const problem = problemWith(part, index >= parts.length - ours)
    if (problem !== null) return `${part.path} ${problem}`
  }
  return null
}

/** The parts that were asked for, as they were asked for; anything else is no answer. */
export const answersTo = (asked: readonly string[], parts: readonly FolderPart[]): boolean =>
  parts.length === asked.length && parts.every(({ path }, index) => path === asked[index])

/** Whether a folder of this product can be written to with trust in what is there. */
export const judgeFolder = (parts: readonly FolderPart[], ours: number): Result<void> => {
  const problem = problemIn(parts, ours)
  return problem === null
    ? ok(undefined)
    : fail('denied', `${problem}, so it is not trusted. Nothing was written. Remove it and try again.`)
}
