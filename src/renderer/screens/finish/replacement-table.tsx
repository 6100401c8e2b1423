import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import type { Replacement } from '../../../shared/bundle-preview.ts'
import { kindTitle } from './bundle-words.ts'
import './replacement-table.css'

const rowHeight = 36

const Space = ({ height }: { readonly height: number }) =>
  height <= 0 ? null : (
    <tr>
      <td colSpan={4} className="replaced-space" style={{ height }} />
    </tr>
  )

/** Every name and what will stand for it. Only the rows in sight are drawn: a domain controller knows thousands. */
export const ReplacementTable = ({ rows }: { readonly rows: readonly Replacement[] }) => {
  const frame = useRef<HTMLElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  })
  const drawn = virtual.getVirtualItems()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className="replaced-frame" ref={frame} tabIndex={0} aria-label="What will be replaced">
      <table className="replaced" aria-rowcount={rows.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">What it is</th>
            <th scope="col">On this PC</th>
            <th scope="col">In the bundle</th>
            <th scope="col" className="replaced-count">
              Times
            </th>
          </tr>
        </thead>
        <tbody>
          <Space height={drawn[0]?.start ?? 0} />
          {drawn.map(({ index }) => {
            const row = rows[index]
            return row === undefined ? null : (
              <tr key={`${row.kind} ${row.original}`} aria-rowindex={index + 2}>
                <td>{kindTitle(row.kind)}</td>
                <td title={row.original}>
                  <code>{row.original}</code>
                </td>
                <td title={row.token}>
                  <code>{row.token}</code>
                </td>
                <td className="replaced-count">{row.count}</td>
              </tr>
            )
          })}
          <Space height={virtual.getTotalSize() - (drawn.at(-1)?.end ?? 0)} />
        </tbody>
      </table>
    </section>
  )
}
