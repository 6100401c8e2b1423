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
  /** Of the processor, so a busy machine does not count. */
  readonly cpuSeconds: number
  readonly peakMb: number
}

/** In a process of its own, so that its memory is that of the triage alone. */
const run = async (folder: string): Promise<Measured> => {
  const totals = createTotals()
  const began = process.cpuUsage()
  for await (const { row } of triage(folder)) totals.add(row)
  const { files, seconds } = totals.sum()
  const { user, system } = process.cpuUsage(began)
  return { files, seconds, cpuSeconds: (user + system) / 1e6, peakMb: peakMemoryMb() }
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
  const { files, seconds, cpuSeconds, peakMb } = measure(count)
  if (files !== count) throw new Error(`${files} of ${count} bundles were seen.`)
  const rate = files / seconds
  line(
    `triage of ${count.toLocaleString('en')} bundles`,
    rate,
    'per second',
    `${(rate / targetRate).toFixed(1)}x the target of ${targetRate}`,
  )
  const perCore = files / cpuSeconds
  line(
    'the same by the time of one core alone',
    perCore,
    'per second',
    `${(perCore / targetRate).toFixed(1)}x the target`,
  )
  line(
    'peak memory of it',
    peakMb,
    'MB',
    `${(peakMb / targetMb).toFixed(2)} of the target of ${targetMb} MB, Node itself included`,
  )
}
