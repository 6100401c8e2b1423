import assert from 'node:assert/strict'
import { EventEmitter } from 'node:events'
import { test } from 'node:test'
import { createLog } from '../log.ts'
import { isAllowedPermission, isAllowedRequest, lockContents, lockSession } from './lock-down.ts'

/** As Electron 45 lists them for both permission handlers. */
const permissions = [
  'ar automatic-fullscreen background-fetch background-sync captured-surface-control clipboard-read',
  'clipboard-sanitized-write deprecated-sync-clipboard-read display-capture fileSystem fullscreen geolocation',
  'geolocation-approximate hand-tracking hid idle-detection keyboardLock local-fonts local-network',
  'local-network-access loopback-network media mediaKeySystem midi midiSysex nfc notifications openExternal',
  'payment-handler periodic-background-sync persistent-storage pointerLock screen-wake-lock sensors serial smart-card',
  'speaker-selection storage-access system-wake-lock top-level-storage-access usb vr web-app-installation',
  'web-printing window-management unknown something-new',
].flatMap((line) => line.split(' '))

test('of all permissions only writing plain text to the clipboard is given, and only to our page', () => {
  for (const permission of permissions) {
    assert.equal(isAllowedPermission(permission, 'app://desk/'), permission === 'clipboard-sanitized-write', permission)
    for (const origin of ['', 'null', 'https://desk', 'app://desk.evil/', 'data:', 'file:///'])
      assert.equal(isAllowedPermission(permission, origin), false, `${permission} ${origin}`)
  }
})

test('requests leave for our own page only; developer tools load theirs where there are any', () => {
  assert.ok(isAllowedRequest('app://desk/assets/x.js', false))
  for (const url of [
    'https://example.com/',
    'http://127.0.0.1/',
    'ws://127.0.0.1/',
    'file:///etc/passwd',
    'data:,x',
    '',
  ])
    for (const tools of [true, false]) assert.ok(!isAllowedRequest(url, tools), url)
  assert.ok(isAllowedRequest('devtools://devtools/bundled/x.js', true))
  assert.ok(!isAllowedRequest('devtools://devtools/bundled/x.js', false))
})

const setUp = () => {
  const lines: string[] = []
  return { lines, options: { log: createLog([(line) => lines.push(line)]), developerTools: false } }
}

/** Keeps the last handler that each method was given. */
const recordHandlers = () => {
  const given: Record<string, (...args: unknown[]) => unknown> = {}
  const take = (name: string) => (handler: (...args: unknown[]) => unknown) => {
    given[name] = handler
  }
  const events = new EventEmitter()
  const session = {
    setPermissionRequestHandler: take('request'),
    setPermissionCheckHandler: take('check'),
    setDevicePermissionHandler: take('device'),
    setDisplayMediaRequestHandler: take('display'),
    webRequest: { onBeforeRequest: take('before') },
    on: (name: string, listener: () => void) => events.on(name, listener),
  }
  return { given, events, session: session as unknown as Parameters<typeof lockSession>[0] }
}

test('a session denies permissions, devices, screens, downloads and foreign requests, and logs it', () => {
  const { lines, options } = setUp()
  const { given, events, session } = recordHandlers()
  lockSession(session, options)
  const answers: unknown[] = []
  given['request']?.(null, 'notifications', (allowed: unknown) => answers.push(allowed), {
    requestingUrl: 'app://desk/',
  })
  given['request']?.(null, 'clipboard-sanitized-write', (allowed: unknown) => answers.push(allowed), {
    requestingUrl: 'app://desk/',
  })
  given['before']?.({ url: 'https://example.com/' }, (answer: unknown) => answers.push(answer))
  given['before']?.({ url: 'app://desk/' }, (answer: unknown) => answers.push(answer))
  given['display']?.({}, (streams: unknown) => answers.push(streams))
  assert.deepEqual(answers, [false, true, { cancel: true }, { cancel: false }, null])
  assert.equal(given['check']?.(null, 'media', 'app://desk/'), false)
  assert.equal(given['device']?.({}), false)
  let prevented = 0
  events.emit('will-download', { preventDefault: () => prevented++ })
  assert.equal(prevented, 1)
  assert.equal(lines.length, 3)
})

test('a page cannot navigate, be redirected, embed or open anything', () => {
  const { lines, options } = setUp()
  const contents = new EventEmitter()
  let openHandler: () => { action: string } = () => ({ action: 'allow' })
  const lockable = {
    on: (name: string, listener: () => void) => contents.on(name, listener),
    setWindowOpenHandler: (handler: typeof openHandler) => {
      openHandler = handler
    },
  }
  lockContents(lockable as unknown as Parameters<typeof lockContents>[0], options)
  const events = ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview']
  let prevented = 0
  for (const name of events) contents.emit(name, { preventDefault: () => prevented++ })
  assert.equal(prevented, events.length)
  assert.deepEqual(openHandler(), { action: 'deny' })
  assert.equal(lines.length, events.length + 1)
})
