import { existsSync } from 'node:fs'
import { ensureBuilt } from './build.mjs'
import { ensureChromium } from './chromium.mjs'
import { ensurePrograms } from './debian.mjs'
import { installedElectron } from './electron-runtime.mjs'
import { installDependencies, run, runNode, tool } from './run.mjs'

/**
 * Specs over the built program. Real Electron where its runtime is installed and can show a window, else the stand-in
 * with Chromium; `--stand-in` chooses that one everywhere. `--screenshots` draws docs/screenshots anew.
 * Everything else goes to Playwright.
 */
const own = ['--stand-in', '--screenshots']
const args = process.argv.slice(2).filter((arg) => !own.includes(arg))
const asked = (name) => process.argv.includes(name)

installDependencies()
await ensureBuilt()

const xvfb = '/usr/bin/xvfb-run'
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
const electron = asked('--stand-in') || !(hasDisplay || existsSync(xvfb)) ? null : installedElectron()
const chromium = ensureChromium()
if (electron === null && chromium === null) {
  console.error('These specs need a Chromium, Chrome or Edge (on Debian: apt-get install chromium).')
  process.exit(1)
}
// Reads QR pictures as a camera would. Where it cannot be installed, that one test says that it was not run.
if (process.getuid?.() === 0 && existsSync('/etc/debian_version'))
  ensurePrograms('The test of the QR picture', { zbarimg: 'zbar-tools' })
const env = {
  ...process.env,
  PKU2U_E2E_ELECTRON: electron ?? '',
  PKU2U_E2E_CHROMIUM: chromium ?? '',
  PKU2U_E2E_SCREENSHOTS: asked('--screenshots') ? '1' : '',
}
const playwright = [
  tool('@playwright/test', 'cli.js'),
  'test',
  ...(asked('--screenshots') ? ['screenshots'] : []),
  ...args,
]
if (electron !== null && !hasDisplay) {
  const { modernNode } = await import('./modern-node.mjs')
  run(xvfb, ['--auto-servernum', modernNode(), ...playwright], { env })
} else runNode(playwright, { env })
