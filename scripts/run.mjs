import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { modernNode, root } from './modern-node.mjs'

/** Runs a program to its end with our output; ends this script when it fails. */
export const run = (program, args, options = {}) => {
  const { status, error } = spawnSync(program, args, { cwd: root, stdio: 'inherit', ...options })
  if (error) throw error
  if (status !== 0) process.exit(status ?? 1)
}

export const runNode = (args, options) => run(modernNode(), args, options)

/** The Node of whoever started this; the command line must run on it, while the tests may need a newer one. */
process.env.PKU2U_DOCTOR_OWN_NODE ??= process.execPath

/** The program behind a package's command, started by Node itself so that no shell is needed on any system. */
export const tool = (packageName, path) => join(root, 'node_modules', packageName, path)

/** Installs what package-lock.json names, without any package's install scripts, once. */
export const installDependencies = ({ quiet = false } = {}) => {
  if (existsSync(join(root, 'node_modules', '.package-lock.json'))) return
  const npm = process.env.npm_execpath
  const stdio = quiet ? ['ignore', 2, 2] : 'inherit'
  console.error('Installing dependencies (once) …')
  const args = ['ci', '--ignore-scripts', '--loglevel=error']
  if (npm) run(process.execPath, [npm, ...args], { stdio })
  else run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { stdio, shell: process.platform === 'win32' })
}
