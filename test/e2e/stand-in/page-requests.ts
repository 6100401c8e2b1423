import type { Page, Route } from '@playwright/test'
import { appUrl, isOfNewWindow } from './page-address.ts'
import type { Peer } from './peer.ts'

interface Options {
  readonly peer: Peer
  readonly page: () => Page | undefined
  /** Whether this navigation was started by the program (or the test for it), not by the page. */
  readonly isExpected: (url: string) => boolean
}

/** Answers every request of the window as Electron would: by asking the product. */
export const answerRequests = ({ peer, page, isExpected }: Options): ((route: Route) => Promise<void>) => {
  const answerPage = async (route: Route) => {
    const request = route.request()
    const url = appUrl(request.url())
    if (await peer.call('isCancelled', url)) return route.abort('blockedbyclient')
    if (!url.startsWith('app://')) throw new Error(`The program let a request to ${url} through.`)
    const answer = (await peer.call('request', url, request.method(), request.headers())) as {
      status: number
      headers: Record<string, string>
      body: Uint8Array
    }
    return route.fulfill({ ...answer, body: Buffer.from(answer.body) })
  }
  return async (route) => {
    const request = route.request()
    if (!request.isNavigationRequest()) return answerPage(route)
    // A window that is only just opening: Chromium shows it empty, then the product is asked and it is closed.
    if (isOfNewWindow(request)) return route.fulfill({ contentType: 'text/plain', body: '' })
    const isMainFrame = request.frame() === page()?.mainFrame()
    if (isMainFrame && isExpected(request.url())) return answerPage(route)
    const prevented = await peer.call('isNavigationPrevented', 1, appUrl(request.url()), isMainFrame)
    return prevented ? route.abort('aborted') : answerPage(route)
  }
}
