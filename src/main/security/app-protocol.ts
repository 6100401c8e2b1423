import { randomBytes } from 'node:crypto'

/** One file of the built window. */
export interface BuiltFile {
  readonly type: string
  readonly read: () => Uint8Array<ArrayBuffer>
}
/** By the exact path of its address: `/index.html`, `/assets/index-Bx1.js`. */
export type BuiltFiles = ReadonlyMap<string, BuiltFile>

export const scheme = 'app'
const host = 'desk'
export const startUrl = `${scheme}://${host}/`
const noncePlaceholder = '__CSP_NONCE__'

/** Whether an address belongs to our own page. `origin` is no help: for a custom scheme Node answers "null". */
export const isAppUrl = (address: string): boolean => {
  const url = URL.parse(address)
  return url?.protocol === `${scheme}:` && url.host === host
}

export const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

const headers = (type: string, nonce: string) => ({
  'content-type': type,
  'content-security-policy': contentSecurityPolicy(nonce),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), usb=(), serial=(), hid=()',
  'cache-control': 'no-store',
})

/**
 * Answers requests for the window's own page from a fixed map of built files. No path is ever joined or resolved:
 * what is not a key of the map does not exist.
 */
export const createAppProtocol =
  (files: BuiltFiles, makeNonce = () => randomBytes(18).toString('base64')) =>
  (request: Request): Response => {
    const nonce = makeNonce()
    const url = URL.parse(request.url)
    const path = url?.pathname === '/' ? '/index.html' : url?.pathname
    const file = request.method === 'GET' && isAppUrl(request.url) ? files.get(path ?? '') : undefined
    if (file === undefined)
      return new Response('Not found', { status: 404, headers: headers('text/plain; charset=utf-8', nonce) })
    const bytes = file.read()
    const body = file.type.startsWith('text/html')
      ? new TextDecoder().decode(bytes).replaceAll(noncePlaceholder, nonce)
      : bytes
    return new Response(body, { status: 200, headers: headers(file.type, nonce) })
  }
