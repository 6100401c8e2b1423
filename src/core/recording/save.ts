import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { RecordedMachine } from './recording.ts'

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/** A recorded machine as files by path: the layout of a recording folder, and of `recording/` in a bundle. */
export const recordingFiles = (data: RecordedMachine): ReadonlyMap<string, string | Uint8Array> => {
  const files = new Map<string, string | Uint8Array>()
  files.set('machine.json', json({ format: 'pku2u-doctor/recording@1', ...data.machine }))
  files.set('registry.json', json(data.registry))
  const commands = data.commands.map(({ stdout, stderr, ...command }) => {
    const entry: Record<string, unknown> = { ...command }
    for (const [name, bytes, ending] of [
      ['stdout', stdout, 'out'],
      ['stderr', stderr, 'err'],
    ] as const) {
      if (bytes === undefined || (name === 'stderr' && bytes.length === 0)) continue
      const path = `commands/${command.id}.${ending}`
      files.set(path, bytes)
      entry[name] = path
    }
    return entry
  })
  files.set('commands.json', json(commands))
  if (data.journal.length > 0) files.set('journal.json', json(data.journal))
  for (const [name, text] of Object.entries(data.inputs)) files.set(`inputs/${name}`, text)
  return files
}

/** Writes a recorded machine as a folder; missing folders are made. */
export const saveRecording = async (folder: string, data: RecordedMachine): Promise<void> => {
  for (const [path, content] of recordingFiles(data)) {
    const file = join(folder, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content)
  }
}
