import { defaultIntent } from '../../shared/intent.ts'
import { ticketText } from '../../shared/ticket-text.ts'
import { checks } from '../checks/registry.ts'
import { judgeRecording } from '../engine/judge.ts'
import { fixes } from '../fixes/registry.ts'
import type { RecordedMachine } from '../recording/recording.ts'
import { reportHtml } from '../report-html/report-html.ts'

/** A PC that nothing is known of: a report on it holds no name, only words of ours. */
const nobody: RecordedMachine = {
  machine: {
    recordedAt: '2026-01-01T00:00:00Z',
    bootedAt: null,
    hostName: '',
    architecture: 'unknown',
    codePages: { ansi: null, oem: null },
    user: { name: null, upn: null, sid: null, elevated: null, sessionUserSid: null },
  },
  registry: { complete: false, keys: {} },
  commands: [],
  journal: [],
  inputs: {},
  damaged: [],
}

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}'’-]{2,}/gu) ?? []

const cases = [
  defaultIntent,
  { ...defaultIntent, role: 'server' },
  { ...defaultIntent, path: 'web' },
  { ...defaultIntent, track: 'security-key' },
] as const

/**
 * The words of our own reports. A person called Page must not stop a bundle from being saved because the page says
 * “page”: the gate would find the name in a text that the redactor never changes.
 */
export const ownWords = (): readonly string[] =>
  [
    ...cases.flatMap((intent) => {
      const report = judgeRecording(nobody, { intent, now: nobody.machine.recordedAt, source: 'recording' })
      return [reportHtml(report, []), ticketText(report), JSON.stringify(report)]
    }),
    ...checks.flatMap(({ id, title, why }) => [id, title, why]),
    ...fixes.flatMap(({ id, title }) => [id, title]),
  ].flatMap(wordsIn)
