import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Dispatch } from '../main/ipc/dispatch.ts'
import type { Log } from '../main/log.ts'
import { startUrl } from '../main/security/app-protocol.ts'
import { createEventStreams, type EventStreams } from './event-streams.ts'
import { cookieOf, isFromOurPage } from './guard.ts'
import { forLoopback } from './page.ts'
import { bridgePath, callPath, eventsPath, type StreamedEvent } from './protocol.ts'
import { createSession } from './session.ts'

export interface LoopbackOptions {
  readonly dispatch: Dispatch
  readonly appProtocol: (request: Request) => Response
  readonly bridgeScript: string
  /** What a browser asks for by itself. */
  readonly icon: Uint8Array
  readonly log: Log
  readonly onGone: () => void
  readonly graceMs?: number
}

export interface LoopbackServer {
  /** Good for one visit. */
  readonly address: string
  readonly send: (event: StreamedEvent) => void
  readonly close: () => void
}

const ourFrame = { url: startUrl, parent: null, detached: false }
const enterPath = '/enter/'
const largestBody = 64 * 1024
const plain = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }

const end = (response: ServerResponse, status: number, text: string) => response.writeHead(status, plain).end(text)

const readBody = async (request: IncomingMessage): Promise<string | null> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > largestBody) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const answerCall = async (request: IncomingMessage, response: ServerResponse, dispatch: Dispatch, name: string) => {
  const body = await readBody(request)
  if (body === null) return end(response, 413, 'Too large')
  let input: unknown
  try {
    input = JSON.parse(body)
  } catch {
    return end(response, 400, 'Not JSON')
  }
  const result = await dispatch(name, ourFrame, input)
  return response
    .writeHead(200, {
      ...plain,
      'content-type': 'application/json; charset=utf-8',
      'x-content-type-options': 'nosniff',
    })
    .end(JSON.stringify(result))
}

const answerFile = async (path: string, response: ServerResponse, { appProtocol }: LoopbackOptions) => {
  const answer = await forLoopback(appProtocol(new Request(`app://desk${path}`)))
  const body = new Uint8Array(await answer.arrayBuffer())
  return response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(body)
}

/** The window of a computer without Electron: the same page and the same messages, over 127.0.0.1 and for one browser. */
export const startLoopback = async (options: LoopbackOptions): Promise<LoopbackServer> => {
  const { dispatch, bridgeScript, log, onGone } = options
  const session = createSession()
  const streams: EventStreams = createEventStreams({ onGone, graceMs: options.graceMs ?? 4000, beatMs: 5000 })
  let authority = ''
  let cookie = ''

  const enter = (token: string, response: ServerResponse) => {
    const key = session.exchange(token)
    if (key === null) {
      log.warn('Refused: start address used twice or wrong')
      return end(response, 403, 'This address works once. Start the program again for a new one.')
    }
    const attributes = 'Path=/; HttpOnly; SameSite=Strict'
    return response.writeHead(303, { location: '/', 'set-cookie': `${cookie}=${key}; ${attributes}`, ...plain }).end()
  }

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url ?? ''
    if (!isFromOurPage(request, authority)) {
      log.warn('Refused: not from our page')
      return end(response, 403, 'Refused')
    }
    if (request.method === 'GET' && path.startsWith(enterPath)) return enter(path.slice(enterPath.length), response)
    if (!session.holds(cookieOf(request, cookie))) {
      log.warn('Refused: no session')
      return end(response, 403, 'Refused')
    }
    if (request.method === 'POST' && path.startsWith(callPath))
      return answerCall(request, response, dispatch, path.slice(callPath.length))
    if (request.method !== 'GET' || !path.startsWith('/')) return end(response, 404, 'Not found')
    if (path === bridgePath)
      return response.writeHead(200, { ...plain, 'content-type': 'text/javascript; charset=utf-8' }).end(bridgeScript)
    if (path === '/favicon.ico') return response.writeHead(200, { 'content-type': 'image/x-icon' }).end(options.icon)
    if (path === eventsPath) {
      response.writeHead(200, { ...plain, 'content-type': 'application/x-ndjson' })
      return streams.open(response)
    }
    return answerFile(path, response, options)
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      log.error('A request failed', { error: String(error) })
      response.destroy()
    })
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  authority = `127.0.0.1:${port}`
  cookie = `pku2u-${port}`
  return {
    address: `http://${authority}${enterPath}${session.token}`,
    send: (event) => streams.send(event),
    close: () => {
      streams.close()
      server.close()
      server.closeAllConnections()
    },
  }
}
