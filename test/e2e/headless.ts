import { execFile } from 'node:child_process'
import { join } from 'node:path'
import type { Intent } from '../../src/shared/intent.ts'
import type { Report } from '../../src/shared/report.ts'

const root = join(import.meta.dirname, '..', '..')

const optionsOf = (intent: Intent): string[] =>
  Object.entries(intent).flatMap(([name, value]) => (value === null ? [] : [`--${name}`, value]))

/** What the command line says about the same machine and case. */
export const headlessReport = (machine: string, intent: Intent): Promise<Report> =>
  new Promise((resolve, reject) => {
    const args = [join(root, 'src/cli/entry.ts'), 'check', '--json', '--simulate', machine, ...optionsOf(intent)]
    execFile(process.execPath, args, { cwd: root, maxBuffer: 10_000_000 }, (_error, stdout, stderr) => {
      try {
        resolve(JSON.parse(stdout) as Report)
      } catch {
        reject(new Error(`The command line gave no report. ${stderr}`))
      }
    })
  })
