import { type Form, formOfName } from './fields.ts'
import { isGuid } from './well-known.ts'

export interface JsonRewriter {
  readonly text: (text: string) => string
  readonly field: (form: Form, text: string) => string
}

/** Parts of a report that are called `name` and `id`: what they name, their parent says. */
const byParent: Readonly<Record<string, Form>> = { host: 'host', user: 'account', tenant: 'tenant' }

/** Our own constants in reports; they read like names to nobody but a program. */
const constants = /^(?:format|state|status|source|role|track|path|version|id|restart|kind|type|outcome|url)$/

const formAt = (parent: string, name: string, siblings: Readonly<Record<string, unknown>>): Form | null => {
  const ofParent = byParent[parent]
  if (ofParent !== undefined && (name === 'name' || (name === 'id' && parent === 'tenant'))) return ofParent
  // A member of a local group.
  if (name === 'name' && 'sid' in siblings) return /^S-1-5-32-/i.test(String(siblings['sid'])) ? null : 'account'
  if ((name === 'subject' || name === 'issuer') && 'notBefore' in siblings) return 'certificate'
  return name === 'target' && 'port' in siblings ? 'host' : formOfName(name)
}

/** Any JSON with its strings written again; names of properties, too. */
export const rewriteJson = <T>(value: T, rewriter: JsonRewriter): T => {
  const walk = (each: unknown, parent: string, name: string, siblings: Readonly<Record<string, unknown>>): unknown => {
    if (typeof each === 'string') {
      const form = formAt(parent, name, siblings)
      if (form !== null) return rewriter.field(form, each)
      const isOurs = constants.test(name) && /^[a-z0-9@./-]{1,40}$/.test(each) && !isGuid(each)
      return isOurs ? each : rewriter.text(each)
    }
    if (Array.isArray(each)) return each.map((item) => walk(item, parent, name, siblings))
    if (typeof each !== 'object' || each === null) return each
    const record: Readonly<Record<string, unknown>> = { ...each }
    return Object.fromEntries(
      Object.entries(record).map(([key, item]) => [rewriter.text(key), walk(item, name, key, record)]),
    )
  }
  return walk(value, '', '', {}) as T
}
