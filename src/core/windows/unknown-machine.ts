import type { Machine } from '../recording/recording.ts'

/** A machine that told nothing about itself. */
export const unknownMachine: Machine = {
  recordedAt: '',
  bootedAt: null,
  hostName: '',
  architecture: 'unknown',
  codePages: { ansi: null, oem: null },
  user: { name: null, upn: null, sid: null, elevated: null, sessionUserSid: null },
}
