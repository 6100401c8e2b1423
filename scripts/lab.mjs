import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { ensureChromium } from './chromium.mjs'
import { root } from './modern-node.mjs'
import { installDependencies, runNode } from './run.mjs'

/** What the Windows lab is made of, and the Debian package that each comes from. */
const needed = {
  wine: 'wine',
  wineserver: 'wine',
  'xvfb-run': 'xvfb',
  xauth: 'xauth',
  'x86_64-w64-mingw32-gcc': 'gcc-mingw-w64-x86-64-win32',
}

const isThere = (program) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => folder !== '' && existsSync(join(folder, program)))

const missing = () => Object.keys(needed).filter((program) => !isThere(program))

const installMissing = () => {
  const programs = missing()
  if (programs.length === 0) return
  const packages = [...new Set(programs.map((program) => needed[program]))]
  const sentence = `The Windows lab needs ${programs.join(', ')} (Debian packages: ${packages.join(', ')})`
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version'))
    throw new Error(`${sentence}. Install them, then try again.`)
  console.error(`${sentence}; installing them (once) …`)
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
  ])
    spawnSync('apt-get', args, { stdio: ['ignore', 2, 2], env: environment })
  const still = missing()
  if (still.length > 0) throw new Error(`${sentence}; apt-get could not bring ${still.join(', ')}.`)
}

const main = async () => {
  if (process.platform !== 'linux') throw new Error('The Windows lab is Wine on Linux. On Windows, use Windows itself.')
  installDependencies()
  installMissing()
  const [option, ...only] = process.argv.slice(2)
  if (option === '--bench')
    for (const file of ['registry-read.ts', 'fix.ts']) runNode([join(root, 'bench', 'lab', file)])
  else {
    // One test clicks in the built window.
    if (ensureChromium() === null) throw new Error('The Windows lab needs a Chromium (Debian package: chromium).')
    await ensureBuilt()
    runNode([join(root, 'test', 'windows-lab', 'run.ts'), ...(option === undefined ? [] : [option, ...only])])
  }
}

try {
  await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
