import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import type { Intent } from '../../shared/intent.ts'
import type { Fingerprints } from '../../shared/report.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { decodeText } from '../readers/decode.ts'
import { type Files, folderFiles, insidePath } from './folder-files.ts'
import type { CommandRecord, RecordedMachine } from './recording.ts'
import { commandsShape, journalShape, machineShape, registryShape, storedReportShape } from './shape.ts'
import { RefusedZip, zipFiles } from './zip-files.ts'

export interface LoadedRecording {
  readonly machine: RecordedMachine
  readonly source: 'recording' | 'bundle'
  /** The case a bundle was made for. */
  readonly storedIntent: Intent | null
  /** What its report held, made before anything was replaced. */
  readonly storedFingerprints: Fingerprints | null
}

export interface StoredCase {
  readonly intent: Intent
  readonly fingerprints: Fingerprints
}

const inputNames = ['kerberos-server.txt', 'probe.json'] as const
const format = 'pku2u-doctor/recording@1'

/** Ends the load with one sentence; it never leaves this file. */
class Unusable extends Error {}

const readJson = async <S extends z.ZodType>(
  files: Files,
  prefix: string,
  name: string,
  shape: S,
): Promise<z.output<S> | null> => {
  const bytes = await files.read(prefix + name)
  if (bytes === null) return null
  let raw: unknown
  try {
    raw = JSON.parse(decodeText(bytes, null))
  } catch {
    throw new Unusable(`${name} is not valid JSON.`)
  }
  const parsed = shape.safeParse(raw)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const where = issue?.path.map(String).join(' › ') ?? ''
  throw new Unusable(`${name} does not have the expected form${where === '' ? '' : ` at ${where}`}.`)
}

const loadParts = async (files: Files, prefix: string): Promise<RecordedMachine> => {
  const written = await readJson(files, prefix, 'machine.json', machineShape)
  if (written === null) throw new Unusable('It holds no machine.json, so it is not a recording or a support bundle.')
  const { format: found, ...machine } = written
  if (found !== format) throw new Unusable(`machine.json has the format "${found}"; this version reads "${format}".`)

  const damaged: { part: string; message: string }[] = []
  const registry = await readJson(files, prefix, 'registry.json', registryShape)
  if (registry === null) damaged.push({ part: 'registry.json', message: 'registry.json is not in the recording.' })

  const bytesOf = async (id: string, path: string | undefined): Promise<Uint8Array | undefined> => {
    if (path === undefined) return undefined
    const inside = insidePath(path)
    const bytes = inside === null ? null : await files.read(prefix + inside)
    if (bytes !== null) return bytes
    damaged.push({ part: id, message: `${path} is not in the recording.` })
    return undefined
  }
  const listed = (await readJson(files, prefix, 'commands.json', commandsShape)) ?? []
  const commands: CommandRecord[] = []
  for (const { stdout, stderr, ...command } of listed)
    commands.push({
      ...command,
      stdout: await bytesOf(command.id, stdout),
      stderr: await bytesOf(command.id, stderr),
    })

  const inputs: Record<string, string> = {}
  for (const name of inputNames) {
    const bytes = await files.read(`${prefix}inputs/${name}`)
    if (bytes !== null) inputs[name] = decodeText(bytes, null)
  }
  return {
    machine,
    registry: registry ?? { complete: false, keys: {} },
    commands,
    journal: (await readJson(files, prefix, 'journal.json', journalShape)) ?? [],
    inputs,
    damaged,
  }
}

const loadFrom = async (files: Files): Promise<LoadedRecording> => {
  if ((await files.read('recording/machine.json')) === null)
    return { machine: await loadParts(files, ''), source: 'recording', storedIntent: null, storedFingerprints: null }
  const report = await readJson(files, '', 'report.json', storedReportShape)
  const machine = await loadParts(files, 'recording/')
  // A bundle keeps the history of changes beside the recording.
  const journal = machine.journal.length > 0 ? machine.journal : await readJson(files, '', 'journal.json', journalShape)
  return {
    machine: { ...machine, journal: journal ?? [] },
    source: 'bundle',
    storedIntent: report?.intent ?? null,
    storedFingerprints: report?.fingerprints ?? null,
  }
}

/** What a bundle's own report says about the case it was made for; null: nothing that a later judgement can use. */
export const storedCase = ({ storedIntent, storedFingerprints }: LoadedRecording): StoredCase | null =>
  storedIntent === null || storedFingerprints === null
    ? null
    : { intent: storedIntent, fingerprints: storedFingerprints }

/** Reads a recorded machine from a folder, a zip of one, or a support bundle. Says in one sentence what is wrong. */
export const loadRecording = async (path: string): Promise<Result<LoadedRecording>> => {
  try {
    const info = await stat(path)
    const files = info.isDirectory() ? folderFiles(join(path)) : await zipFiles(await readFile(path))
    return ok(await loadFrom(files))
  } catch (error) {
    if (error instanceof Unusable || error instanceof RefusedZip)
      return fail('unreadable', `${path} cannot be used: ${error.message}`)
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'ENOENT' || code === 'ENOTDIR') return fail('missing', `There is no file or folder ${path}.`)
    if (code === 'EACCES' || code === 'EPERM') return fail('denied', `${path} may not be read by you.`)
    return fail('unreadable', `${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}
