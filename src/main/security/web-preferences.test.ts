import assert from 'node:assert/strict'
import { test } from 'node:test'
import { webPreferences } from './web-preferences.ts'

test('pages run sandboxed, isolated, without Node and webviews, and nothing unsafe is named', () => {
  assert.deepEqual(webPreferences, {
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
  })
  assert.ok(Object.isFrozen(webPreferences))
})
