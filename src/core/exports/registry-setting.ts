import { type HandOverFix, handOverSettings, type SettingKind } from '../../shared/hand-over.ts'
import type { FixId } from '../../shared/report.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { registryValueSpec } from '../changes/registry-value.ts'
import { refuseOnCluster } from '../fixes/failover-clustering.ts'
import { fixNamed } from '../fixes/registry.ts'
import type { KeyPath } from '../recording/recording.ts'

/** One registry value to be handed over. */
export interface RegistrySetting {
  readonly fix: HandOverFix
  readonly title: string
  readonly key: KeyPath
  readonly name: string
  /** A REG_DWORD; null: the value shall be gone. */
  readonly data: number | null
  readonly restart: 'required' | 'none'
  readonly warnings: readonly string[]
  /** Refused on a machine with the cluster service, as the fix is here. */
  readonly stopsClustering: boolean
}

/** Taken from the change that the fix makes here, so that the other PC gets the same. */
export const registrySetting = (fixId: FixId, kind: SettingKind): Result<RegistrySetting> => {
  const entry = handOverSettings.find(({ fix }) => fix === fixId)
  const fix = fixNamed(fixId)
  if (entry === undefined || fix === null)
    return fail(
      'invalid-input',
      `${fixId} cannot be handed over as a file. Use one of: ${handOverSettings.map((each) => each.fix).join(', ')}.`,
    )
  if (!entry.kinds.includes(kind))
    return fail('invalid-input', `${fixId} has no ${kind} form. Use one of: ${entry.kinds.join(', ')}.`)
  const changes = fix.changes({ account: null })
  if (!changes.ok) return changes
  const [spec, ...more] = changes.value.map(registryValueSpec)
  if (spec === undefined || spec === null || more.length > 0)
    return fail('internal', `${fixId} is more than one registry value.`)
  const { key, name, value } = spec
  if (value !== null && (value[0] !== 'REG_DWORD' || typeof value[1] !== 'number'))
    return fail('internal', `${fixId} is not a REG_DWORD.`)
  const data = value === null ? null : Number(value[1])
  const { title, restart, warnings, refusal } = fix
  return ok({
    fix: entry.fix,
    title,
    key,
    name,
    data,
    restart,
    warnings,
    stopsClustering: refusal === refuseOnCluster,
  })
}

/** `HKLM\…` as .reg files, PowerShell and security templates write it. */
export const keyAs = (key: KeyPath, root: 'HKEY_LOCAL_MACHINE' | 'HKLM:'): string => `${root}${key.slice(4)}`
