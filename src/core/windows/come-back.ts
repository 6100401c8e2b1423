import { fail, type Result } from '../../shared/result.ts'
import type { KeyPath } from '../recording/recording.ts'
import type { Registry } from './host.ts'
import { drivePath } from './system-paths.ts'

/** Windows runs what stands here once, when this user signs in, without an administrator's rights, and removes it. */
export const runOnce: KeyPath = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\RunOnce'
export const runOnceName = 'PKU2U Doctor'
/** Windows starts nothing longer. Source: "Run and RunOnce Registry Keys", https://learn.microsoft.com/windows/win32/setupapi/run-and-runonce-registry-keys */
const longestCommand = 260

/** Where the program can come back to. */
export type ComeBackStep = 'restart' | 'check'

/**
 * Has the program started at this step when the user signs in again. Only where the program runs as that user: an
 * elevated process of somebody else would write into the wrong profile.
 */
export const rememberToComeBack = (registry: Registry, program: string, step: ComeBackStep): Result<void> => {
  const command = `"${program}" --resume ${step}`
  if (!drivePath.test(program) || command.length > longestCommand)
    return fail('invalid-input', 'Windows cannot start the program from this place when you sign in.')
  return registry.setValue(runOnce, runOnceName, ['REG_SZ', command])
}

export const forgetToComeBack = (registry: Registry): Result<void> => registry.deleteValue(runOnce, runOnceName)
