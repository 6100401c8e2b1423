import { spawnSync } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { gatherFrom } from '../src/core/bundle/gathered.ts'
import { saveBundle } from '../src/core/bundle/save-bundle.ts'
import type { EventLog } from '../src/core/recording/event-log.ts'
import { filePieces } from '../src/core/recording/file-pieces.ts'
import { openCaseKey } from '../src/core/redaction/case-key.ts'
import { createRedactor } from '../src/core/redaction/redactor.ts'
import { createSimulatedHost } from '../src/core/simulated/simulated-host.ts'
import { defaultIntent } from '../src/shared/intent.ts'
import { line } from './line.ts'

const megabyte = 1_000_000
const sizes = {
  plain: Number(process.env['BENCH_BUNDLE_MB'] ?? 500) * megabyte,
  redacted: Number(process.env['BENCH_BUNDLE_REDACTED_MB'] ?? 500) * megabyte,
}
const mostMemory = 250
const mostTime = 1.5

/** Events that differ as real ones do: times, numbers and process ids, seldom a name. */
const eventText = function* (bytes: number) {
  let state = 417
  const random = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return (state >>> 8) % below
  }
  for (let written = 0, record = 0; written < bytes; ) {
    const events: string[] = []
    for (let index = 0; index < 200; index++, record++) {
      const time = new Date(1_763_000_000_000 + record * 977).toISOString()
      events.push(
        `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Service Control Manager'/><EventID>${7000 + random(60)}</EventID><Version>0</Version><Level>${1 + random(4)}</Level><TimeCreated SystemTime='${time}'/><EventRecordID>${record}</EventRecordID><Execution ProcessID='${random(9000)}' ThreadID='${random(20_000)}'/><Channel>System</Channel><Computer>PC-0418.contoso.com</Computer></System><EventData><Data Name='param1'>service ${random(400)}</Data><Data Name='param2'>0x${random(2 ** 24).toString(16)}</Data><Data Name='HandleId'>0x${random(2 ** 24).toString(16)}${random(2 ** 24).toString(16)}</Data></EventData></Event>\r\n`,
      )
    }
    const text = events.join('')
    written += text.length
    yield text
  }
}

const logIn = async (file: string): Promise<EventLog> => ({
  record: { id: 'events-system', program: 'wevtutil.exe', args: [], outcome: 'ok', exitCode: 0, durationMs: 1 },
  size: (await stat(file)).size,
  open: () => filePieces(file),
})

/** Largest growth of the whole process while something runs, in MB. */
const watched = async <T>(
  work: () => Promise<T>,
): Promise<{ readonly value: T; readonly seconds: number; readonly grown: number }> => {
  const before = process.memoryUsage.rss()
  let most = before
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 20)
  const began = performance.now()
  const value = await work()
  clearInterval(timer)
  return { value, seconds: (performance.now() - began) / 1000, grown: (most - before) / megabyte }
}

const zipSeconds = (folder: string, name: string): number | null => {
  const began = performance.now()
  const ended = spawnSync('zip', ['-6', '-q', 'peer.zip', name], { cwd: folder })
  return ended.error === undefined && ended.status === 0 ? (performance.now() - began) / 1000 : null
}

const folder = await mkdtemp(join(tmpdir(), 'bench-bundle-'))
const gathered = await gatherFrom({
  host: createSimulatedHost('client-value-off'),
  intent: defaultIntent,
  withSignIns: false,
  withRawLogs: false,
})
try {
  const bundle = async (name: string, bytes: number, redacted: boolean) => {
    const log = join(folder, name)
    await pipeline(Readable.from(eventText(bytes)), createWriteStream(log, { flush: true }))
    const own = { ...gathered, logs: [await logIn(log)] }
    const key = await openCaseKey('bench')
    const redactor = redacted ? createRedactor({ key, machine: own.machine, intent: own.report.intent }) : null
    const file = join(folder, `${name}.zip`)
    const made = await watched(() => saveBundle({ file, replace: true, gathered: own, redactor }))
    if (!made.value.ok) throw new Error(made.value.fault.message)
    return { ...made, megabytes: own.logs.reduce((sum, { size }) => sum + size, 0) / megabyte }
  }
  const plain = await bundle('plain.xml', sizes.plain, false)
  const peer = zipSeconds(folder, 'plain.xml')
  const shown = Math.round(plain.megabytes)
  line(
    `bundle ${shown} MB of events without redaction, written and read back`,
    plain.megabytes / plain.seconds,
    'MB/s',
    peer === null
      ? 'zip is not installed, so there is nothing to compare with'
      : `${(plain.seconds / peer).toFixed(2)}x the time of zip -6 (${(plain.megabytes / peer).toFixed(1)} MB/s), target ${mostTime}x`,
  )
  line(
    `bundle ${shown} MB of events, growth of memory`,
    plain.grown,
    'MB',
    `${(plain.grown / mostMemory).toFixed(2)}x the target of ${mostMemory} MB`,
  )
  const redacted = await bundle('redacted.xml', sizes.redacted, true)
  line(
    `bundle ${Math.round(redacted.megabytes)} MB of events with redaction and gate`,
    redacted.megabytes / redacted.seconds,
    'MB/s',
    `${(plain.megabytes / plain.seconds / (redacted.megabytes / redacted.seconds)).toFixed(1)}x the time of one without`,
  )
  line(
    'bundle with redaction, growth of memory',
    redacted.grown,
    'MB',
    `${(redacted.grown / mostMemory).toFixed(2)}x the target of ${mostMemory} MB`,
  )
} finally {
  await gathered.dispose()
  await rm(folder, { recursive: true, force: true })
}
