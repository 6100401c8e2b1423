import type { Evidence } from '../../shared/report.ts'
import type { Result } from '../../shared/result.ts'
import { shown } from '../facts/values.ts'
import type { KeyPath, RegistryValue } from '../recording/recording.ts'

export const fromRegistry = (key: KeyPath, name: string, value: RegistryValue | null): Evidence => ({
  source: 'registry',
  where: key,
  what: shown(name, value),
})

export const fromDsregcmd = (what: string): Evidence => ({ source: 'dsregcmd', where: 'dsregcmd /status', what })

/** An answer that did not come, said as evidence. */
export const notRead = (source: string, where: string, result: Result<unknown>): readonly Evidence[] =>
  result.ok ? [] : [{ source, where, what: result.fault.message }]
