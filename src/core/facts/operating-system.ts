import { fail, ok } from '../../shared/result.ts'
import { defineProbe } from '../engine/probe.ts'
import { keys } from './keys.ts'
import { dword, numberIn, sameText, text } from './values.ts'

export interface OperatingSystem {
  readonly build: number | null
  /** Update Build Revision, the part after the build number. */
  readonly revision: number | null
  readonly edition: string | null
  readonly isServer: boolean | null
  /** "Windows 11 24H2", made from the build: ProductName still says Windows 10 on Windows 11. */
  readonly name: string | null
}

const firstWindows11Build = 22000

const nameOf = (build: number | null, isServer: boolean | null, product: string | null, version: string | null) => {
  if (isServer === true) return product
  if (build === null) return product
  return [build >= firstWindows11Build ? 'Windows 11' : 'Windows 10', version].filter((part) => part !== null).join(' ')
}

export const operatingSystem = defineProbe<OperatingSystem>({
  id: 'operating-system',
  keys: [keys.windowsVersion],
  read: ({ recording }) => {
    const values = recording.registry.values(keys.windowsVersion)
    if (!values.ok) return values
    if (values.value === null) return fail('unreadable', 'The Windows version is not in the registry.')
    const get = (name: string) =>
      Object.entries(values.value ?? {}).find(([spelled]) => sameText(spelled, name))?.[1] ?? null
    const type = text(get('InstallationType'))
    const product = text(get('ProductName'))
    const build = numberIn(get('CurrentBuildNumber')) ?? numberIn(get('CurrentBuild'))
    const edition = text(get('EditionID'))
    const isServer =
      type !== null
        ? type.toLowerCase().startsWith('server')
        : edition !== null
          ? edition.toLowerCase().startsWith('server')
          : product !== null
            ? /\bserver\b/i.test(product)
            : null
    return ok({
      build,
      revision: dword(get('UBR')),
      edition,
      isServer,
      name: nameOf(build, isServer, product, text(get('DisplayVersion'))),
    })
  },
})
