import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { ensureChromium } from './chromium.mjs'
import { ensurePrograms } from './debian.mjs'
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

const main = async () => {
  if (process.platform !== 'linux') throw new Error('The Windows lab is Wine on Linux. On Windows, use Windows itself.')
  installDependencies()
  ensurePrograms('The Windows lab', needed)
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
