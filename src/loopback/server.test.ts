import assert from 'node:assert/strict'
import { request } from 'node:http'
import { type TestContext, test } from 'node:test'
import type { Dispatch } from '../main/ipc/dispatch.ts'
import { createDispatch } from '../main/ipc/dispatch.ts'
import { createHandlers } from '../main/ipc/handlers.ts'
import { isAppFrame } from '../main/ipc/trusted-frame.ts'
import { createLog } from '../main/log.ts'
import { createAppProtocol } from '../main/security/app-protocol.ts'
import { onlySimulated } from '../main/simulated-machines.ts'
import { defaultIntent } from '../shared/intent.ts'
import { startLoopback } from './server.ts'

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

const html = '<!doctype html><html><head><meta property="csp-nonce" content="__CSP_NONCE__"></head></html>'
const files = new Map([
  ['/index.html', { type: 'text/html; charset=utf-8', read: () => new TextEncoder().encode(html) }],
  ['/app.js', { type: 'text/javascript; charset=utf-8', read: () => new TextEncoder().encode('app') }],
])
const simulatedOnly = (log: ReturnType<typeof createLog>): Dispatch =>
  createDispatch({
    handlers: createHandlers({
      version: '0',
      machines: onlySimulated('Only simulated machines.', 0),
      chosen: null,
      resume: null,
      memory: null,
      emitProgress: () => undefined,
      emitChangeProgress: () => undefined,
      emitBundleProgress: () => undefined,
      showInFolder: () => undefined,
      chooseRecording: null,
      chooseTarget: null,
      findLink: () => null,
      openExternal: async () => assert.fail('nothing may be opened'),
    }),
    isTrusted: isAppFrame,
    log,
  })

const setUp = async (t: TestContext, options: { graceMs?: number } = {}) => {
  const lines: string[] = []
  const log = createLog([(line) => lines.push(line)])
  let gone = 0
  const server = await startLoopback({
    dispatch: simulatedOnly(log),
    appProtocol: createAppProtocol(files),
    bridgeScript: 'bridge',
    icon: new Uint8Array([1, 2]),
    log,
    onGone: () => {
      gone += 1
    },
    ...options,
  })
  t.after(() => server.close())
  const { host, hostname, port, pathname, origin } = new URL(server.address)
  /** Sends exactly these headers; `fetch` would not let us lie about Host and Origin. */
  const send = (path: string, headers: Record<string, string> = {}, method = 'GET', body = ''): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const sent = request(
        { hostname, port, path, method, headers: { host, ...headers }, setHost: false },
        (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: Buffer.concat(chunks).toString(),
            }),
          )
        },
      )
      sent.on('error', reject)
      sent.end(body)
    })
  const enter = async () => {
    const { headers } = await send(pathname)
    return { cookie: (headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '' }
  }
  const call = async (name: string, input: unknown, headers: Record<string, string>) =>
    send(`/loopback/call/${name}`, { origin, ...headers }, 'POST', JSON.stringify(input))
  return { server, lines, send, enter, call, pathname, origin, port, gone: () => gone }
}

