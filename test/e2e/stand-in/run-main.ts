import { pathToFileURL } from 'node:url'
import { standInReady } from './electron-app.ts'

/** Runs the built main bundle as Electron would: the whole file first, then the app is ready. */
const [, , bundle] = process.argv
if (bundle === undefined) throw new Error('Usage: run-main.ts BUNDLE [ARGUMENT…]')
process.argv.splice(1, 1)
await import(pathToFileURL(bundle).href)
standInReady()
