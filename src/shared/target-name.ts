import { parseHost } from './host-name.ts'
import { fail, ok, type Result } from './result.ts'

export const rdpPort = 3389

/** A Remote Desktop listener. An IPv6 address stands without brackets. */
export interface Target {
  readonly host: string
  readonly port: number
}

/** An address needs no resolver, and has no name that could be compared. */
const isAddress = (host: string): boolean => host.includes(':') || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host)

/** `HOST`, `HOST:PORT`, `[IPv6]:PORT` or an IPv6 address alone, as typed. */
export const parseTarget = (text: string): Result<Target> => {
  const typed = text.trim()
  const [, inBrackets, portInBrackets] = /^\[([^[\]]*)\](?::(.*))?$/.exec(typed) ?? []
  const [, named, portOfName] = /^([^:]*):([^:]*)$/.exec(typed) ?? []
  // A scheme or a path is no host with a bad port.
  const host = typed.includes('/') ? typed : (inBrackets ?? named ?? typed)
  const port = portInBrackets ?? portOfName ?? null
  // Brackets are for IPv6 addresses alone.
  const checked = inBrackets !== undefined && !inBrackets.includes(':') ? parseHost('') : parseHost(host)
  if (!checked.ok) return checked
  if (port === null) return ok({ host: checked.value, port: rdpPort })
  const number = /^\d{1,5}$/.test(port) ? Number(port) : 0
  return number >= 1 && number <= 65_535
    ? ok({ host: checked.value, port: number })
    : fail('invalid-input', 'The port is a number from 1 to 65535, such as PC-0417:3389.')
}

/** What to know about a name before the web account is used with it. */
export const webNameHint = (host: string): string =>
  isAddress(host)
    ? 'Signing in with a web account does not work with an address. Use the name that Entra shows for the device.'
    : 'Signing in with a web account needs exactly the name that Entra shows for the device. A short name in place of a full one, or the other way round, ends with AADSTS293004.'
