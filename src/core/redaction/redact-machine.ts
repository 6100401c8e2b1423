import { decodeText } from '../readers/decode.ts'
import { codePageOf } from '../recording/open-recording.ts'
import {
  type CommandRecord,
  commandIds,
  type JournalEntry,
  type Machine,
  type RecordedKey,
  type RecordedMachine,
  type RegistryValue,
} from '../recording/recording.ts'
import type { Form } from './fields.ts'
import type { Kind } from './kinds.ts'
import { plainInput } from './plain-input.ts'
import { askedPart, formOfRegistryValue, isJoinInfoChild, onlyAskedKeys } from './registry-fields.ts'
import { unwrapped } from './unwrapped.ts'

/** How the parts of a recording are written again. Each names the file that the counts stand under. */
export interface Rewriter {
  readonly text: (file: string, text: string) => string
  readonly field: (file: string, form: Form, text: string) => string
  readonly json: <T>(file: string, value: T) => T
  readonly count: (file: string, kind: Kind) => void
}

const machineFile = 'recording/machine.json'
const registryFile = 'recording/registry.json'

const redactHeader = (machine: Machine, { field }: Rewriter): Machine => {
  const { user } = machine
  const written = (form: Form, text: string | null) => (text === null ? null : field(machineFile, form, text))
  return {
    ...machine,
    hostName: field(machineFile, 'host', machine.hostName),
    user: {
      ...user,
      name: written('account', user.name),
      upn: written('upn', user.upn),
      sid: written('sid', user.sid),
      sessionUserSid: written('sid', user.sessionUserSid),
    },
  }
}

const redactValue = (key: string, name: string, value: RegistryValue, { field, text }: Rewriter): RegistryValue => {
  const [type, data] = value
  if (type === 'REG_DWORD' || type === 'REG_QWORD') return value
  const form = formOfRegistryValue(key, name)
  const written = (each: string) => (form === null ? text(registryFile, each) : field(registryFile, form, each))
  if (Array.isArray(data)) return ['REG_MULTI_SZ', data.map(written)]
  // A product key stands in `DigitalProductId`, in a form that no name is found in.
  if (form === 'id' && /^[0-9a-f]{32,}$/i.test(String(data))) return [type, ''] as RegistryValue
  return [type, written(String(data))] as RegistryValue
}

const redactKey = (key: string, entry: RecordedKey, rewriter: Rewriter): RecordedKey => {
  if (entry === null || 'error' in entry) return entry
  const ofJoin = /\\JoinInfo$/i.test(key)
  const { values, subkeys } = entry
  const child = (name: string) =>
    ofJoin ? rewriter.field(registryFile, 'thumbprint', name) : rewriter.text(registryFile, name)
  return {
    ...(values === undefined
      ? {}
      : {
          values: Object.fromEntries(
            Object.entries(values).map(([name, value]) => [
              rewriter.text(registryFile, name),
              redactValue(key, name, value, rewriter),
            ]),
          ),
        }),
    ...(subkeys === undefined ? {} : { subkeys: subkeys.map(child) }),
  }
}

const redactRegistry = (data: RecordedMachine, rewriter: Rewriter): RecordedMachine['registry'] => {
  const { complete, keys } = onlyAskedKeys(data.registry)
  const named = (key: string): string => {
    const at = askedPart(key)
    const [place, name] = [key.slice(0, at), key.slice(at)]
    if (name === '') return key
    return (
      place +
      (isJoinInfoChild(key) ? rewriter.field(registryFile, 'thumbprint', name) : rewriter.text(registryFile, name))
    )
  }
  return {
    complete,
    keys: Object.fromEntries(Object.entries(keys).map(([key, entry]) => [named(key), redactKey(key, entry, rewriter)])),
  }
}

const encoder = new TextEncoder()

const redactCommand = (command: CommandRecord, machine: Machine, { text, json }: Rewriter): CommandRecord => {
  const { id, stdout, stderr } = command
  const written = (bytes: Uint8Array | undefined, ending: string): Uint8Array | undefined => {
    if (bytes === undefined) return undefined
    const file = `recording/commands/${id}.${ending}`
    const decoded = decodeText(bytes, codePageOf(id, machine))
    if (/^\s*[{[]/.test(decoded))
      try {
        return encoder.encode(JSON.stringify(json(file, JSON.parse(decoded))))
      } catch (error) {
        // Not whole: it is read as a text then.
        if (!(error instanceof SyntaxError)) throw error
      }
    return encoder.encode(text(file, id === 'dsregcmd-status' ? unwrapped(decoded) : decoded))
  }
  return {
    ...command,
    // A log is named after its channel, and a channel may be named after a company.
    id: commandIds.some((known) => known === id) ? id : text('recording/commands.json', id),
    program: text('recording/commands.json', command.program),
    args: command.args.map((arg) => text('recording/commands.json', arg)),
    stdout: written(stdout, 'out'),
    stderr: written(stderr, 'err'),
  }
}

/** The same recording with tokens. Outputs become UTF-8, so that a name in any code page is found and none is torn. */
export const redactRecording = (data: RecordedMachine, rewriter: Rewriter): RecordedMachine => ({
  machine: redactHeader(data.machine, rewriter),
  registry: redactRegistry(data, rewriter),
  commands: data.commands.map((command) => redactCommand(command, data.machine, rewriter)),
  journal: rewriter.json<readonly JournalEntry[]>('recording/journal.json', data.journal),
  inputs: Object.fromEntries(
    Object.entries(data.inputs).map(([name, text]) => {
      const file = `recording/inputs/${name}`
      if (!name.endsWith('.json')) return [name, rewriter.text(file, plainInput(name, text))]
      try {
        return [name, `${JSON.stringify(rewriter.json(file, JSON.parse(text)), null, 2)}\n`]
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error
        return [name, rewriter.text(file, text)]
      }
    }),
  ),
  damaged: data.damaged.map((damage) => ({ ...damage, message: rewriter.text(machineFile, damage.message) })),
})
