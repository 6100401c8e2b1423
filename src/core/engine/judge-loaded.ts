import { defaultIntent, type Intent } from '../../shared/intent.ts'
import type { Report } from '../../shared/report.ts'
import { type LoadedRecording, storedCase } from '../recording/load.ts'
import { judgeRecording } from './judge.ts'

/** Judges a bundle or recording for the case it was made for, as of the moment it was made. */
export const judgeLoaded = (loaded: LoadedRecording, otherwise: Intent = defaultIntent): Report =>
  judgeRecording(loaded.machine, {
    intent: loaded.storedIntent ?? otherwise,
    now: loaded.machine.machine.recordedAt,
    source: loaded.source,
    stored: storedCase(loaded),
  })
