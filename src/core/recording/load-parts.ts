import type { z } from 'zod'
import { decodeText } from '../readers/decode.ts'
import { nameFault } from './entry-name.ts'
import { type EventLog, isEventLog } from './event-log.ts'
import { type FileStream, type Files, insidePath } from './folder-files.ts'
import { type CommandRecord, commandIds, type Damage, type RecordedMachine } from './recording.ts'
import { commandsShape, journalShape, machineShape, registryShape } from './shape.ts'

/** Ends the load with one sentence; it never leaves this folder. */
export class Unusable extends Error {}

const inputNames = ['kerberos-server.txt', 'other-end.txt', 'probe.json', 'test-run.json'] as const
/** Largest JSON file, in bytes: parsed it takes many times its size, and a real one has less than 1 MB. */
const largestJson = 8 * 1024 * 1024

const readJson = async <S extends z.ZodType>(
  files: Files,
  prefix: string,
  name: string,
  shape: S,
): Promise<z.output<S> | null> => {
  const bytes = await files.read(prefix + name)
  if (bytes === null) return null
  if (bytes.length > largestJson) throw new Unusable(`${name} is larger than ${largestJson / 1024 / 1024} MB.`)
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

/** `newer`: of a later version than this program reads, so it is understood as far as it can be. null: not one of ours. */
export const formatAge = (found: string, known: string): 'known' | 'newer' | null => {
  if (found === known) return 'known'
  const [name, version] = known.split('@')
  const [foundName, foundVersion = ''] = found.split('@')
  return foundName === name && /^\d{1,4}$/.test(foundVersion) && Number(foundVersion) > Number(version) ? 'newer' : null
}

const format = 'pku2u-doctor/recording@1'

/** A log that was asked for in vain. */
const nothing: FileStream = { size: 0, open: async function* () {} }

/** With `isLenient`, a part that does not fit is left out and said; otherwise it ends the load. */
export const partReader =
  (files: Files, prefix: string, isLenient: boolean, damaged: Damage[]) =>
  async <S extends z.ZodType>(name: string, shape: S): Promise<z.output<S> | null> => {
    try {
      return await readJson(files, prefix, name, shape)
    } catch (error) {
      if (!(isLenient && error instanceof Unusable)) throw error
      damaged.push({ part: name, message: error.message, outcome: 'unreadable' })
      return null
    }
  }

export interface LoadParts {
  readonly files: Files
  /** Folder of the recording, empty or with a slash at its end. */
  readonly prefix: string
  /** Leaves out what no check reads, such as event logs. */
  readonly toJudge: boolean
}

/** An id becomes the name of a file when the recording is saved again. */
const canBeSaved = (id: string): boolean =>
  /^[a-z0-9][a-z0-9._-]{0,99}$/i.test(id) && nameFault(`commands/${id}.out`) === null

/** The commands of a list with the ids they can be saved under; the first one of an id counts, as it does for the checks. */
const oneOfEach = <T extends { readonly id: string }>(listed: readonly T[], damaged: Damage[]): readonly T[] => {
  const seen = new Set<string>()
  return listed.filter(({ id }) => {
    const fault = !canBeSaved(id)
      ? 'commands.json lists a command whose id is no name of a file; it was left out.'
      : seen.has(id.toLowerCase())
        ? `commands.json lists ${id} more than once; the first one counts.`
        : null
    seen.add(id.toLowerCase())
    if (fault !== null && !damaged.some(({ message }) => message === fault))
      damaged.push({ part: 'commands.json', message: fault, outcome: 'unreadable' })
    return fault === null
  })
}

export interface LoadedParts {
  /** Without its event logs. */
  readonly machine: RecordedMachine
  /** Stay where they are until somebody reads them; empty with `toJudge`. */
  readonly logs: readonly EventLog[]
}

export const loadParts = async ({ files, prefix, toJudge }: LoadParts): Promise<LoadedParts> => {
  const header = await readJson(files, prefix, 'machine.json', machineShape)
  if (header === null) throw new Unusable('It holds no machine.json, so it is not a recording or a support bundle.')
  const { format: ownFormat, ...machine } = header
  const age = formatAge(ownFormat, format)
  if (age === null) throw new Unusable(`machine.json has the format "${ownFormat}"; this version reads "${format}".`)

  const damaged: Damage[] = []
  if (age === 'newer')
    damaged.push({
      part: 'machine.json',
      message: `The recording has the newer format "${ownFormat}". This version reads "${format}" and understood what it could.`,
      outcome: 'newer',
    })
  const readPart = partReader(files, prefix, age === 'newer', damaged)
  const registry = await readPart('registry.json', registryShape)
  if (registry === null && !damaged.some(({ part }) => part === 'registry.json'))
    damaged.push({ part: 'registry.json', message: 'registry.json is not in the recording.', outcome: 'unreadable' })

  const found = async <T>(id: string, path: string | undefined, look: (path: string) => Promise<T | null>) => {
    if (path === undefined) return undefined
    if (toJudge && !commandIds.some((known) => known === id)) return undefined
    const inside = insidePath(path)
    const file = inside === null ? null : await look(prefix + inside)
    if (file !== null) return file
    damaged.push({ part: id, message: `${path} is not in the recording.`, outcome: 'unreadable' })
    return undefined
  }
  const commands: CommandRecord[] = []
  const logs: EventLog[] = []
  const listed = (await readPart('commands.json', commandsShape)) ?? []
  for (const { stdout, stderr, ...command } of oneOfEach(listed, damaged)) {
    const errors = await found(command.id, stderr, files.read)
    if (isEventLog(command)) {
      if (toJudge) continue
      const log = await found(command.id, stdout, files.stream)
      logs.push({ ...(log ?? nothing), record: { ...command, stderr: errors } })
    } else commands.push({ ...command, stdout: await found(command.id, stdout, files.read), stderr: errors })
  }

  const inputs: Record<string, string> = {}
  for (const name of inputNames) {
    const bytes = await files.read(`${prefix}inputs/${name}`)
    if (bytes !== null) inputs[name] = decodeText(bytes, null)
  }
  const journal = (await readPart('journal.json', journalShape)) ?? []
  return {
    machine: { machine, registry: registry ?? { complete: false, keys: {} }, commands, journal, inputs, damaged },
    logs,
  }
}
