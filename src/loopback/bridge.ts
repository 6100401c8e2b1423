import { type Bridge, events, requests } from '../shared/ipc-contract.ts'
import { fail, type Result } from '../shared/result.ts'
import { callPath, eventsPath, type StreamedEvent } from './protocol.ts'

/** What the preload is in Electron: the contract as `window.bridge`, here over fetch and one streamed answer. */
type Listener = (payload: unknown) => void
const listeners = new Map<string, Set<Listener>>(Object.keys(events).map((name) => [name, new Set<Listener>()]))

const deliver = (line: string) => {
  if (line === '') return
  const message = JSON.parse(line) as StreamedEvent
  if (message.kind === 'open') globalThis.open(message.url, '_blank', 'noopener,noreferrer')
  else for (const listener of listeners.get(message.name) ?? []) listener(message.payload)
}

const readLines = async (body: ReadableStream<Uint8Array>): Promise<void> => {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const lines = (rest + value).split('\n')
    rest = lines.pop() ?? ''
    lines.forEach(deliver)
  }
}

const connected = fetch(eventsPath).then(({ ok, body }) => {
  // When the server ends the stream breaks off; the next call says so to the user.
  if (ok && body !== null) readLines(body).catch(() => undefined)
})

const call = async (name: string, input: unknown): Promise<Result<unknown>> => {
  try {
    // Progress must find its listener, so the stream comes first.
    await connected
    const response = await fetch(callPath + name, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input ?? null),
    })
    if (!response.ok) return fail('refused', 'This window may not do that.')
    return (await response.json()) as Result<unknown>
  } catch {
    return fail('internal', 'The program behind this window has ended. Start it again with npm start.')
  }
}

const calls = Object.fromEntries(Object.keys(requests).map((name) => [name, (input: unknown) => call(name, input)]))

const on: Bridge['on'] = (name, listener) => {
  const set = listeners.get(name)
  if (set === undefined) throw new Error(`Unknown event: ${String(name)}`)
  const relay: Listener = (payload) => listener(payload as never)
  set.add(relay)
  return () => {
    set.delete(relay)
  }
}

Object.defineProperty(globalThis, 'bridge', { value: Object.freeze({ ...calls, on }), enumerable: true })
