import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleBridge } from './sample-report.ts'
import { createAppStore } from './store.ts'

test('the theme is Windows’ own until one is chosen, and is remembered then', () => {
  const saved: string[] = []
  const memory = { load: () => saved.at(-1) ?? null, save: (theme: string) => saved.push(theme) }
  const { getState } = createAppStore(sampleBridge(), memory)
  assert.equal(getState().theme, 'system')
  getState().chooseTheme('dark')
  assert.equal(getState().theme, 'dark')
  assert.equal(createAppStore(sampleBridge(), memory).getState().theme, 'dark')
})

test('a remembered theme that does not exist is ignored', () => {
  const { getState } = createAppStore(sampleBridge(), { load: () => 'purple', save: () => {} })
  assert.equal(getState().theme, 'system')
})
