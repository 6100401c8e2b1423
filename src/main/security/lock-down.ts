import type { Session, WebContents } from 'electron'
import type { Log } from '../log.ts'
import { isAppUrl } from './app-protocol.ts'

/** Our page may copy text. It needs nothing else that Chromium asks about. */
export const isAllowedPermission = (permission: string, origin: string): boolean =>
  permission === 'clipboard-sanitized-write' && isAppUrl(origin)

/** There is no network: only our own page is ever loaded, and the developer tools where there are any. */
export const isAllowedRequest = (url: string, developerTools: boolean): boolean =>
  isAppUrl(url) || (developerTools && URL.parse(url)?.protocol === 'devtools:')

interface Options {
  readonly log: Log
  readonly developerTools: boolean
}

type LockableSession = Pick<
  Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
  | 'webRequest'
  | 'on'
>

export const lockSession = (session: LockableSession, { log, developerTools }: Options): void => {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) => {
    const allowed = isAllowedPermission(permission, requestingUrl ?? '')
    if (!allowed) log.warn('Refused: permission', { permission })
    answer(allowed)
  })
  session.setPermissionCheckHandler((_contents, permission, origin) => isAllowedPermission(permission, origin))
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null))
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const cancel = !isAllowedRequest(url, developerTools)
    if (cancel) log.warn('Refused: request', { scheme: URL.parse(url)?.protocol ?? 'unknown' })
    answer({ cancel })
  })
  session.on('will-download', (event) => {
    log.warn('Refused: download')
    event.preventDefault()
  })
}

type LockableContents = Pick<WebContents, 'on' | 'setWindowOpenHandler'>

/** The page stays where it is: no navigation (a dropped file is one), no frames elsewhere, no windows, no webviews. */
export const lockContents = (contents: LockableContents, { log }: Options): void => {
  const refuse = (what: string) => (event: { preventDefault: () => void }) => {
    log.warn(`Refused: ${what}`)
    event.preventDefault()
  }
  contents.on('will-navigate', refuse('navigation'))
  contents.on('will-frame-navigate', refuse('frame navigation'))
  contents.on('will-redirect', refuse('redirect'))
  contents.on('will-attach-webview', refuse('webview'))
  contents.setWindowOpenHandler(() => {
    log.warn('Refused: new window')
    return { action: 'deny' }
  })
}