test('the address works once and gives a cookie that scripts cannot read', async (t) => {
  const { send, pathname } = await setUp(t)
  const first = await send(pathname)
  assert.equal(first.status, 303)
  assert.equal(first.headers['location'], '/')
  assert.match(first.headers['set-cookie']?.[0] ?? '', /^pku2u-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
  const second = await send(pathname)
  assert.equal(second.status, 403)
  assert.equal(second.headers['set-cookie'], undefined)
})

test('a wrong token is refused and does not use up the right one', async (t) => {
  const { send, pathname } = await setUp(t)
  for (const path of ['/enter/', '/enter/x', `${pathname}x`, pathname.slice(0, -1)])
    assert.equal((await send(path)).status, 403)
  assert.equal((await send(pathname)).status, 303)
})

test('nothing is answered without the session', async (t) => {
  const { send, enter, call, lines } = await setUp(t)
  const { cookie } = await enter()
  const name = cookie.split('=')[0] ?? ''
  for (const headers of [
    {},
    { cookie: '' },
    { cookie: `${name}=` },
    { cookie: `${name}=wrong` },
    { cookie: `x${cookie}` },
  ]) {
    for (const path of ['/', '/app.js', '/loopback/bridge.js', '/loopback/events'])
      assert.equal((await send(path, headers as Record<string, string>)).status, 403, path)
    assert.equal((await call('welcome', null, headers as Record<string, string>)).status, 403)
  }
  assert.ok(lines.every((line) => line.includes('Refused')))
})

test('the page is the product’s own, may talk to this server alone, and gets its bridge first', async (t) => {
  const { send, enter } = await setUp(t)
  const page = await send('/', await enter())
  assert.equal(page.status, 200)
  assert.match(
    page.body,
    /<head><script src="\/loopback\/bridge\.js"><\/script><meta property="csp-nonce" content="[\w+/=]{24}">/,
  )
  const nonce = /content="([^"]+)"/.exec(page.body)?.[1]
  assert.equal(
    page.headers['content-security-policy'],
    `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data:; font-src 'self'; ` +
      `connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  )
})

test('requests that another page or name could have made are refused', async (t) => {
  const { send, enter, call, origin, port } = await setUp(t)
  const session = await enter()
  const refused: Record<string, string>[] = [
    { host: `localhost:${port}` },
    { host: 'evil.example' },
    { host: `evil.example:${port}` },
    { host: '127.0.0.1' },
    { origin: 'http://evil.example' },
    { origin: 'null' },
    { origin: `http://localhost:${port}` },
    { origin: `http://127.0.0.1:${Number(port) - 1}` },
    { origin: `https://127.0.0.1:${port}` },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ]
  for (const headers of refused) {
    assert.equal((await send('/', { ...session, ...headers })).status, 403, JSON.stringify(headers))
    assert.equal((await call('welcome', null, { ...session, ...headers })).status, 403, JSON.stringify(headers))
  }
  // A form of another page sends no custom type but always its origin; a request to change something needs ours.
  assert.equal((await send('/loopback/call/welcome', session, 'POST', 'null')).status, 403)
  assert.equal((await call('welcome', null, session)).status, 200)
  assert.equal((await send('/', { ...session, origin, 'sec-fetch-site': 'same-origin' })).status, 200)
})

test('only what is in the map of built files exists', async (t) => {
  const { send, enter } = await setUp(t)
  const session = await enter()
  assert.equal((await send('/app.js', session)).body, 'app')
  for (const path of [
    '/../package.json',
    '/%2e%2e/package.json',
    '//index.html',
    '/..\\index.html',
    '/none',
    '/loopback/call/welcome',
  ])
    assert.equal((await send(path, session)).status, 404, path)
  for (const path of ['http://evil.example/', '*', '@evil/'])
    assert.notEqual((await send(path, session)).status, 200, path)
  for (const method of ['PUT', 'DELETE', 'OPTIONS', 'HEAD'])
    assert.notEqual((await send('/', { ...session, origin: 'x' }, method)).status, 200, method)
})

test('a simulated machine is checked, the live one is refused', async (t) => {
  const { enter, call } = await setUp(t)
  const session = await enter()
  const run = await call('runChecks', { intent: defaultIntent, machine: 'entra-client-ready' }, session)
  assert.equal(JSON.parse(run.body).value.source, 'simulated')
  const live = await call('runChecks', { intent: defaultIntent, machine: null }, session)
  assert.deepEqual(JSON.parse(live.body), {
    ok: false,
    fault: { code: 'refused', message: 'Only simulated machines.' },
  })
})

test('unknown messages and unexpected input get a fault and a line in the log', async (t) => {
  const { enter, call, send, origin, lines } = await setUp(t)
  const session = await enter()
  for (const name of ['nothing', '__proto__', 'constructor', '', 'welcome/x'])
    assert.equal(JSON.parse((await call(name, null, session)).body).fault.code, 'refused', name)
  assert.equal(JSON.parse((await call('runChecks', { machine: 'x' }, session)).body).fault.code, 'invalid-input')
  assert.ok(
    lines.some((line) => line.includes('unknown message')) && lines.some((line) => line.includes('unexpected input')),
  )
  const garbage = await send('/loopback/call/welcome', { ...session, origin }, 'POST', '{')
  assert.equal(garbage.status, 400)
  const large = await call('welcome', 'x'.repeat(70_000), session)
  assert.equal(large.status, 413)
})

test('events arrive as lines, and the end of the last page is noticed', async (t) => {
  const { server, enter, origin, gone } = await setUp(t, { graceMs: 30 })
  const session = await enter()
  const leave = new AbortController()
  const stream = await fetch(`${origin}/loopback/events`, { headers: session, signal: leave.signal })
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
  await reader?.read()
  server.send({ kind: 'event', name: 'probeChanged', payload: { id: 'registry' } })
  const { value } = (await reader?.read()) ?? {}
  assert.deepEqual(JSON.parse(value ?? ''), { kind: 'event', name: 'probeChanged', payload: { id: 'registry' } })
  assert.equal(gone(), 0)
  leave.abort()
  for (let waited = 0; gone() === 0 && waited < 2000; waited += 10)
    await new Promise((resolve) => setTimeout(resolve, 10))
  assert.equal(gone(), 1)
})
