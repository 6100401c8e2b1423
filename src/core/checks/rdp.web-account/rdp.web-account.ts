import { defineCheck, type Judgement } from '../../engine/define-check.ts'
import { keys } from '../../facts/keys.ts'
import { type OperatingSystem, operatingSystem } from '../../facts/operating-system.ts'
import { fromWindowsVersion, notRead } from '../evidence.ts'
import { pages } from '../links.ts'
import { homeTarget, isHomeEdition } from '../os.supported/os.supported.ts'

/** The first update of each build with the web account path (October 2022): "Connect to remote Microsoft Entra joined device". */
const firstRevisionOfClient: ReadonlyMap<number, number> = new Map([
  [19042, 2130],
  [19043, 2130],
  [19044, 2130],
  [22000, 1098],
])
const firstRevisionOfServer: ReadonlyMap<number, number> = new Map([[20348, 1129]])

/** null: the build or its update level could not be read. */
const hasWebAccountPath = ({ build, revision, isServer }: OperatingSystem): boolean | null => {
  if (build === null || isServer === null) return null
  const first = isServer ? firstRevisionOfServer : firstRevisionOfClient
  const needed = first.get(build)
  if (needed !== undefined) return revision === null ? null : revision >= needed
  return build > Math.min(...first.keys())
}

export const rdpWebAccount = defineCheck({
  id: 'rdp.web-account',
  title: 'Web account path',
  why: '“Use a web account to sign in” works without PKU2U and takes security keys and multifactor authentication. Both PCs need a recent Windows.',
  roles: ['client', 'server'],
  tracks: ['rdp'],
  links: [pages.remoteEntraPc],
  needs: {},
  considers: { os: operatingSystem },
  judge: (_facts, { os }, { intent }): Judgement => {
    const edition = os.ok ? os.value.edition : null
    const isHomeTarget = intent.role === 'server' && edition !== null && isHomeEdition(edition)
    const recent = os.ok ? hasWebAccountPath(os.value) : null
    // Without the edition, a target may be a Home edition all the same.
    const possible = isHomeTarget
      ? false
      : recent === true && intent.role === 'server' && edition === null
        ? null
        : recent
    const evidence = os.ok ? [fromWindowsVersion(os.value)] : notRead('registry', keys.windowsVersion, os)
    if (possible === true) return { status: 'pass', detail: 'This Windows can use the web account path.', evidence }
    if (intent.path === 'pku2u')
      return {
        status: 'not-applicable',
        detail:
          possible === null
            ? 'Whether the web account path is possible could not be read.'
            : 'This Windows has no web account path.',
        evidence,
      }
    if (possible === null)
      return {
        status: 'unknown',
        detail: 'The Windows edition, its build or its update level could not be read.',
        evidence,
      }
    return {
      status: 'fail',
      detail: isHomeTarget
        ? homeTarget
        : 'This Windows is too old for the web account path. It came with the updates of October 2022.',
      evidence,
    }
  },
})
