import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openCaseKey } from '../src/core/redaction/case-key.ts'
import { createRedactor } from '../src/core/redaction/redactor.ts'
import { defaultIntent } from '../src/shared/intent.ts'
import { decodedEveryWay, seededIdentifiers } from '../test/kit/seeded-identifiers.ts'
import { encodedLines, eventsOf, seededMachine } from '../test/kit/seeded-machine.ts'
import { eventText } from './event-text.ts'
import { line } from './line.ts'

const megabyte = 1024 * 1024
const target = 10
const seeded = seededIdentifiers(417, 16)
const events = eventsOf(seeded)
const sizeInMb = Number(process.env['BENCH_REDACTION_MB'] ?? 128)
/** Every identifier in every encoding once, and then what logs are made of. */
const text = `${encodedLines(seeded)}\r\n${events}\r\n${eventText(seeded, sizeInMb * megabyte)}`
const megabytes = Buffer.byteLength(text) / megabyte
const opening = encodedLines(seeded).length + events.length

const shownOpening = opening * 2

const leftIn = (shown: string): number => {
  const decoded = decodedEveryWay(shown)
  return seeded.filter((each) => decoded.includes(each.text.toLowerCase())).length
}
const leftPlainIn = (shown: string): number => {
  const plain = shown.toLowerCase()
  return seeded.filter((each) => plain.includes(each.text.toLowerCase())).length
}

const machine = seededMachine(seeded)
const key = await openCaseKey('bench')
const redactor = createRedactor({ key, machine, intent: defaultIntent })
const timed = async () => {
  const bytes = Buffer.from(text)
  const chunks = async function* () {
    for (let at = 0; at < bytes.length; at += 65536) yield bytes.subarray(at, at + 65536)
  }
  const began = performance.now()
  const used = process.cpuUsage()
  await redactor.learnStream(chunks())
  const parts: Uint8Array[] = []
  let held = 0
  for await (const part of redactor.redactStream('events.xml', chunks())) {
    if (held < shownOpening) parts.push(part)
    held += part.length
  }
  return {
    seconds: (performance.now() - began) / 1000,
    cpu: process.cpuUsage(used).user / 1e6,
    shown: Buffer.concat(parts).toString('utf8').slice(0, shownOpening),
  }
}

const peer = 'sos'

/** `sos clean` takes only what looks like an archive of its own. Version 4.0 knows no SIDs, GUIDs and user names. */
const bySos = (): { readonly seconds: number; readonly cpu: number; readonly shown: string } | null => {
  if (spawnSync(peer, ['--help']).error !== undefined) return null
  const folder = mkdtempSync(join(tmpdir(), 'bench-redaction-'))
  try {
    mkdirSync(join(folder, 'sosreport-x', 'sos_logs'), { recursive: true })
    mkdirSync(join(folder, 'out'))
    writeFileSync(join(folder, 'sosreport-x', 'sos_logs', 'events.xml'), text)
    execFileSync('tar', ['czf', 'sosreport-x.tar.gz', 'sosreport-x'], { cwd: folder })
    const domains = 'contoso.com,fabrikam.com'
    const args = ['clean', '--batch', '--tmp-dir', 'out', '--map', 'map', '--no-update', '--domains', domains]
    writeFileSync(join(folder, 'map'), '{}')
    const began = performance.now()
    const ended = spawnSync('bash', ['-c', '"$0" "$@" >&2; times', peer, ...args, 'sosreport-x.tar.gz'], {
      cwd: folder,
    })
    const seconds = (performance.now() - began) / 1000
    const [, minutes = '0', rest = 'NaN'] = /\n(\d+)m([\d.]+)s/.exec(ended.stdout.toString()) ?? []
    execFileSync('bash', ['-c', 'tar xf out/*-obfuscated.tar.?z -C out'], { cwd: folder })
    const found = execFileSync('bash', ['-c', 'find out -name "events.xml"'], { cwd: folder }).toString().trim()
    return {
      seconds,
      cpu: Number(minutes) * 60 + Number(rest),
      shown: readFileSync(join(folder, found), 'utf8').slice(0, shownOpening),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const ours = await timed()
const sos = bySos()
const rate = megabytes / ours.cpu
line(
  `redaction of ${Math.round(megabytes)} MB of events on one core, both passes`,
  rate,
  'MB/s',
  sos === null
    ? 'sos clean is not installed: Debian package sosreport'
    : `${(sos.cpu / ours.cpu).toFixed(1)}x sos clean at ${(megabytes / sos.cpu).toFixed(2)} MB/s; target ${target}x`,
)
line(
  `identifiers left of ${seeded.length}, in any of the encodings`,
  leftIn(ours.shown),
  'names',
  sos === null
    ? 'target 0'
    : `sos clean leaves ${leftIn(sos.shown)}, of them ${leftPlainIn(sos.shown)} in plain text; target 0`,
)
line(
  'the same by the clock',
  megabytes / ours.seconds,
  'MB/s',
  sos === null
    ? ''
    : `${(sos.seconds / ours.seconds).toFixed(1)}x sos clean at ${(megabytes / sos.seconds).toFixed(2)} MB/s`,
)
