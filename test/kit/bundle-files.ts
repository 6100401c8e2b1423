import { createHash } from 'node:crypto'
import { judgeRecording } from '../../src/core/engine/judge.ts'
import type { RecordedMachine } from '../../src/core/recording/recording.ts'
import { recordingFiles } from '../../src/core/recording/save.ts'
import { defaultIntent, type Intent } from '../../src/shared/intent.ts'

export type BundleFiles = Readonly<Record<string, string | Uint8Array>>

/** The files of a support bundle as the contract lays them out, with a manifest that fits them. */
export const bundleFiles = (
  machine: RecordedMachine,
  intent: Partial<Intent> = {},
  more: BundleFiles = {},
): BundleFiles => {
  const report = judgeRecording(machine, {
    intent: { ...defaultIntent, ...intent },
    now: machine.machine.recordedAt,
    source: 'recording',
  })
  const files: BundleFiles = {
    'report.json': JSON.stringify(report),
    'report.txt': report.verdict.headline,
    ...Object.fromEntries([...recordingFiles(machine)].map(([path, content]) => [`recording/${path}`, content])),
    ...more,
  }
  const lines = Object.entries(files).map(([path, content]) => ({
    path,
    bytes: Buffer.from(content).length,
    sha256: createHash('sha256').update(content).digest('hex'),
  }))
  return { ...files, 'manifest.json': JSON.stringify({ format: 'pku2u-doctor/bundle@1', files: lines }) }
}
