import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const windowsFolders = ['ProgramFiles(x86)', 'ProgramFiles', 'LocalAppData']
const windowsPrograms = [
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
]
const unixPrograms = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  linux: ['chromium', 'chromium-browser', 'google-chrome', 'microsoft-edge'].map((name) => `/usr/bin/${name}`),
}

const candidates = () =>
  process.platform === 'win32'
    ? windowsFolders
        .map((name) => process.env[name])
        .filter(Boolean)
        .flatMap((folder) => windowsPrograms.map((path) => join(folder, ...path)))
    : (unixPrograms[process.platform] ?? [])

/** An installed Chromium, Chrome or Edge; null when there is none. */
export const findChromium = () => candidates().find((path) => existsSync(path)) ?? null

export const isRoot = process.getuid?.() === 0

/** Finds one, or installs Debian's package where we are allowed to. */
export const ensureChromium = () => {
  const found = findChromium()
  if (found !== null || !isRoot || !existsSync('/etc/debian_version')) return found
  console.error('Installing Chromium (once) …')
  const apt = (...args) =>
    spawnSync('apt-get', args, { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  const install = () => apt('install', '--yes', '--quiet=2', '--no-install-recommends', 'chromium')
  if (install().status !== 0) {
    apt('update', '--quiet=2')
    install()
  }
  return findChromium()
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(ensureChromium() ?? '')

/** Nothing of a browser's own traffic; as root Chromium cannot sandbox itself. */
export const chromiumArgs = [
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
