import { checks } from '../checks/registry.ts'
import { wantedBy } from '../engine/wanted.ts'
import { recordedRegistry } from '../recording/recorded-registry.ts'
import type { KeyPath, RecordedKey, RegistryDump } from '../recording/recording.ts'
import { type Form, formOfName } from './fields.ts'

const wanted = wantedBy(checks)
/** Keys that some check asks for, whatever the case. */
export const askedKeys: readonly KeyPath[] = [...wanted.keys, ...wanted.trees]

const lower = (key: string): string =>
  key
    .toLowerCase()
    .replace(/^hkey_local_machine\\/, 'hklm\\')
    .replace(/^hkey_current_user\\/, 'hkcu\\')
const asked = new Set(wanted.keys.map(lower))
const trees = wanted.trees.map(lower)

const treeOf = (key: string): string | undefined => trees.find((tree) => lower(key).startsWith(`${tree}\\`))

const isAsked = (key: string): boolean => {
  const name = lower(key)
  const tree = treeOf(key)
  return asked.has(name) || trees.includes(name) || (tree !== undefined && !name.slice(tree.length + 1).includes('\\'))
}

/** `…\JoinInfo\THUMBPRINT` */
export const isJoinInfoChild = (key: string): boolean => /\\JoinInfo\\[^\\]+$/i.test(key)

/** What stands in front of the part of a key's name that may name somebody. */
export const askedPart = (key: string): number => {
  const tree = treeOf(key)
  return tree === undefined ? key.length : key.lastIndexOf('\\') + 1
}

const own: readonly (readonly [RegExp, Form])[] = [
  [/^(?:nv )?domain$|^(?:dhcp|icsdomain|searchlist)/i, 'domain'],
  [/^(?:nv )?hostname$|^computername$|^devicedisplayname$/i, 'host'],
  [/^registeredowner$|rename(?:administrator|guest)account$/i, 'account'],
  [/^registeredorganization$/i, 'tenant'],
  [/^(?:digital)?productid\d*$/i, 'id'],
  [/_winningprovider$/i, 'id'],
  [/^idpdomain$/i, 'domain'],
]

/** The form of a value that names somebody or something; null for all others. */
export const formOfRegistryValue = (key: string, name: string): Form | null => {
  if (/\\TenantInfo\\/i.test(key) && /^displayname$/i.test(name)) return 'tenant'
  const found = own.find(([pattern]) => pattern.test(name))?.[1]
  if (found !== undefined) return found
  return /JoinInfo/i.test(key) ? formOfName(name) : null
}

/**
 * The part of a registry that checks ask for. Dropping keys ends the promise that what is not listed does not exist, so
 * what is known of each asked key is written down: absent ones as null, and the names of the keys below.
 */
export const onlyAskedKeys = (dump: RegistryDump): RegistryDump => {
  const kept: Record<string, RecordedKey> = {}
  const listed = new Set<string>()
  for (const [key, entry] of Object.entries(dump.keys))
    if (isAsked(key)) {
      kept[key] = entry
      listed.add(lower(key))
    }
  const reader = recordedRegistry(dump)
  for (const key of askedKeys) {
    const exists = reader.keyExists(key)
    if (!exists.ok) continue
    if (!exists.value) {
      if (!listed.has(lower(key))) kept[key] = null
      continue
    }
    // Known only from what is listed below it: an entry of its own would say that it holds no values.
    if (!reader.values(key).ok) continue
    const children = reader.subkeys(key)
    const spelled = Object.keys(kept).find((each) => lower(each) === lower(key)) ?? key
    const entry = kept[spelled] ?? {}
    if (children.ok && !('error' in entry) && entry.subkeys === undefined)
      kept[spelled] = { ...entry, subkeys: children.value }
    else kept[spelled] = entry
  }
  return { complete: false, keys: kept }
}
