import type { CheckId, Link } from '../../shared/report.ts'

interface Linked {
  readonly id: CheckId
  readonly links: readonly Link[]
}

export type FindLink = (check: CheckId, index: number) => string | null

/** The window names a check and a number; the address comes from the checks themselves, over https, or not at all. */
export const createFindLink = (checks: readonly Linked[]): FindLink => {
  const table = new Map(checks.map(({ id, links }) => [id, links.map(({ url }) => url)]))
  return (check, index) => {
    const url = URL.parse(table.get(check)?.[index] ?? '')
    return url?.protocol === 'https:' && url.username === '' && url.password === '' ? url.href : null
  }
}
