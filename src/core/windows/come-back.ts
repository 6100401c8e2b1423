import { fail } from '../../shared/result.ts'
import type { ReturnStep } from '../../shared/returning.ts'
import type { ComeBack } from '../engine/pc.ts'
import type { KeyPath } from '../recording/recording.ts'
import type { Registry } from './host.ts'
import { drivePath } from './system-paths.ts'

/** Windows runs what stands here once, when this user signs in, without an administrator's rights, and removes it. */
export const runOnce: KeyPath = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\RunOnce'
export const runOnceName = 'PKU2U Doctor'
/** Windows starts nothing longer. Source: "Run and RunOnce Registry Keys", https://learn.microsoft.com/windows/win32/setupapi/run-and-runonce-registry-keys */
const longestCommand = 260

const commandOf = (program: string, step: ReturnStep): string => `"${program}" --resume ${step}`

/**
 * Has the program started at a step when the user signs in again. Only where the program runs as that user: a process of
 * somebody else would write into the wrong profile. `program` null: it is not installed, so there is nothing to start.
 */
export const windowsComeBack = (registry: Registry, program: string | null): ComeBack => ({
  remember: (step) => {
    if (program === null) return fail('refused', 'Only the installed program can be started again.')
    const command = commandOf(program, step)
    if (!drivePath.test(program) || command.length > longestCommand)
      return fail('invalid-input', 'Windows cannot start the program from this place when you sign in.')
    return registry.setValue(runOnce, runOnceName, ['REG_SZ', command])
  },
  forget: () => registry.deleteValue(runOnce, runOnceName),
  isRemembered: () => {
    const value = registry.value(runOnce, runOnceName)
    return value.ok && value.value !== null
  },
})
