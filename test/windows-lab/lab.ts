import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RegistryDump } from '../../src/core/recording/recording.ts'
import type { Task } from './inside.ts'
import { insideEntry, keyAccess, labEnvironment, labFolder, system32, windowsNode, windowsPath } from './lab-files.ts'
import { regFile } from './reg-file.ts'

/** A folder of its own for each thing that is tried, emptied first. */
export const scene = (name: string): string => {
  const folder = join(labFolder, 'scenes', name)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'calls'), { recursive: true })
  // The stand-ins look here: their environment is the product's choice, so a variable could not tell them.
  writeFileSync(join(system32, 'pku2u-lab.txt'), windowsPath(folder))
  return folder
}

/** Starts a program in Wine. Its output goes to files: Node for Windows does not start there with pipes. */
export const startInWine = (folder: string, name: string, program: string, args: readonly string[]): ChildProcess => {
  const files = ['out', 'err'].map((kind) => openSync(join(folder, `${name}.${kind}`), 'w'))
  const child = spawn('wine', [program, ...args], { cwd: folder, env: labEnvironment, stdio: ['ignore', ...files] })
  for (const file of files) closeSync(file)
  return child
}

export const textOf = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8')

export const runInWine = async (folder: string, name: string, program: string, args: readonly string[]) => {
  const child = startInWine(folder, name, program, args)
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', resolve)
  })
  return { status, stdout: textOf(folder, `${name}.out`), stderr: textOf(folder, `${name}.err`) }
}

const mostTries = 3

/**
 * For programs that always have something to say when they fail. Now and then Wine's Node is gone at its start without a
 * word; that is Wine's own doing, so it is started again, and the run says so.
 */
export const runUntilHeard: typeof runInWine = async (folder, name, program, args) => {
  for (let tries = 1; ; tries++) {
    const ended = await runInWine(folder, name, program, args)
    const isSilent = ended.status !== 0 && ended.stdout === '' && ended.stderr === ''
    if (!isSilent || tries === mostTries) return ended
    console.log(`${name} ended with ${ended.status} in Wine without a word and is started again.`)
  }
}

const mustRun = async (folder: string, name: string, program: string, args: readonly string[]): Promise<string> => {
  const { status, stdout, stderr } = await runUntilHeard(folder, name, program, args)
  if (status !== 0) throw new Error(`${name} ended with ${status} in the lab:\n${stdout}${stderr}`)
  return stdout
}

/** Has the product do something inside Windows. */
export const inside = async (folder: string, task: Task): Promise<unknown> => {
  writeFileSync(join(folder, 'task.json'), JSON.stringify(task))
  await mustRun(folder, 'inside', windowsNode, [windowsPath(insideEntry), windowsPath(folder)])
  return JSON.parse(textOf(folder, 'answer.json'))
}

/** Runs reg.exe of Wine: another way to the same registry than the product's. */
export const reg = (folder: string, ...args: readonly string[]) =>
  runInWine(folder, `reg-${args[0] ?? ''}`, 'reg', args)

/** Removes `clear`, then writes what `dump` says, through reg.exe. */
export const importRegistry = async (folder: string, dump: RegistryDump, clear: readonly string[]): Promise<void> => {
  writeFileSync(join(folder, 'seed.reg'), regFile(dump, clear))
  await mustRun(folder, 'import', 'reg', ['import', windowsPath(join(folder, 'seed.reg'))])
}

export const setAccess = (folder: string, rule: 'deny' | 'allow', root: 'HKLM' | 'HKU', key: string): Promise<string> =>
  mustRun(folder, 'access', windowsPath(keyAccess), [rule, root, key])

/** How the stand-ins were called: one entry for each process, with its arguments and what else it saw. */
export const calls = (folder: string) =>
  readdirSync(join(folder, 'calls')).map((file) => {
    const [stdin, canary, ...args] = textOf(folder, `calls/${file}`).split('\0').slice(0, -1)
    return { program: file.replace(/-\d+\.txt$/, ''), stdin, canary, args }
  })

/** Command lines of the lab's own processes, as Linux lists them. */
export const processes = (): readonly string[] =>
  readdirSync('/proc').flatMap((id) => {
    if (!/^\d+$/.test(id)) return []
    try {
      const mine = readFileSync(`/proc/${id}/environ`, 'latin1').includes(`WINEPREFIX=${labEnvironment.WINEPREFIX}\0`)
      return mine ? [readFileSync(`/proc/${id}/cmdline`, 'latin1').replaceAll('\0', ' ').trim()] : []
    } catch {
      // It ended while we looked.
      return []
    }
  })

const wineserver = (option: string) => spawnSync('wineserver', [option], { env: labEnvironment, stdio: 'ignore' })
/** Keeps one Wine up between the tests: starting it costs more than what is done in it. It ends by itself if we do not. */
export const startLab = () => wineserver('-p60')
export const stopLab = () => wineserver('-k')
