import { win32 } from 'node:path'
import { fail, ok, type Result } from '../../shared/result.ts'
import { askPowershell } from './ask-powershell.ts'
import { answersTo, folderPartsShape, problemIn } from './folder-access.ts'
import type { CommandRunner } from './host.ts'
import { partsOf } from './windows-places.ts'

/** The program's own folder and what an elevated start of it would load, as the installer lays it out. */
const loadedBy = (program: string): readonly string[] => {
  const resources = win32.join(win32.dirname(program), 'resources')
  return [program, resources, win32.join(resources, 'app.asar'), win32.join(resources, 'app.asar.unpacked')]
}

/**
 * Whether nobody but an administrator can have changed the installed program. One that a user may write to must never be
 * started with an administrator’s rights, whoever agrees.
 */
export const trustedProgram = async (runner: CommandRunner, program: string): Promise<Result<void>> => {
  const what = 'Whether the installed program is protected could not be read, so Windows was not asked'
  const loaded = loadedBy(program)
  const parts = [...partsOf(win32.dirname(program)), ...loaded]
  const answer = await askPowershell(runner, 'program-folder', { parts }, { shape: folderPartsShape, what })
  if (!answer.ok) return answer
  if (!answersTo(parts, answer.value.parts)) return fail('unreadable', `${what}: the answer has an unknown form.`)
  const problem = problemIn(answer.value.parts, loaded.length + 1)
  return problem === null
    ? ok(undefined)
    : fail(
        'denied',
        `${problem}, so PKU2U Doctor does not start itself with more rights. Nothing was written. Ask an administrator to install it again for all users.`,
      )
}
