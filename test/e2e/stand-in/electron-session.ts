import { beforeReady } from './electron-app.ts'
import { strict } from './strict.ts'
import { type Handler, peer } from './test-link.ts'

const schemes = new Map<string, (request: Request) => Response | Promise<Response>>()
const privileged = new Set<string>()
export const protocol = strict('protocol', {
  registerSchemesAsPrivileged: (list: readonly { readonly scheme: string }[]) => {
    beforeReady('protocol.registerSchemesAsPrivileged')
    for (const { scheme } of list) privileged.add(scheme)
  },
  handle: (scheme: string, handler: (request: Request) => Response) => {
    if (!privileged.has(scheme)) throw new Error(`The scheme ${scheme} was not registered as privileged.`)
    schemes.set(scheme, handler)
  },
})

type Verdict = { cancel?: boolean }
type BeforeRequest = (details: { url: string }, answer: (verdict: Verdict) => void) => void
type Check = (contents: null, permission: string, origin: string) => boolean
let beforeRequest: BeforeRequest | null = null
let permissionCheck: Check = () => true
const ignored = (_handler: unknown) => undefined
export const session = strict('session', {
  defaultSession: strict('session.defaultSession', {
    setPermissionRequestHandler: ignored,
    setPermissionCheckHandler: (check: Check) => {
      permissionCheck = check
    },
    setDevicePermissionHandler: ignored,
    setDisplayMediaRequestHandler: ignored,
    on: (_name: string, _listener: Handler) => undefined,
    webRequest: strict('session.webRequest', {
      onBeforeRequest: (listener: BeforeRequest) => {
        beforeRequest = listener
      },
    }),
  }),
})

peer.answer('request', async (url: string, method: string, headers: Record<string, string>) => {
  const handler = schemes.get(new URL(url).protocol.slice(0, -1))
  if (handler === undefined) throw new Error(`Nothing handles ${url}.`)
  const answer = await handler(new Request(url, { method, headers }))
  return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.bytes() }
})

peer.answer(
  'isCancelled',
  (url: string) => new Promise((resolve) => beforeRequest?.({ url }, ({ cancel }) => resolve(cancel === true))),
)

peer.answer('isPermitted', (permission: string, origin: string) => permissionCheck(null, permission, origin))
