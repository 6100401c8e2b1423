import { ensurePrograms } from './debian.mjs'
import { installDependencies, runNode } from './run.mjs'

/** Real Remote Desktop listeners on the loopback address, and the Debian package that each comes from. */
const needed = {
  xrdp: 'xrdp',
  'freerdp-shadow-cli': 'freerdp2-shadow-x11',
  // What FreeRDP shows.
  Xvfb: 'xvfb',
}

try {
  if (process.platform !== 'linux')
    throw new Error('The real listeners are Linux programs. On Windows, use Windows itself.')
  installDependencies()
  ensurePrograms('This test', needed)
  runNode(['--test', 'test/listeners/xrdp.test.ts', 'test/listeners/freerdp.test.ts'])
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
