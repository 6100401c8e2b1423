import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import type { Intent } from '../../shared/intent.ts'
import type { Fingerprints } from '../../shared/report.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { errorCode, errorMessage } from '../../shared/thrown.ts'
import type { EventLog } from './event-log.ts'
import { type Files, folderFiles } from './folder-files.ts'
import { formatAge, loadParts, partReader, Unusable } from './load-parts.ts'
import { checkedFiles, manifestShape } from './manifest.ts'
import type { Damage, RecordedMachine } from './recording.ts'
import { findRecording } from './recording-place.ts'
import { journalShape, storedReportShape } from './shape.ts'
import { RefusedZip } from './zip-entry.ts'
import { openZipFiles } from './zip-files.ts'

export interface LoadedRecording {
  /** Without its event logs. */
  readonly machine: RecordedMachine
  /** Read only when they are asked for, so the file or folder has to stay; empty with `toJudge`. */
  readonly logs: readonly EventLog[]
  readonly source: 'recording' | 'bundle'
  /** The case a bundle was made for. */
  readonly storedIntent: Intent | null
  /** What its report held, made before anything was replaced. */
  readonly storedFingerprints: Fingerprints | null
  /** Names the key under which a bundle was redacted; null when it was not. */
  readonly caseKeyId: string | null
}

export interface StoredCase {
  readonly intent: Intent
  readonly fingerprints: Fingerprints
}

interface LoadOptions {
  /** Leaves out what no check reads, such as event logs, and refuses what no recording needs. */
  readonly toJudge?: boolean
  /** It is known to be a plain file that should be a zip, so the disk is not asked what it is. */
  readonly isZip?: boolean
}

const bundleFormat = 'pku2u-doctor/bundle@1'
/** In bytes: all that judging asks for together, far more than any recording has. */
const mostToJudge = 64 * 1024 * 1024
const mostToKeep = 2 * 1024 ** 3

const redactionShape = z.object({ caseKeyId: z.string().nullable().catch(null) })

/** One file that is named a hundred times is a hundred files in memory. */
const limited = (files: Files, most: number): Files => {
  let left = most
  return {
    ...files,
    read: async (path) => {
      const bytes = await files.read(path)
      left -= bytes?.length ?? 0
      if (left < 0) throw new Unusable(`There are more than ${most / 1024 / 1024} MB to read in it.`)
      return bytes
    },
  }
}

const loadBundle = async (files: Files, folder: string, toJudge: boolean): Promise<LoadedRecording> => {
  const notes: Damage[] = []
  /** What stands around the recording helps, and the recording is judged without it. */
  const readAround = partReader(files, folder, true, notes)
  const manifest = await readAround('manifest.json', manifestShape)
  if (manifest !== null && formatAge(manifest.format, bundleFormat) === 'newer')
    notes.push({
      part: 'manifest.json',
      message: `The bundle has the newer format "${manifest.format}". This version reads "${bundleFormat}" and understood what it could.`,
      outcome: 'newer',
    })
  const checked = manifest === null ? files : checkedFiles(files, folder, manifest, (damage) => void notes.push(damage))
  const readChecked = partReader(checked, folder, true, notes)
  const report = await readChecked('report.json', storedReportShape)
  const redaction = await readChecked('redaction.json', redactionShape)
  const { machine, logs } = await loadParts({ files: checked, prefix: `${folder}recording/`, toJudge })
  // A bundle keeps the history of changes beside the recording.
  const journal = machine.journal.length > 0 ? machine.journal : await readChecked('journal.json', journalShape)
  return {
    machine: { ...machine, journal: journal ?? [], damaged: [...notes, ...machine.damaged] },
    logs,
    source: 'bundle',
    storedIntent: report?.intent ?? null,
    storedFingerprints: report?.fingerprints ?? null,
    caseKeyId: redaction?.caseKeyId ?? null,
  }
}

const loadFrom = async (all: Files, toJudge: boolean): Promise<LoadedRecording> => {
  const files = limited(all, toJudge ? mostToJudge : mostToKeep)
  const { folder, kind } = await findRecording(files)
  if (kind === 'bundle') return loadBundle(files, folder, toJudge)
  const parts = await loadParts({ files, prefix: folder, toJudge })
  return { ...parts, source: 'recording', storedIntent: null, storedFingerprints: null, caseKeyId: null }
}

const loadZip = async (path: string, toJudge: boolean): Promise<LoadedRecording> => {
  const files = await openZipFiles(path)
  try {
    return await loadFrom(files, toJudge)
  } finally {
    await files.close()
  }
}

const loadPath = async (path: string, toJudge: boolean): Promise<LoadedRecording> => {
  const info = await stat(path)
  if (info.isDirectory()) return loadFrom(folderFiles(path), toJudge)
  if (!info.isFile()) throw new Unusable('It is neither a file nor a folder.')
  // A person picks a file where the recording is a folder.
  if (/(?:^|[\\/])machine\.json$/i.test(path)) return loadFrom(folderFiles(dirname(path)), toJudge)
  return loadZip(path, toJudge)
}

/** What a bundle's own report says about the case it was made for; null: nothing that a later judgement can use. */
export const storedCase = ({ storedIntent, storedFingerprints }: LoadedRecording): StoredCase | null =>
  storedIntent === null || storedFingerprints === null
    ? null
    : { intent: storedIntent, fingerprints: storedFingerprints }

/** Reads a recorded machine from a folder, a zip of one, or a support bundle. Says in one sentence what is wrong. */
export const loadRecording = async (
  path: string,
  { toJudge = false, isZip = false }: LoadOptions = {},
): Promise<Result<LoadedRecording>> => {
  try {
    return ok(await (isZip ? loadZip : loadPath)(path, toJudge))
  } catch (error) {
    if (error instanceof Unusable || error instanceof RefusedZip)
      return fail('unreadable', `${path} cannot be used: ${error.message}`)
    const code = errorCode(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') return fail('missing', `There is no file or folder ${path}.`)
    if (code === 'EACCES' || code === 'EPERM') return fail('denied', `${path} may not be read by you.`)
    return fail('unreadable', `${path} cannot be read: ${errorMessage(error)}`)
  }
}
