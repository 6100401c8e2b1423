import { execFileSync } from 'node:child_process'
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeZip as streamZip } from '../src/core/bundle/zip-writer.ts'
import { loadRecording } from '../src/core/recording/load.ts'
import { machineNamed } from '../src/core/simulated/machines.ts'
import { bundleFiles } from '../test/kit/bundle-files.ts'
import { writeZip, type ZipEntry } from '../test/kit/make-zip.ts'
import { line } from './line.ts'
import { peakMemoryMb } from './peak-memory.ts'

/** Opening what somebody sent: how long a hostile zip takes to be refused, and a huge honest one to be read. */
const targetMs = 2000
const targetMb = 200

interface Opened {
  readonly ms: number
  readonly peakMb: number
  /** null: it was read. */
  readonly refusal: string | null
}

const [option, given] = process.argv.slice(2)
if (option === '--open' && given !== undefined) {
  // In a process of its own, so that its memory is that of the opening, and of Node itself.
  const began = performance.now()
  const loaded = await loadRecording(given, { toJudge: true })
  const opened: Opened = {
    ms: performance.now() - began,
    peakMb: peakMemoryMb(),
    refusal: loaded.ok ? null : loaded.fault.message,
  }
  console.log(JSON.stringify(opened))
  process.exit(0)
}

const folder = mkdtempSync(join(tmpdir(), 'pku2u-bench-open-'))
const open = (path: string): Opened =>
  JSON.parse(execFileSync(process.execPath, [fileURLToPath(import.meta.url), '--open', path]).toString()) as Opened

const entries = (count: number, data: Uint8Array): readonly ZipEntry[] =>
  Array.from({ length: count }, (_, index) => ({ name: `f${index}`, data, method: data.length === 0 ? 0 : 8 }))
const machine = machineNamed('client-value-off')?.machine
if (machine === undefined) throw new Error('There is no such machine.')
const files = bundleFiles(machine)

const hostile: Readonly<Record<string, () => Uint8Array>> = {
  '200,000 files': () => writeZip(entries(200_000, Buffer.alloc(0)), { zip64: {} }),
  '200,000 files that claim to be fewer': () => writeZip(entries(200_000, Buffer.alloc(0))),
  'a bomb of 400 MB': () => writeZip([{ name: 'machine.json', data: Buffer.alloc(400 * 1024 ** 2) }]),
  '400 small bombs': () => writeZip(entries(400, Buffer.alloc(900_000))),
  'a zip64 lie': () =>
    writeZip([{ name: 'machine.json', data: 'x', zip64: { unpacked: 2n ** 60n, packed: 2n ** 60n } }]),
  'a bomb that claims to be small': () =>
    writeZip([{ name: 'machine.json', data: Buffer.alloc(60 * 1024 ** 2), unpackedSize: 60_000 }]),
}

const eventText = async function* (megabytes: number) {
  const event = (index: number) =>
    `<Event><System><EventID>${1000 + (index % 97)}</EventID><EventRecordID>${index * 7919}</EventRecordID></System><EventData><Data>${(index * 2654435761) % 4294967296}</Data></EventData></Event>\n`
  for (let index = 0, written = 0; written < megabytes * 1024 ** 2; index += 1000) {
    const chunk = Buffer.from(Array.from({ length: 1000 }, (_, each) => event(index + each)).join(''))
    written += chunk.length
    yield chunk
  }
}

try {
  const path = join(folder, 'x.zip')
  let worst = { ms: 0, peakMb: 0 }
  for (const [what, make] of Object.entries(hostile)) {
    writeFileSync(path, make())
    const { ms, peakMb, refusal } = open(path)
    if (refusal === null) throw new Error(`Not refused: ${what}`)
    worst = { ms: Math.max(worst.ms, ms), peakMb: Math.max(worst.peakMb, peakMb) }
  }
  const count = Object.keys(hostile).length
  line(
    `slowest of ${count} hostile zips to be refused`,
    worst.ms,
    'ms',
    `${(worst.ms / targetMs).toFixed(2)} of the ${targetMs} ms allowed`,
  )
  line(
    'most memory of one of them',
    worst.peakMb,
    'MB',
    `${(worst.peakMb / targetMb).toFixed(2)} of the ${targetMb} MB allowed, Node itself included`,
  )

  const large = join(folder, 'large.zip')
  const parts = Object.entries(files).map(([name, content]) => ({
    path: name,
    size: 0,
    content: async function* () {
      yield Buffer.from(content)
    },
  }))
  const events = { path: 'recording/commands/events-security.out', size: 0, content: () => eventText(500) }
  await streamZip(large, [events, ...parts], {
    modified: new Date(2026, 10, 20, 12),
    open: (place) => createWriteStream(place),
  })
  const { ms, peakMb, refusal } = open(large)
  if (refusal !== null) throw new Error(refusal)
  line(
    'a bundle with 500 MB of event text, opened to be judged',
    ms,
    'ms',
    `${(ms / targetMs).toFixed(2)} of the ${targetMs} ms allowed for a hostile one`,
  )
  line('peak memory of it', peakMb, 'MB', `${(peakMb / targetMb).toFixed(2)} of the ${targetMb} MB`)
} finally {
  rmSync(folder, { recursive: true })
}
