import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Frame, isAppFrame } from './trusted-frame.ts'

const ours: Frame = { url: 'app://desk/', parent: null, detached: false }

const throwing = {
  get url(): string {
    throw new Error('Render frame was disposed before WebFrameMain could be accessed')
  },
  parent: null,
  detached: false,
}

const hostile: Readonly<Record<string, Frame | null>> = {
  'no frame': null,
  'a frame inside our page': { ...ours, parent: ours },
  'a detached frame': { ...ours, detached: true },
  'a blank page': { ...ours, url: 'about:blank' },
  'a data page': { ...ours, url: 'data:text/html,<p>app://desk/</p>' },
  'a web page': { ...ours, url: 'https://desk/' },
  'another host of our scheme': { ...ours, url: 'app://desk.evil/' },
  'our host as a user name': { ...ours, url: 'app://desk@evil/' },
  'a file': { ...ours, url: 'file:///app://desk/' },
  'no address': { ...ours, url: '' },
  'a frame that is gone': throwing,
}

for (const [name, frame] of Object.entries(hostile)) {
  test(`${name} is not trusted`, () => assert.equal(isAppFrame(frame), false))
}

test('the top frame of our page is trusted', () => {
  assert.equal(isAppFrame(ours), true)
  assert.equal(isAppFrame({ ...ours, url: 'app://desk/index.html#main' }), true)
})
