import { basename } from 'node:path'
import { buildExport } from '../../core/exports/build-export.ts'
import { writeFiles } from '../../core/exports/write-files.ts'
import { fail, ok } from '../../shared/result.ts'
import type { Handlers } from './dispatch.ts'

export interface Suggestion {
  readonly name: string
  /** Several files go into one folder. */
  readonly isFolder: boolean
}

/** Answers a path, or null when the dialog was closed. */
export type ChooseTarget = (suggestion: Suggestion) => Promise<string | null>

type Name = 'buildHandOver' | 'saveHandOver'

/** Files for other PCs: shown as text, or written where the user says. */
export const createHandOverHandlers = (chooseTarget: ChooseTarget | null): Pick<Handlers, Name> => ({
  buildHandOver: async (order) => {
    const files = buildExport(order)
    return files.ok ? ok(files.value.map(({ name, text }) => ({ name, text }))) : files
  },

  saveHandOver: async (order) => {
    if (chooseTarget === null) return fail('refused', 'Files cannot be saved from this window. Copy the text instead.')
    const files = buildExport(order)
    if (!files.ok) return files
    const isFolder = files.value.length > 1
    const target = await chooseTarget({ name: files.value[0]?.name ?? '', isFolder })
    if (target === null) return ok(null)
    // For a file the dialog has asked whether to replace it; for a folder nobody has.
    const written = await writeFiles(files.value, target, !isFolder)
    if (!written.ok) return written
    return ok({
      names: written.value.map(({ file }) => basename(file)),
      bytes: written.value.reduce((sum, { bytes }) => sum + bytes, 0),
    })
  },
})
