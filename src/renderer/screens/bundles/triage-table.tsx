// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by hand, so that only those in sight are drawn.
// biome-ignore-all lint/a11y/useFocusableInteractive: the rows and the buttons of the header take the focus.
import { ArrowSortDown16Regular } from '@fluentui/react-icons/svg/arrow-sort-down'
import { ArrowSortUp16Regular } from '@fluentui/react-icons/svg/arrow-sort-up'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef, useState } from 'react'
import './triage-table.css'
import { isBroken } from '../../../shared/triage.ts'
import { useApp } from '../../store/use-app.ts'
import { rowKeys } from './row-keys.ts'
import { Cell, columnWords } from './triage-cells.tsx'
import { type Column, columns, nextSorting, type Sorting, sortedPlaces } from './triage-sort.ts'

/** In pixels; the style sheet has the same. */
const rowHeight = 36
const headHeight = 37
/** The header is row 1 for a screen reader. */
const firstDataRow = 2

const sortWords = ({ column, descending }: Sorting, own: Column) =>
  column === own ? (descending ? 'descending' : 'ascending') : 'none'

const Header = ({ sorting, onSort }: { readonly sorting: Sorting; readonly onSort: (column: Column) => void }) => (
  <div role="row" aria-rowindex={1} className="triage-head">
    {columns.map((column) => (
      <span key={column} role="columnheader" aria-sort={sortWords(sorting, column)}>
        <button type="button" onClick={() => onSort(column)}>
          {columnWords[column]}
          {sorting.column === column && (sorting.descending ? <ArrowSortDown16Regular /> : <ArrowSortUp16Regular />)}
        </button>
      </span>
    ))}
  </div>
)

/** Every bundle of a folder in one table; only the rows in sight are drawn. */
export const TriageTable = () => {
  const rows = useApp((state) => state.triageRows)
  const openRow = useApp((state) => state.openTriaged)
  const [sorting, setSorting] = useState<Sorting>({ column: 'verdict', descending: false })
  const [active, setActive] = useState(0)
  const places = useMemo(() => sortedPlaces(rows, sorting), [rows, sorting])
  const scroller = useRef<HTMLDivElement>(null)
  const wantsFocus = useRef(false)
  const list = useVirtualizer({
    count: places.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    // The header stays at the top of what scrolls.
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
  })

  const open = (shown: number) => {
    const place = places[shown]
    const row = place === undefined ? undefined : rows[place]
    if (place !== undefined && row !== undefined && !isBroken(row)) void openRow(place)
  }
  const go = (shown: number) => {
    wantsFocus.current = true
    setActive(shown)
    list.scrollToIndex(shown)
  }
  // The row may be drawn only after the scrolling: the focus follows when it is there.
  useEffect(() => {
    if (!wantsFocus.current) return
    const element = scroller.current?.querySelector<HTMLElement>(`[data-shown="${active}"]`)
    if (element === null || element === undefined) return
    wantsFocus.current = false
    element.focus({ preventScroll: true })
  })
  const perPage = Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 2)
  const onKeyDown = rowKeys({ count: places.length, active, perPage, go, open: () => open(active) })

  return (
    <div
      ref={scroller}
      role="grid"
      aria-label="Bundles"
      aria-rowcount={places.length + 1}
      aria-readonly="true"
      className="triage-grid"
    >
      <Header
        sorting={sorting}
        onSort={(column) => {
          setSorting(nextSorting(sorting, column))
          setActive(0)
        }}
      />
      <div role="rowgroup" className="triage-rows" style={{ height: list.getTotalSize() }}>
        {list.getVirtualItems().map(({ index: shown, start }) => {
          const place = places[shown]
          const row = place === undefined ? undefined : rows[place]
          if (row === undefined) return null
          return (
            <div
              key={place}
              role="row"
              aria-rowindex={shown + firstDataRow}
              aria-disabled={isBroken(row) || undefined}
              data-shown={shown}
              tabIndex={shown === active ? 0 : -1}
              className="triage-row"
              style={{ transform: `translateY(${start - headHeight}px)` }}
              onFocus={() => setActive(shown)}
              onKeyDown={onKeyDown}
              onClick={() => open(shown)}
            >
              {columns.map((column) => (
                <Cell key={column} row={row} column={column} />
              ))}
            </div>
          )
        })}
      </div>
    </div>
  )
}
