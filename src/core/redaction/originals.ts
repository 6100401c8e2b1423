import { composed } from './case-key.ts'
import type { Form } from './fields.ts'
import { type Kind, rankOf } from './kinds.ts'
import type { KnownNames } from './names.ts'
import { isAuthority, isBuiltInAccount, publicPart } from './well-known.ts'

/** A name that fields gave away, to be found wherever it stands. */
export interface Original {
  readonly kind: Kind
  /** As it was written first. */
  readonly text: string
  /** Short names are looked for in the spelling they were seen in only: `CORP` is a domain, `Corp.` a company. */
  readonly spellings: ReadonlySet<string> | null
}

export interface Originals extends KnownNames {
  /** False: the same was told since the last name was learnt, and changes nothing. Logs say everything over and over. */
  readonly isNews: (form: Form, text: string) => boolean
  readonly add: (kind: Kind, text: string) => void
  /** What another name only hints at; whatever a field says of it counts more. */
  readonly addHint: (kind: Kind, text: string) => void
  readonly kindOf: (text: string) => Kind | null
  /** Those that may be looked for in any text. */
  readonly searchable: () => readonly Original[]
}

const shortest = 3
const shortestWithoutCase = 5
/** Enough for every PC, person and domain of a large site; a log of any size cannot make the search slow. */
const mostOriginals = 20_000

const bare = (text: string): string => {
  const name = composed(text).trim()
  return name.endsWith('.') ? name.slice(0, -1) : name
}
/** What names are compared by. */
const nameOf = (text: string): string => bare(text).toLowerCase()

/**
 * The originals of a case. Names of fewer than three characters, names of five characters or fewer in another spelling,
 * and the words that Windows and our own texts are made of are known, but never looked for outside their fields.
 */
export const newOriginals = (common: ReadonlySet<string>, isToken: (text: string) => boolean): Originals => {
  const found = new Map<string, { kind: Kind; text: string; spellings: Set<string>; isHint: boolean }>()
  let version = 0
  const isSearchable = (text: string, kind: Kind): boolean =>
    (text.length >= shortest || /^\p{Script=Han}{2}$/u.test(text)) &&
    !common.has(text) &&
    (kind === 'address' || /\p{L}|\d{3}/u.test(text)) &&
    !/^\d{1,9}$/.test(text) &&
    publicPart(text).length !== text.length
  const told = new Set<string>()
  let toldTo = version
  const put = (kind: Kind, written: string, isHint: boolean): void => {
    const text = bare(written)
    const name = text.toLowerCase()
    if (name === '' || name.length > 256 || isAuthority(name) || isBuiltInAccount(name)) return
    if (name.split(/[.@\\$]/).some(isToken)) return
    const known = found.get(name)
    if (known === undefined) {
      if (found.size >= mostOriginals) return
      found.set(name, { kind, text, spellings: new Set([text]), isHint })
      version++
      return
    }
    if (isHint) return
    if (known.isHint || rankOf(kind) < rankOf(known.kind)) {
      known.kind = kind
      known.isHint = false
      version++
    }
    if (name.length <= shortestWithoutCase && !known.spellings.has(text)) {
      known.spellings.add(text)
      version++
    }
  }
  return {
    isNews: (form, text) => {
      if (toldTo !== version || told.size >= mostOriginals) {
        told.clear()
        toldTo = version
      }
      const news = `${form} ${text}`
      if (told.has(news)) return false
      told.add(news)
      return true
    },
    add: (kind, written) => put(kind, written, false),
    addHint: (kind, written) => put(kind, written, true),
    kindOf: (text) => found.get(nameOf(text))?.kind ?? null,
    isHost: (name) => found.get(nameOf(name))?.kind === 'host',
    isDomain: (name) => found.get(nameOf(name))?.kind === 'domain',
    searchable: () =>
      [...found.entries()]
        .filter(([name, { kind }]) => isSearchable(name, kind))
        .map(([name, { kind, text, spellings }]) => ({
          kind,
          text,
          spellings: name.length <= shortestWithoutCase && !/\d/.test(name) ? spellings : null,
        })),
    version: () => version,
  }
}
