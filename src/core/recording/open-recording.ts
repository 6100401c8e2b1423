import { fail, ok } from '../../shared/result.ts'
import { decodeText } from '../readers/decode.ts'
import { recordedRegistry } from './recorded-registry.ts'
import type { CommandId, CommandRecord, RecordedMachine, Recording } from './recording.ts'

/**
 * dsregcmd writes in the ANSI code page, console tools in the OEM one.
 * PowerShell is told to write UTF-8, which the decoder sees by itself.
 */
export const codePageOf = (id: string, { codePages }: RecordedMachine['machine']): number | null =>
  id === 'dsregcmd-status' ? codePages.ansi : codePages.oem

/** What a technician calls each answer. */
const names: Readonly<Record<CommandId, string>> = {
  'dsregcmd-status': 'dsregcmd /status',
  'nltest-dsgetdc-keylist': 'nltest /dsgetdc /keylist /kdc',
  'nltest-dsgetdc': 'nltest /dsgetdc',
  'nltest-sc-verify': 'nltest /sc_verify',
  'klist-cloud-debug': 'klist cloud_debug',
  'policy-result': 'The policy result',
  'local-group-rdp-users': 'The group Remote Desktop Users',
  'local-group-administrators': 'The group Administrators',
  'machine-certificates': 'The list of this PC’s certificates',
}

const reasons = {
  missing: 'is not on this PC',
  denied: 'was refused by Windows',
  timeout: 'did not answer in time',
  failed: 'did not run to its end',
} as const

const answerOf = (record: CommandRecord, codePage: number | null): string => {
  for (const bytes of [record.stdout, record.stderr]) {
    const text = bytes === undefined ? '' : decodeText(bytes, codePage)
    if (text.trim() !== '') return text
  }
  return ''
}

/** Gives recorded data the questions that probes ask. Bytes are decoded here, with the recorded code pages. */
export const openRecording = (data: RecordedMachine): Recording => ({
  machine: data.machine,
  registry: recordedRegistry(data.registry),
  journal: data.journal,
  damaged: data.damaged,
  input: (name) => (Object.hasOwn(data.inputs, name) ? (data.inputs[name] ?? null) : null),
  output: (id) => {
    const record = data.commands.find((command) => command.id === id)
    if (record === undefined) return fail('not-asked', `${names[id]} was not asked for.`)
    if (record.outcome !== 'ok') return fail(record.outcome, `${record.program || id} ${reasons[record.outcome]}.`)
    const text = answerOf(record, codePageOf(id, data.machine))
    // A program that ends well but says nothing has not answered.
    if (text === '') return fail('unreadable', `${record.program || id} ended without saying anything.`)
    return ok({ text, exitCode: record.exitCode ?? null })
  },
})
