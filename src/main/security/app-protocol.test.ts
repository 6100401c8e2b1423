import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type BuiltFiles, createAppProtocol, isAppUrl } from './app-protocol.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const page = '<meta property="csp-nonce" content="__CSP_NONCE__"><style nonce="__CSP_NONCE__"></style>'
const files: BuiltFiles = new Map([
  ['/index.html', { type: 'text/html; charset=utf-8', read: () => bytes(page) }],
  ['/assets/app.js', { type: 'text/javascript; charset=utf-8', read: () => bytes("'__CSP_NONCE__'") }],
])
const answer = createAppProtocol(files)
const get = (url: string, init?: RequestInit) => answer(new Request(url, init))

const policyFor = (nonce: string) =>
  `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data:; font-src 'self'; ` +
  `connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

test('the page carries the policy, with the nonce of this answer in both places', async () => {
  const response = createAppProtocol(files, () => 'abc+/=')(new Request('app://desk/'))
  assert.equal(response.status, 200)
  assert.equal(response.headers.get('content-security-policy'), policyFor('abc+/='))
  assert.equal(response.headers.get('x-content-type-options'), 'nosniff')
  assert.equal(await response.text(), page.replaceAll('__CSP_NONCE__', 'abc+/='))
})

test('each answer has a nonce of its own, long enough not to be guessed', async () => {
  const nonces = await Promise.all(
    Array.from({ length: 20 }, async () => /content="([^"]+)"/.exec(await get('app://desk/').text())?.[1] ?? ''),
  )
  assert.equal(new Set(nonces).size, 20)
  assert.ok(nonces.every((nonce) => Buffer.from(nonce, 'base64').length >= 16))
})

test('other files are answered as they are, with the same policy', async () => {
  const response = get('app://desk/assets/app.js')
  assert.equal(response.headers.get('content-type'), 'text/javascript; charset=utf-8')
  assert.match(response.headers.get('content-security-policy') ?? '', /^default-src 'none'; script-src 'self';/)
  assert.equal(await response.text(), "'__CSP_NONCE__'")
})

test('a query or a fragment does not change which file is meant', () => {
  assert.equal(get('app://desk/index.html?x=../../etc/passwd#y').status, 200)
})

const missing = [
  'app://desk/../index.js',
  'app://desk/assets/../../main/index.js',
  'app://desk/%2e%2e/main/index.js',
  'app://desk/%2e%2e%2fmain/index.js',
  'app://desk/..%5cmain%5cindex.js',
  'app://desk/..\\main\\index.js',
  'app://desk/assets\\app.js',
  'app://desk//index.html',
  'app://desk/./assets//app.js',
  'app://desk/ASSETS/APP.JS',
  'app://desk/index.html/',
  'app://desk/index.html%00.js',
  'app://desk/assets/',
  'app://desk/__proto__',
  'app://desk/constructor',
  'app://desk/package.json',
  'app://desk.evil/index.html',
  'app://evil/index.html',
  'app://desk:80/index.html',
  'app:///index.html',
  'app:index.html',
  'https://desk/index.html',
  'file:///index.html',
]
for (const url of missing) {
  test(`${url} does not exist`, async () => {
    const response = get(url)
    assert.equal(response.status, 404)
    assert.equal(await response.text(), 'Not found')
    assert.match(response.headers.get('content-security-policy') ?? '', /^default-src 'none'/)
  })
}

for (const method of ['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH']) {
  test(`${method} is not answered`, () => assert.equal(get('app://desk/', { method }).status, 404))
}

test('only our own scheme and host are ours', () => {
  assert.ok(isAppUrl('app://desk/anything'))
  for (const url of ['', 'app://desk.evil/', 'app://evil/desk', 'https://desk/', 'app:desk', 'data:,app://desk/'])
    assert.ok(!isAppUrl(url), url)
})
