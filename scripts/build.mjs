import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { modernNode, root } from './modern-node.mjs'
import { installDependencies } from './run.mjs'
import { sourceStamp } from './source-stamp.mjs'

const out = join(root, 'out')
const stampFile = join(out, 'stamp')
const lock = join(out, 'lock')
const parts = ['main', 'preload', 'renderer', 'loopback']
const longestBuildMs = 5 * 60_000

const builtFrom = ['src', 'electron.vite.config.ts', 'package-lock.json', 'scripts/bundle.mjs', 'scripts/build.mjs']

const isBuilt = (stamp) =>
  existsSync(stampFile) &&
  readFileSync(stampFile, 'utf8') === stamp &&
  parts.every((part) => existsSync(join(out, part)))

const tryLock = () => {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    return false
  }
}

const isAlive = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Whoever held it was killed, or it is older than any build takes. */
const isAbandoned = () => {
  const info = statSync(lock, { throwIfNoEntry: false })
  if (info === undefined) return false
  const age = Date.now() - info.mtimeMs
  if (age > longestBuildMs) return true
  try {
    const pid = Number(readFileSync(lock, 'utf8'))
    return pid > 0 && age > 1000 && !isAlive(pid)
  } catch {
    return false
  }
}

/** One build at a time. */
const locked = async (work) => {
  mkdirSync(out, { recursive: true })
  while (!tryLock()) {
    if (isAbandoned()) rmSync(lock, { force: true })
    else await wait(100)
  }
  try {
    return work()
  } finally {
    rmSync(lock, { force: true })
  }
}

const bundle = (stamp) => {
  console.error('Building …')
  const fresh = join(out, `building-${process.pid}`)
  rmSync(fresh, { recursive: true, force: true })
  const { status } = spawnSync(modernNode(), [join(root, 'scripts', 'bundle.mjs'), fresh], {
    cwd: root,
    // Standard output belongs to the program that is built here on its way.
    stdio: ['ignore', 2, 2],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (status !== 0) {
    rmSync(fresh, { recursive: true, force: true })
    throw new Error('The build failed.')
  }
  // What runs from the old build has read its files; the new one is there at once, never half of it.
  rmSync(stampFile, { force: true })
  for (const part of parts) {
    rmSync(join(out, part), { recursive: true, force: true })
    renameSync(join(fresh, part), join(out, part))
  }
  rmSync(fresh, { recursive: true, force: true })
  writeFileSync(stampFile, stamp)
}

/** Builds when something changed since the last build. Two processes may call this at once. */
export const ensureBuilt = async ({ force = false } = {}) => {
  if (!force && isBuilt(sourceStamp(builtFrom))) return
  await locked(() => {
    const stamp = sourceStamp(builtFrom)
    if (force || !isBuilt(stamp)) bundle(stamp)
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  installDependencies()
  try {
    await ensureBuilt({ force: process.argv.includes('--force') })
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
