import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { test } from 'node:test'

const root = join(import.meta.dirname, '..')
const sources = globSync('src/**/*.{ts,tsx}', { cwd: root })
  .map((path) => path.split(sep).join('/'))
  .filter((path) => !/\.test\.tsx?$/.test(path))
const filesWith = (pattern: RegExp) =>
  sources.filter((path) => pattern.test(readFileSync(join(root, path), 'utf8'))).sort()

test('one file talks to each dangerous part of Electron', () => {
  assert.deepEqual(filesWith(/\bipcMain\b.*from 'electron'/), ['src/main/ipc/serve.ts'])
  assert.deepEqual(filesWith(/\bipcRenderer\b.*from 'electron'/), ['src/preload/index.ts'])
  assert.deepEqual(filesWith(/\bshell\b.*from 'electron'/), ['src/main/app.ts'])
  assert.deepEqual(filesWith(/\bprotocol\b.*from 'electron'/), ['src/main/app.ts'])
})

test('no page is loaded but our own, and no setting of item 6 or 8 to 10 is touched', () => {
  assert.deepEqual(filesWith(/\.loadFile\(/), [])
  assert.deepEqual(filesWith(/\.loadURL\(/), ['src/main/app.ts'])
  const unsafe =
    /\b(?:webSecurity|allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|disableBlinkFeatures)\s*:/
  assert.deepEqual(filesWith(unsafe), [])
})

test('the page has no inline script or style and no way around its policy', () => {
  const html = readFileSync(join(root, 'src/renderer/index.html'), 'utf8')
  assert.doesNotMatch(html, /<style|\sstyle=|\son\w+=|http-equiv/i)
  assert.match(html, /<meta property="csp-nonce" content="__CSP_NONCE__" \/>/)
  for (const [tag] of html.matchAll(/<script[^>]*>/g)) assert.match(tag, /src="\.\//)
  assert.deepEqual(filesWith(/dangerouslySetInnerHTML|\.innerHTML\s*=|unsafe-inline|unsafe-eval/), [])
})

test('the loopback window knows no live machine, and the program no loopback window', () => {
  const imports = (path: string) => readFileSync(join(root, path), 'utf8').match(/from '[^']+'/g) ?? []
  for (const path of sources.filter((each) => each.startsWith('src/loopback/')))
    assert.ok(!imports(path).some((line) => /windows-host|native-|'electron'|child_process/.test(line)), path)
  for (const path of sources.filter((each) => !each.startsWith('src/loopback/')))
    assert.ok(!imports(path).some((line) => line.includes('/loopback/')), path)
})
