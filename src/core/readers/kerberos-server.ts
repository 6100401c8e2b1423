import { fail, ok, type Result } from '../../shared/result.ts'
import {
  halvesOf,
  type KerberosServerHalves,
  type KerberosServerKey,
  type KerberosServerValues,
  kerberosServerKeys,
} from './kerberos-server-halves.ts'
import { listObjects } from './list-objects.ts'
import { tableObjects } from './table-objects.ts'

/** The first server object of the text, and every one of them in `domains`. */
export interface KerberosServer extends KerberosServerHalves {
  readonly domains: readonly KerberosServerHalves[]
}

/** Printed by this cmdlet only. */
const telling: readonly KerberosServerKey[] = [
  'KeyVersion',
  'KeyUpdatedOn',
  'CloudDomainDnsName',
  'CloudKeyVersion',
  'CloudKeyUpdatedOn',
]
const tellingInText = new RegExp(telling.join('|'), 'i')

/** Too short to be broken into two lines of a table. */
const numbers: readonly KerberosServerKey[] = ['Id', 'KeyVersion', 'CloudId', 'CloudKeyVersion']

interface Found {
  readonly objects: readonly KerberosServerValues[]
  readonly cutKey: KerberosServerKey | null
}

const isTelling = (object: KerberosServerValues) => telling.some((key) => object.has(key))

const objectsIn = (text: string): Found => {
  const { objects, cutKey } = listObjects(text, kerberosServerKeys)
  const listed = objects.filter(isTelling)
  if (listed.length > 0) return { objects: listed, cutKey }
  const table = tableObjects(text, kerberosServerKeys, numbers)
  return { objects: table.objects.filter(isTelling), cutKey: table.cutKey }
}

const found = (text: string): Found => (tellingInText.test(text) ? objectsIn(text) : { objects: [], cutKey: null })

/**
 * The same output as a list, with nothing wrapped and nothing beside it; a text that is not read stays as it is. In a
 * list a value may be replaced by a longer one: a table would lose its columns.
 */
export const asKerberosServerList = (text: string): string => {
  const { objects, cutKey } = found(text)
  if (objects.length === 0) return text
  const lists = objects.map((object) =>
    [...object].map(([key, value]) => `${key.padEnd(18)} : ${value}`.trimEnd()).join('\r\n'),
  )
  // What may have been cut there still ends the text.
  return `${lists.join('\r\n\r\n')}${cutKey === null ? '\r\n' : ''}`
}

/** The same text for the same object. */
const identityOf = (object: KerberosServerValues): string =>
  JSON.stringify([...telling, 'DomainDnsName' as const].map((key) => object.get(key) ?? null))

/**
 * Reads pasted output of `Get-AzureADKerberosServer`, as a list or a table, of one domain or several; the same object
 * pasted twice counts once. Wrapped and cut values are joined or left out, never guessed.
 */
export const readKerberosServer = (text: string): Result<KerberosServer> => {
  const { objects, cutKey } = found(text)
  const distinct = new Map<string, KerberosServerValues>()
  for (const object of objects) {
    const identity = identityOf(object)
    if (!distinct.has(identity)) distinct.set(identity, object)
  }
  const last = objects.at(-1)
  const domains = [...distinct.values()].map((object) => halvesOf(object, object === last ? cutKey : null))
  const [first] = domains
  if (first === undefined)
    return fail(
      'unreadable',
      'This is not the output of Get-AzureADKerberosServer: it holds no list or table with KeyVersion and CloudKeyVersion. Add “| Format-List” to the command and paste all of it.',
    )
  const several = `The text holds ${domains.length} server objects; this is the first one.`
  const problems = domains.length > 1 ? [...first.problems, several] : first.problems
  return ok({ ...first, problems, domains })
}
