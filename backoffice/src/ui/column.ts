import type { ReactNode } from 'react'

/** Changes a value where it stands. */
export interface CellEditor<Row> {
  /** As it stands in the field. */
  readonly text: (row: Row) => string
  /** What is wrong with what was typed, in the reader's words. */
  readonly check?: (text: string, row: Row) => string | undefined
  /** How the row looks once it is saved: shown at once, and taken back when the house refuses. */
  readonly apply: (row: Row, text: string) => Row
  /** Answers what else of the row is new, such as its version. */
  readonly save: (row: Row, text: string) => Promise<Partial<Row>>
  readonly inputMode?: 'text' | 'decimal' | 'numeric'
}

export interface Column<Row> {
  readonly id: string
  /** Empty above buttons. */
  readonly header: string
  readonly cell: (row: Row) => ReactNode
  /** Numbers and amounts stand right, in tabular figures. */
  readonly align?: 'end' | undefined
  /** Where the value goes when the table becomes a list of cards: `lead` is its first line, `line` has one of
   * its own, `figure` too, with the column's name before it. */
  readonly place?: 'lead' | 'lead-end' | 'line' | 'figure' | 'detail' | 'hidden' | undefined
  readonly width?: string | undefined
  readonly sortable?: boolean | undefined
  readonly editor?: CellEditor<Row> | undefined
}
