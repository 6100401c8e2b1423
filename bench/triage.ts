import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { machineNamed, simulatedMachines } from '../src/core/simulated/machines.ts'
import { createTotals, triage } from '../src/core/triage/triage.ts'
import { bundleFiles } from '../test/kit/bundle-files.ts'
import { makeZip } from '../test/kit/make-zip.ts'
import { line } from './line.ts'
import { peakMemoryMb } from './peak-memory.ts'

/** Judging a folder of bundles again: how many a second, and how much memory it takes, for a thousand and ten thousand. */
const targetRate = 300
const targetMb = 300

interface Measured {
  readonly files: number
  readonly seconds: number
  /** Of the processor and all threads of the process, so a busy machine does not count. */
  readonly cpuSeconds: number
  /** Of the one thread that judges: how long it takes where another core serves the threads that help it. */
  readonly judgingSeconds: number
  readonly peakMb: number
}

const secondsOf = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1e6

/** In a process of its own, so that its memory is that of the triage alone. */
const run = async (folder: string): Promise<Measured> => {
  const totals = createTotals()
  const began = process.cpuUsage()
  const judgingBegan = process.threadCpuUsage()
  for await (const { row } of triage(folder)) totals.add(row)
  const { files, seconds } = totals.sum()
  return {
    files,
    seconds,
    cpuSeconds: secondsOf(process.cpuUsage(began)),
    judgingSeconds: secondsOf(process.threadCpuUsage(judgingBegan)),
    peakMb: peakMemoryMb(),
  }
}

const [option, given] = process.argv.slice(2)
if (option === '--folder' && given !== undefined) {
  console.log(JSON.stringify(await run(given)))
  process.exit(0)
}

/** About what a support bundle of a PC with short event logs holds. */
const event = (index: number) =>
  `<Event><System><EventID>${1000 + (index % 37)}</EventID><TimeCreated SystemTime='2026-11-20T08:${index % 60}:00Z'/></System></Event>\n`
const events = Array.from({ length: 2000 }, (_, index) => event(index)).join('')
const page = `<!doctype html><title>Report</title>${'<p>What was found, with its evidence.</p>\n'.repeat(900)}`

const zips = simulatedMachines.flatMap(({ name, intent }) => {
  const machine = machineNamed(name)?.machine
  if (machine === undefined) throw new Error(`There is no machine ${name}.`)
  return [
    makeZip(bundleFiles(machine, intent, { 'report.html': page, 'recording/commands/events-system.out': events })),
  ]
})

const measure = (count: number): Measured => {
  const folder = mkdtempSync(join(tmpdir(), 'pku2u-bench-triage-'))
  try {
    for (let index = 0; index < count; index++)
      writeFileSync(join(folder, `PC-${String(index).padStart(5, '0')}.zip`), zips[index % zips.length] ?? '')
    const output = execFileSync(process.execPath, [fileURLToPath(import.meta.url), '--folder', folder])
    return JSON.parse(output.toString()) as Measured
  } finally {
    rmSync(folder, { recursive: true })
  }
}

for (const count of [1000, 10_000]) {
  const { files, seconds, cpuSeconds, judgingSeconds, peakMb } = measure(count)
  if (files !== count) throw new Error(`${files} of ${count} bundles were seen.`)
  const rates = [
    [`triage of ${count.toLocaleString('en')} bundles`, seconds],
    ['the same by the processor time of the thread that judges', judgingSeconds],
    ['the same by the processor time of all threads', cpuSeconds],
  ] as const
  for (const [name, time] of rates)
    line(name, files / time, 'per second', `${(files / time / targetRate).toFixed(1)}x the target of ${targetRate}`)
  line(
    'peak memory of it',
    peakMb,
    'MB',
    `${(peakMb / targetMb).toFixed(2)} of the target of ${targetMb} MB, Node itself included`,
  )
}
