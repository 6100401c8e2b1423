import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { ensureBuilt } from './build.mjs'
import { chromiumArgs, ensureChromium, isRoot } from './chromium.mjs'
import { electronRuntime } from './electron-runtime.mjs'
import { modernNode, root } from './modern-node.mjs'
import { installDependencies } from './run.mjs'

const args = process.argv.slice(2)
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
/** What a Linux loader answers when a library that Electron needs is not installed. */
const cannotLoad = 127

const endOf = async (child) => {
  const [code, signal] = await once(child, 'exit')
  return code ?? (signal === null ? 1 : 0)
}

/** The exit code of the program; null when its runtime cannot be had or cannot run here. */
const startElectron = async () => {
  const program = await electronRuntime()
  if (program === null) {
    console.error("Electron's runtime cannot be downloaded here: the same program is shown by a browser instead.")
    return null
  }
  if (!hasDisplay) return null
  const child = spawn(program, [root, ...(isRoot ? ['--no-sandbox'] : []), ...args], { cwd: root, stdio: 'inherit' })
  process.once('SIGINT', () => child.kill('SIGINT'))
  process.once('SIGTERM', () => child.kill('SIGTERM'))
  const code = await endOf(child)
  if (code !== cannotLoad) return code
  console.error('Electron cannot run here: showing the same program in a browser window instead.')
  return null
}

const openBrowser = (program, address) => {
  const profile = mkdtempSync(join(tmpdir(), 'pku2u-doctor-'))
  const own = [`--app=${address}`, `--user-data-dir=${profile}`, '--window-size=1240,860']
  const child = spawn(program, [...chromiumArgs, ...own], { stdio: 'ignore' })
  const close = () => {
    child.kill()
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
  return { ended: endOf(child), close }
}

/** The built program behind 127.0.0.1, on simulated machines only; ends when its window is closed. */
const startInBrowser = async () => {
  const server = spawn(modernNode(), [join(root, 'out', 'loopback', 'server.js'), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const serverEnded = endOf(server)
  const stop = () => server.kill('SIGTERM')
  process.on('SIGINT', stop).on('SIGTERM', stop)
  const first = once(createInterface({ input: server.stdout }), 'line')
  const address = await Promise.race([first.then(([line]) => line), serverEnded.then(() => null)])
  if (address === null) return serverEnded

  const program = hasDisplay ? ensureChromium() : null
  if (program === null) {
    const why = hasDisplay ? 'No Chromium, Chrome or Edge was found.' : 'There is no display.'
    console.log(`${why} Open this address on this computer, once; Ctrl+C ends the program:\n${address}`)
    return serverEnded
  }
  console.log('PKU2U Doctor is open in a browser window; closing it ends the program.')
  const browser = openBrowser(program, address)
  const failed = await Promise.race([browser.ended.then((code) => code !== 0), serverEnded.then(() => false)])
  if (failed) console.log(`The browser did not open. Open this address on this computer, once:\n${address}`)
  else stop()
  const code = await serverEnded
  browser.close()
  return code
}

const start = async () => {
  installDependencies()
  await ensureBuilt()
  process.exitCode = (await startElectron()) ?? (await startInBrowser())
}

try {
  await start()
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
