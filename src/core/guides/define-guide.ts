import type { Link } from '../../shared/report.ts'
import type { Guide, GuideId, GuideTable } from '../../shared/rules.ts'

interface Definition {
  readonly id: GuideId
  readonly title: string
  readonly text: readonly [string, ...string[]]
  readonly table?: GuideTable
  readonly links: readonly [Link, ...Link[]]
}

/** A help topic says where its facts come from, so it has at least one link. */
export const defineGuide = (definition: Definition): Guide => ({ table: null, ...definition })
