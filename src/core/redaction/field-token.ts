import { type CaseKey, tokenShape } from './case-key.ts'
import { certificateName } from './certificate-name.ts'
import type { Form } from './fields.ts'
import { isAddress } from './ip.ts'
import type { Kind } from './kinds.ts'
import type { Names } from './names.ts'
import type { Originals } from './originals.ts'
import { isAuthority, isBuiltInAccount, isFirstSite, isWellKnownGuid, publicPart } from './well-known.ts'

export interface Pencil {
  readonly key: CaseKey
  readonly names: Names
  readonly originals: Originals
}

export const oneGuid = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i
export const sid = /S-1-(?:5-(?:21|83)(?:-\d+){3,}|1[12](?:-\d+){2,})/gi
const oneSid = new RegExp(`^${sid.source}$`, 'i')

const token = new RegExp(String.raw`(?<![\p{L}\p{N}])${tokenShape}(?![\p{L}\p{N}])`, 'gu')
/** What stands around tokens in names that are made of several: `DC=domain-…`, `S-1-5-21-sid-…-1104`, `C:\Users\user-…`. */
const aroundTokens = /\b(?:CN|OU|DC|S-1-[\d-]*|\d{3,}|AzureAD|Users)\b/gi

/** Made of tokens of this key and of what stays around them: to the gate it would else look like a name again. */
const isRedacted = (value: string, key: CaseKey): boolean => {
  let hasToken = false
  const rest = value.replace(token, (found) => {
    const isToken = key.isToken(found)
    hasToken ||= isToken
    return isToken ? '' : found
  })
  if (!hasToken) return false
  const ending = publicPart(rest.slice(rest.search(/[\p{L}\p{N}]/u)))
  return ending !== '' || !/[\p{L}\p{N}]{3,}/u.test(rest.replace(aroundTokens, ''))
}

/** One name by its form. null: there is nothing to replace. */
export const tokenOf = (
  form: Form,
  text: string,
  { key, names, originals }: Pencil,
): { kind: Kind; token: string } | null => {
  const value = text.trim()
  if (
    value === '' ||
    /^(?:-|n\/a|none|null|unknown|not set|%%\d+|0x[0-9a-f]+|\d{1,3})$/i.test(value) ||
    isRedacted(value, key)
  )
    return null
  const id = oneGuid.exec(value)?.[1]
  if (id !== undefined) {
    if (isWellKnownGuid(id)) return null
    const kind = ['tenant', 'device', 'key'].find((each) => each === form) ?? originals.kindOf(id) ?? 'id'
    return { kind: kind as Kind, token: value.replace(id, key.token(kind as Kind, id)) }
  }
  if (/^S-1-/i.test(value)) return sidToken(value, names)
  // Names of accounts, computers and domains are no sentences and no lists.
  if (
    (form === 'account' && value.split(/\s+/).length > 4) ||
    ((form === 'host' || form === 'domain') && /[\s,;]/.test(value))
  )
    return null
  const made = ((): { kind: Kind; token: string } | null => {
    switch (form) {
      case 'upn':
        return { kind: 'user', token: value.includes('@') ? names.upn(value) : names.account(value) }
      case 'account': {
        const [account = '', upn] = value.split(/,\s+/)
        if (upn?.includes('@') === true) return { kind: 'user', token: `${names.account(account)}, ${names.upn(upn)}` }
        return { kind: 'user', token: names.account(value) }
      }
      case 'host':
        if (isAddress(value)) return { kind: 'address', token: names.address(value) }
        return isBuiltInAccount(value)
          ? null
          : { kind: 'host', token: value.replace(/[^\\].*$/, (name) => names.host(name)) }
      case 'domain':
        return isAuthority(value) || isBuiltInAccount(value)
          ? null
          : {
              kind: originals.isHost(value) ? 'host' : 'domain',
              token: originals.isHost(value) ? names.host(value) : names.domain(value),
            }
      case 'address': {
        const bare = value.replace(/^::ffff:/i, '')
        return isAddress(bare) ? { kind: 'address', token: names.address(bare) } : null
      }
      case 'sid':
        return null
      case 'certificate':
        return { kind: 'host', token: certificateName(value, { key, names, originals }) }
      default:
        if (form === 'site' && isFirstSite(value)) return null
        return { kind: form, token: key.token(form, value) }
    }
  })()
  return made === null || made.token === value ? null : made
}

export const sidToken = (text: string, names: Names): { kind: Kind; token: string } | null =>
  oneSid.test(text) ? { kind: 'sid', token: names.sid(text) } : null
