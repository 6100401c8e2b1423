import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'

/** Every address of a name, in the order they should be tried; throws when there is none. */
export type Lookup = (host: string) => Promise<readonly string[]>

/** As Windows itself resolves it: hosts file, DNS, and whatever else the PC uses for short names. */
export const systemLookup: Lookup = async (host) =>
  (await lookup(host, { all: true, order: 'verbatim' })).map(({ address }) => address)

/** Empty when the name does not resolve, or not in time: a lookup cannot be stopped, only left alone. */
export const resolveHost = async (host: string, find: Lookup, signal: AbortSignal): Promise<readonly string[]> => {
  if (isIP(host) !== 0) return [host]
  const stopped = new Promise<readonly string[]>((resolve) => {
    if (signal.aborted) resolve([])
    signal.addEventListener('abort', () => resolve([]), { once: true })
  })
  return Promise.race([find(host).catch(() => []), stopped])
}
