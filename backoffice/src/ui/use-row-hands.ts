import { useEffect, useMemo, useRef, useState } from 'react'
import type { Column } from './column.ts'
import type { RowHands } from './data-row.tsx'
import type { GridPlace } from './use-grid-keys.ts'

/** Rows that somebody chose, by id; `all`: everything that the list would show. */
export interface Selection {
  readonly ids: ReadonlySet<string>
  readonly all: boolean
  readonly onChange: (ids: ReadonlySet<string>) => void
}

interface RowHandsOptions<Row> {
  readonly data: readonly Row[]
  readonly rowId: (row: Row) => string
  readonly linkTo: ((row: Row) => string) | undefined
  readonly selection: Selection | undefined
  readonly onSave: ((row: Row, column: Column<Row>, text: string) => void) | undefined
  readonly focusBack: (place: GridPlace) => void
}

interface Editing {
  readonly id: string
  readonly column: string
}

/** What rows can ask for. The same object as long as the table stands, so that no row is drawn anew for its sake. */
export function useRowHands<Row>(options: RowHandsOptions<Row>, columns: readonly Column<Row>[]) {
  const [editing, setEditing] = useState<Editing>()
  const latest = useRef({ ...options, columns, editing })
  useEffect(() => {
    latest.current = { ...options, columns, editing }
  })
  const lastPicked = useRef<number>(undefined)
  const { linkTo } = options
  const hands = useMemo<RowHands<Row>>(
    () => ({
      linkTo,
      onPick(index, isPicked, isRange) {
        const { data, rowId, selection } = latest.current
        if (!selection) return
        const ids = new Set(selection.all ? data.map(rowId) : selection.ids)
        const from = isRange ? (lastPicked.current ?? index) : index
        for (const row of data.slice(Math.min(from, index), Math.max(from, index) + 1)) {
          if (isPicked) ids.add(rowId(row))
          else ids.delete(rowId(row))
        }
        lastPicked.current = index
        selection.onChange(ids)
      },
      onEdit(index, column) {
        const { data, rowId, columns: all, editing: before } = latest.current
        const row = data[index]
        setEditing(row && column !== undefined ? { id: rowId(row), column } : undefined)
        if (column === undefined)
          backTo(
            index,
            all.findIndex(({ id }) => id === before?.column),
          )
      },
      onSave(index, column, text) {
        const { data, columns: all, onSave } = latest.current
        const row = data[index]
        setEditing(undefined)
        if (row) onSave?.(row, column, text)
        backTo(
          index,
          all.findIndex(({ id }) => id === column.id),
        )
      },
    }),
    [linkTo],
  )
  function backTo(row: number, col: number): void {
    // The field is still there now; the focus goes back once the cell has its value again, unless it went elsewhere.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) latest.current.focusBack({ row, col: Math.max(0, col) })
    })
  }
  return { hands, editing }
}
