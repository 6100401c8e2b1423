import type { Form } from './fields.ts'
import { isAddress } from './ip.ts'
import type { Originals } from './originals.ts'
import { isAuthority, isBuiltInAccount, isFirstSite, publicPart } from './well-known.ts'

/** Mail providers whose name says nothing about a site. */
const isPublicMail = (realm: string): boolean =>
  /^(?:gmail|googlemail|outlook|hotmail|live|yahoo|icloud|gmx|web|aol|proton|protonmail)\.[a-z.]+$/i.test(realm)

const localPartIsName = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}.'#_-]{2,63}$/u

/** Shorter ones are words of other languages. */
const shortestLabel = 5
/** Endings of two parts, such as `.co.uk`. */
const twoPartEnding = /\.(?:co|com|org|net|ac|gov|edu|gv|or)\.[a-z]{2}$/

/** What a company calls itself in its domain: `contoso` of `corp.contoso.com`; '' when that is no name to look for. */
const ownLabel = (domain: string): string => {
  const name = domain.toLowerCase().replace(/\.$/, '')
  const ending = publicPart(name) || (twoPartEnding.exec(name)?.[0].slice(1) ?? name.slice(name.lastIndexOf('.') + 1))
  const label =
    name
      .slice(0, -ending.length - 1)
      .split('.')
      .at(-1) ?? ''
  return label.length >= shortestLabel && !/^\d+$/.test(label) ? label : ''
}

/** Takes one value of a field apart and remembers each name in it. */
export const learnValue = (form: Form, written: string, originals: Originals): void => {
  const value = written.trim()
  if (!originals.isNews(form, value)) return
  if (
    value === '' ||
    value.length > 300 ||
    /^(?:-|n\/a|none|null|unknown|yes|no|true|false|\d{1,4}|0x[0-9a-f]+|%%\d+)$/i.test(value)
  )
    return
  const again = (other: Form, text: string): void => learnValue(other, text, originals)
  switch (form) {
    case 'account': {
      if (value.split(/\s+/).length > 4) return
      const [account = '', upn] = value.split(/,\s+/)
      if (upn?.includes('@') === true) again('upn', upn)
      const slash = account.lastIndexOf('\\')
      const name = account.slice(slash + 1)
      if (slash > 0) {
        const place = account.slice(0, slash).replace(/^\.\\/, '')
        if (!isAuthority(place)) originals.add(originals.isHost(place) ? 'host' : 'domain', place)
        else if (!/^(?:azuread|entraid|microsoftaccount|\.)$/i.test(place)) return
      }
      if (name.includes('@')) again('upn', name)
      else if (name.endsWith('$')) originals.add('host', name.slice(0, -1))
      else if (!isBuiltInAccount(name) && !/^S-1-/i.test(name)) originals.add('user', name)
      return
    }
    case 'upn': {
      const at = value.lastIndexOf('@')
      if (at < 1) {
        // No name has an `@` in front.
        again('account', value.slice(at + 1))
        return
      }
      const [local, realm] = [value.slice(0, at), value.slice(at + 1)]
      originals.add('user', value)
      if (local.endsWith('$')) originals.add('host', local.slice(0, -1))
      else if (localPartIsName.test(local) && !/^[\d.]+$/.test(local)) originals.add('user', local)
      if (!isPublicMail(realm)) again('domain', realm)
      // A guest's name holds the address at home: `adele_fabrikam.com#EXT#@contoso.onmicrosoft.com`.
      const [, guest, home] = /^(.+)_([^_]+)#EXT#$/i.exec(local) ?? []
      if (guest !== undefined) again('upn', `${guest}@${home}`)
      return
    }
    case 'host': {
      const name = value.replace(/^\\+/, '').replace(/\.$/, '')
      if (isAddress(name)) return
      if (!/^[\p{L}\p{N}_-][\p{L}\p{M}\p{N}._-]*$/u.test(name)) return
      const [short = '', ...rest] = name.split('.')
      originals.add('host', short)
      if (rest.length > 0) again('domain', rest.join('.'))
      return
    }
    case 'domain':
      // A search list holds several.
      if (/[,;\s]/.test(value)) {
        for (const each of value.split(/[,;\s]+/)) if (each.includes('.')) again('domain', each)
        return
      }
      if (!/^[\p{L}\p{N}_-][\p{L}\p{M}\p{N}._-]*$/u.test(value) || isAddress(value)) return
      if (isAuthority(value) || originals.isHost(value) || publicPart(value).length === value.length) return
      originals.add('domain', value)
      originals.addHint('domain', ownLabel(value))
      return
    case 'address':
    case 'certificate':
    case 'sid':
      // Found by their shape wherever they stand.
      return
    default:
      if (form === 'site' && isFirstSite(value)) return
      originals.add(form, value.replace(/^\{(.*)\}$/, '$1'))
  }
}
