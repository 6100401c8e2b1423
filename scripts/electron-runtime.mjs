import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { modernNode, root } from './modern-node.mjs'

const folder = join(root, 'node_modules', 'electron')
const noteFile = join(root, 'out', 'electron-unavailable')
const reachableWithinMs = 8000
const downloadWithinMs = 10 * 60_000

/** The runtime's program when it has been downloaded; null otherwise. */
export const installedElectron = () => {
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return null
  const program = join(folder, 'dist', readFileSync(pathFile, 'utf8'))
  return existsSync(program) ? program : null
}

const version = () => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version
/** A failure counts for a day: a start should not wait for the same answer again and again. */
const note = () => `${version()} ${new Date().toISOString().slice(0, 10)}`
const failedToday = () => existsSync(noteFile) && readFileSync(noteFile, 'utf8') === note()

const remember = () => {
  mkdirSync(dirname(noteFile), { recursive: true })
  writeFileSync(noteFile, note())
}

const choosesItsOwnWay = () =>
  Object.keys(process.env).some((name) => /^(npm_config_)?electron_mirror$|^https?_proxy$/i.test(name))

/** Asks before the download starts, so that a network without it costs seconds and a slow one is not cut off. */
const isReachable = async () => {
  if (choosesItsOwnWay()) return true
  const file = `electron-v${version()}-${process.platform}-${process.arch}.zip`
  const url = `https://github.com/electron/electron/releases/download/v${version()}/${file}`
  try {
    return (await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(reachableWithinMs) })).ok
  } catch {
    return false
  }
}

/** Electron's program, downloaded on the first start; null where that is not possible. */
export const electronRuntime = async () => {
  const installed = installedElectron()
  if (installed !== null || failedToday()) return installed
  if (await isReachable()) {
    console.error('Downloading Electron (once) …')
    spawnSync(modernNode(), [join(folder, 'install.js')], {
      stdio: ['ignore', 2, 'ignore'],
      timeout: downloadWithinMs,
      env: { ...process.env, ELECTRON_GET_USE_PROXY: 'true' },
    })
  }
  const downloaded = installedElectron()
  if (downloaded === null) remember()
  return downloaded
}
