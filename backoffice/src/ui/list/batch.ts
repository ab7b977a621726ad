import type { Pasted } from '../data-table.tsx'

/** Cells that are saved with one request: all of them, or none. */
export interface Batch<Row> {
  readonly cells: readonly Pasted<Row>[]
  readonly save: () => Promise<unknown>
  /** Whose fault a refusal is, by the field that it names. */
  readonly blame: (field: string) => Pasted<Row> | undefined
}

/** What was pasted, put together by what saves it. */
export type Batches<Row> = (cells: readonly Pasted<Row>[]) => readonly Batch<Row>[]

/** The rows as they stand once these cells are saved. */
export function rowsAfter<Row>(cells: readonly Pasted<Row>[], rowId: (row: Row) => string): Map<string, Row> {
  const after = new Map<string, Row>()
  for (const { row, column, text } of cells) {
    const id = rowId(row)
    const now = after.get(id) ?? row
    after.set(id, column.editor?.apply(now, text) ?? now)
  }
  return after
}

/** What puts back what stood there; without those cells in which nothing can be put that stood there. */
export function takenBack<Row>(cells: readonly Pasted<Row>[], rowId: (row: Row) => string): Pasted<Row>[] {
  const after = rowsAfter(cells, rowId)
  return cells.flatMap(({ row, column }) => {
    const text = column.editor?.text(row) ?? ''
    const now = after.get(rowId(row)) ?? row
    return column.editor?.check?.(text, now) === undefined ? [{ row: now, column, text }] : []
  })
}
