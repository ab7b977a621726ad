import { useEffect, useMemo, useRef, useState } from 'react'
import type { Column } from './column.ts'
import type { RowHands } from './data-row.tsx'

/** Rows that somebody chose, by id; `all`: everything that the list would show. */
export interface Selection {
  readonly ids: ReadonlySet<string>
  readonly all: boolean
  readonly onChange: (ids: ReadonlySet<string>) => void
}

interface RowHandsOptions<Row> {
  readonly words: RowHands<Row>['words']
  readonly data: readonly Row[]
  readonly rowId: (row: Row) => string
  readonly hrefOf: ((row: Row) => string) | undefined
  readonly selection: Selection | undefined
  readonly onSave: ((row: Row, column: Column<Row>, text: string) => void) | undefined
}

interface Editing {
  readonly id: string
  readonly column: string
}

/** What rows can ask for. The same object as long as the table stands, so that no row is drawn anew for its sake. */
export function useRowHands<Row>(options: RowHandsOptions<Row>) {
  const [editing, setEditing] = useState<Editing>()
  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  })
  const lastPicked = useRef<number>(undefined)
  const { hrefOf, words } = options
  const hands = useMemo<RowHands<Row>>(
    () => ({
      words,
      hrefOf,
      onPick(index, isPicked, isRange) {
        const { data, rowId, selection } = latest.current
        if (!selection) return
        const first = isRange ? (lastPicked.current ?? index) : index
        const range = data.slice(Math.min(first, index), Math.max(first, index) + 1)
        // Nobody knows the rows that were forgotten: then only the one that was clicked is chosen, and the count says so.
        const some = range.includes(undefined as Row) ? data.slice(index, index + 1) : range
        const ids = new Set(selection.all ? data.filter(() => true).map(rowId) : selection.ids)
        for (const row of some) {
          if (isPicked) ids.add(rowId(row))
          else ids.delete(rowId(row))
        }
        lastPicked.current = index
        selection.onChange(ids)
      },
      onEdit(index, column) {
        const { data, rowId } = latest.current
        const row = data[index]
        setEditing(row && column !== undefined ? { id: rowId(row), column } : undefined)
      },
      onSave(index, column, text) {
        const { data, onSave } = latest.current
        const row = data[index]
        setEditing(undefined)
        if (row) onSave?.(row, column, text)
      },
    }),
    [words, hrefOf],
  )
  return { hands, editing }
}
