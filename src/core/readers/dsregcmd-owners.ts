import type { Split } from './dsregcmd-lines.ts'
import type { Section } from './dsregcmd-sections.ts'
import { type Home, type KnownKey, workAccountOrdinal } from './dsregcmd-vocabulary.ts'

export type Values = Map<string, string>

export interface Account {
  /** null until a number is found for an account whose title was not printed. */
  ordinal: number | null
  readonly values: Values
}

/** The fields of one dump, each with the part of the PC it speaks of. Keys are those of the vocabulary. */
export interface Owned {
  /** Keys that mean the same wherever they stand. */
  readonly values: Values
  /** Keys that are printed for the device and for work accounts alike. */
  readonly device: Values
  readonly user: Values
  readonly accounts: Account[]
}

const setOnce = (values: Values, { known, value }: Split): void => {
  if (known !== null && !values.has(known.name)) values.set(known.name, value)
}

/** What the fields around a shared key tell about its owner. */
interface Around {
  readonly title: string
  readonly home: Home | null
  readonly next: Home | null
  readonly hasDevice: boolean
  readonly hasAccount: boolean
  readonly hasNgcSet: boolean
}

type Owner = 'device' | 'user' | 'account' | null

/** NgcSet opens the user state and closes a work account. */
const ownerOfNgcSet = ({ title, home, next, hasNgcSet }: Around): Owner => {
  if (title === 'user state' && !hasNgcSet) return 'user'
  if (home === 'account') return 'account'
  return home !== null || next === 'user' ? 'user' : null
}

const ownerOfCertificateKey = ({ title, home, hasDevice, hasAccount }: Around): Owner => {
  if (title === 'device state') return 'device'
  if (home === 'device' || home === 'account') return home
  if (title === 'user state') return null
  return hasDevice === hasAccount ? null : hasDevice ? 'device' : 'account'
}

const accountFor = (owned: Owned, ordinal: number | null): Account => {
  const there = ordinal === null ? undefined : owned.accounts.find((account) => account.ordinal === ordinal)
  if (there !== undefined) return there
  const account = { ordinal, values: new Map() }
  owned.accounts.push(account)
  return account
}

const addAccountSection = (owned: Owned, section: Section, ordinal: number): void => {
  if (section.fields.length === 0) return
  const account = accountFor(owned, ordinal)
  for (const field of section.fields) {
    const home = field.known?.home
    setOnce(home === 'account' || home === 'shared' ? account.values : owned.values, field)
  }
}

const ownerOf = (known: KnownKey, around: Around): Owner => {
  if (known.home === 'account') return 'account'
  if (known.home !== 'shared') return null
  return known.name === 'NgcSet' ? ownerOfNgcSet(around) : ownerOfCertificateKey(around)
}

/** A section of the device or the user, or one without a title: the keys around a shared key tell its owner. */
const addMixedSection = (owned: Owned, { title, fields }: Section): void => {
  const homes = new Set(fields.map(({ known }) => known?.home))
  const found = { title: title.toLowerCase(), hasDevice: homes.has('device'), hasAccount: homes.has('account') }
  let home: Home | null = found.title === 'device details' ? 'device' : null
  let account: Account | null = null
  let hasNgcSet = false
  for (const [index, field] of fields.entries()) {
    const { known } = field
    if (known === null) continue
    if (known.home !== 'shared' && field.torn !== true) home = known.home
    const owner = ownerOf(known, { ...found, home, next: fields[index + 1]?.known?.home ?? null, hasNgcSet })
    hasNgcSet ||= known.name === 'NgcSet'
    if (owner === 'account') {
      // The same key again: without titles, that is where the next account begins.
      if (account === null || account.values.has(known.name)) account = accountFor(owned, null)
      setOnce(account.values, field)
    } else if (owner !== null) setOnce(owned[owner], field)
    else if (known.home !== 'shared') setOnce(owned.values, field)
  }
}

export const addSection = (owned: Owned, section: Section): void => {
  const ordinal = workAccountOrdinal(section.title)
  if (ordinal === null) addMixedSection(owned, section)
  else addAccountSection(owned, section, ordinal)
}

/** Accounts without a printed number take the first free ones, so a single one is number 1. In order of their numbers. */
export const numberAccounts = (accounts: Account[]): void => {
  const taken = new Set(accounts.map(({ ordinal }) => ordinal))
  let next = 1
  for (const account of accounts) {
    if (account.ordinal !== null) continue
    while (taken.has(next)) next++
    taken.add(next)
    account.ordinal = next
  }
  accounts.sort((a, b) => (a.ordinal ?? 0) - (b.ordinal ?? 0))
}
