import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './modern-node.mjs'
import { sourceStamp } from './source-stamp.mjs'

const builtFrom = ['src/cli', 'src/core', 'src/shared', 'package.json', 'package-lock.json', 'scripts/build-cli.mjs']

/**
 * The headless program as one file, built when the sources have changed. Each state of the sources has a folder of its
 * own, so that several commands may start, build and run at the same time.
 */
export const cliEntry = async () => {
  const all = join(root, 'out', 'cli')
  const folder = join(all, sourceStamp(builtFrom))
  const entry = join(folder, 'doctor.mjs')
  if (existsSync(entry)) return entry
  mkdirSync(all, { recursive: true })
  const unfinished = mkdtempSync(join(all, 'building-'))
  const { build } = await import('vite')
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['native-reg'] },
    build: {
      ssr: 'src/cli/entry.ts',
      outDir: unfinished,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rollupOptions: { output: { entryFileNames: 'doctor.mjs' } },
    },
  })
  try {
    renameSync(unfinished, folder)
  } catch {
    // Another command finished the same build first: its result is as good as ours.
    rmSync(unfinished, { recursive: true, force: true })
  }
  if (!existsSync(entry)) throw new Error('The headless program could not be built.')
  const tooOld = readdirSync(all)
    .filter((name) => !name.startsWith('building-') && join(all, name) !== folder)
    .slice(0, -2)
  for (const name of tooOld) rmSync(join(all, name), { recursive: true, force: true })
  return entry
}
