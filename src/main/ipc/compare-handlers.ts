import { basename } from 'node:path'
import { checks } from '../../core/checks/registry.ts'
import { compareSides } from '../../core/compare/compare.ts'
import { type JudgedSide, openSides } from '../../core/compare/sides.ts'
import type { SideName } from '../../shared/comparison.ts'
import type { Report } from '../../shared/report.ts'
import { fail, ok } from '../../shared/result.ts'
import type { Handlers } from './dispatch.ts'
import { withoutFolders } from './without-folders.ts'

type Name = 'chooseSide' | 'compareBundles' | 'openCompared'

const titles: Readonly<Record<string, string>> = Object.fromEntries(checks.map(({ id, title }) => [id, title]))

/** Two bundles side by side. The window names a side; what stands there, and where it lies, is kept here. */
export const createCompareHandlers = (
  choose: (() => Promise<string | null>) | null,
  onOpened: (report: Report) => void,
): Pick<Handlers, Name> => {
  const chosen = new Map<SideName, string>()
  let judged: Readonly<Record<SideName, JudgedSide>> | null = null

  return {
    chooseSide: async ({ side }) => {
      if (choose === null) return fail('refused', 'Files cannot be opened in this window.')
      const path = await choose()
      if (path === null) return ok(null)
      chosen.set(side, path)
      judged = null
      return ok(basename(path))
    },

    compareBundles: async () => {
      const [pathA, pathB] = [chosen.get('a'), chosen.get('b')]
      if (pathA === undefined || pathB === undefined) return fail('usage', 'Choose both before they are compared.')
      const sides = withoutFolders(await openSides(pathA, pathB), pathA, pathB)
      if (!sides.ok) return sides
      const [a, b] = sides.value
      judged = { a, b }
      return ok({ ...compareSides(a, b), titles, canOpen: { a: a.full !== null, b: b.full !== null } })
    },

    openCompared: async ({ side }) => {
      const report = judged?.[side].full ?? null
      if (report === null) return fail('refused', 'There is no report to open on this side.')
      onOpened(report)
      return ok(report)
    },
  }
}
