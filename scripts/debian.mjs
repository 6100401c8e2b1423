import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin'].filter((folder) => folder !== '')

const isThere = (program) => folders.some((folder) => existsSync(join(folder, program)))

/** Installs what is missing of `needed` (program → Debian package) where we may; says so and throws where we may not. */
export const ensurePrograms = (who, needed) => {
  const missing = () => Object.keys(needed).filter((program) => !isThere(program))
  const programs = missing()
  if (programs.length === 0) return
  const packages = [...new Set(programs.map((program) => needed[program]))]
  const sentence = `${who} needs ${programs.join(', ')} (Debian packages: ${packages.join(', ')})`
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
