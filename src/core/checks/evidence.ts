import type { Evidence } from '../../shared/report.ts'
import type { Result } from '../../shared/result.ts'
import { keys } from '../facts/keys.ts'
import type { OperatingSystem } from '../facts/operating-system.ts'
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

/** "Windows 11 24H2, build 26100.4351, edition Enterprise", or which part of it is not known. */
export const fromWindowsVersion = ({ name, build, revision, edition }: OperatingSystem): Evidence => {
  const update = build === null || revision === null ? '' : `.${revision}`
  return {
    source: 'registry',
    where: keys.windowsVersion,
    what: `${name ?? 'Windows'}, build ${build ?? 'not known'}${update}, edition ${edition ?? 'not known'}`,
  }
}
