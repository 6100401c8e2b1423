import { ticketText } from '../../shared/ticket-text.ts'
import type { EventLog } from '../recording/event-log.ts'
import type { RecordedMachine } from '../recording/recording.ts'
import { recordingFiles } from '../recording/save.ts'
import type { Redactor } from '../redaction/redaction.ts'
import { onlyAskedKeys } from '../redaction/registry-fields.ts'
import { reportHtml } from '../report-html/report-html.ts'
import type { Gathered } from './gathered.ts'
import type { BundleEntry, ManifestLine } from './zip-writer.ts'

const encoder = new TextEncoder()
const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`
const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? encoder.encode(content) : content

const whole = (path: string, content: string | Uint8Array): BundleEntry => {
  const bytes = bytesOf(content)
  return {
    path,
    size: bytes.length,
    content: async function* () {
      yield bytes
    },
  }
}

/** Made when all other parts have been written. */
const late = (path: string, content: () => string): BundleEntry => ({
  path,
  size: 0,
  content: async function* () {
    yield encoder.encode(content())
  },
})

/** Programs that list saved sign-ins. A recording from elsewhere may hold what they said; no check asks them. */
const listsSignIns = /(?:^|[\\/])(?:cmdkey|vaultcmd)(?:\.exe)?$/i
const withoutSignIns = (machine: RecordedMachine): RecordedMachine => ({
  ...machine,
  commands: machine.commands.filter(({ program }) => !listsSignIns.test(program)),
})

const logPath = (id: string): string => `recording/commands/${id}.out`

/** Event logs stand among the commands; their bytes come later and from elsewhere. */
const withLogs = (machine: RecordedMachine, logs: readonly EventLog[]): RecordedMachine => ({
  ...machine,
  commands: [...machine.commands, ...logs.map(({ record }) => record)],
})
const withPlaces = (machine: RecordedMachine, logs: readonly EventLog[]): RecordedMachine => ({
  ...machine,
  commands: machine.commands.map((command) =>
    logs.some(({ record, size }) => record.id === command.id && size > 0)
      ? { ...command, stdout: new Uint8Array() }
      : command,
  ),
})

const byPath = (a: BundleEntry, b: BundleEntry): number => (a.path < b.path ? -1 : 1)

/** redaction.json of a bundle in which nothing is replaced here. */
const plainSummary = (caseKeyId: string | null) => ({
  format: 'pku2u-doctor/redaction@1' as const,
  caseKeyId,
  replaced: 0,
  byKind: {},
  byFile: {},
})

export interface BundleParts {
  readonly entries: readonly BundleEntry[]
  /** Hears of each entry that was written, for the manifest. */
  readonly note: (line: ManifestLine) => void
  /** Bytes that go in, as far as they are known beforehand. */
  readonly size: number
}

/**
 * What a bundle holds, in the order it is written in. With a redactor everything but raw logs goes through it; null
 * leaves everything as it is.
 */
export const bundleParts = (gathered: Gathered, redactor: Redactor | null): BundleParts => {
  const { raw } = gathered
  const logs = gathered.logs.map((log) => ({
    ...log,
    record: { ...log.record, id: redactor?.redactText('recording/commands.json', log.record.id) ?? log.record.id },
  }))
  const all = withLogs(withoutSignIns(gathered.machine), logs)
  const machine = redactor?.redactMachine(all) ?? { ...all, registry: onlyAskedKeys(all.registry) }
  const { fingerprints } = gathered.report
  // Fingerprints are hashes already, made for exactly this: two redacted ends can still be told apart or together.
  const report = redactor === null ? gathered.report : { ...redactor.redactReport(gathered.report), fingerprints }
  const lines: ManifestLine[] = []
  const unread = new Set(logs.map(({ record }) => logPath(record.id)))
  const parts = [
    whole('journal.json', json(machine.journal)),
    whole('report.html', reportHtml(report, machine.journal)),
    whole('report.json', json(report)),
    whole('report.txt', ticketText(report)),
    ...[...recordingFiles(withPlaces(machine, logs))]
      .map(([path, content]) => whole(`recording/${path}`, content))
      .filter(({ path }) => !unread.has(path)),
    ...logs
      .filter(({ size }) => size > 0)
      .map(({ record, size, open }): BundleEntry => {
        const path = logPath(record.id)
        return { path, size, content: () => redactor?.redactStream(path, open()) ?? open() }
      }),
    ...raw
      .filter(({ size }) => size > 0)
      .map(({ name, size, open }): BundleEntry => ({ path: `raw/${name}`, size, content: open })),
  ].sort(byPath)
  const redaction = late('redaction.json', () =>
    json({
      ...(redactor?.summary() ?? plainSummary(gathered.caseKeyId)),
      // Files of Windows' own tools, which nobody can look into without them.
      notRedacted: raw.map(({ name, program, outcome }) => ({ path: `raw/${name}`, program, outcome })),
    }),
  )
  const manifest = late('manifest.json', () =>
    json({ format: 'pku2u-doctor/bundle@1', createdAt: report.createdAt, files: lines }),
  )
  return {
    entries: [...parts, redaction, manifest],
    note: (line) => void lines.push(line),
    size: parts.reduce((sum, { size }) => sum + size, 0),
  }
}
