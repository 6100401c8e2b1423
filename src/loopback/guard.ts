import type { IncomingMessage } from 'node:http'

/**
 * Whether a request was sent to us by our own page. `Host` keeps out names that were pointed at this address,
 * `Origin` and `Sec-Fetch-Site` keep out other pages in the same browser, other ports of this address included.
 */
export const isFromOurPage = ({ method, headers }: IncomingMessage, authority: string): boolean => {
  const { host, origin } = headers
  const site = headers['sec-fetch-site']
  if (host !== authority) return false
  if (origin === undefined ? method !== 'GET' : origin !== `http://${authority}`) return false
  return site === undefined || site === 'same-origin' || site === 'none'
}

export const cookieOf = ({ headers }: IncomingMessage, name: string): string =>
  (headers.cookie ?? '')
    .split('; ')
    .find((cookie) => cookie.startsWith(`${name}=`))
    ?.slice(name.length + 1) ?? ''
