// Rows are grids and become cards, which takes the roles of table elements away in some browsers: so they are said again.
/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role */
import { memo, type ReactNode } from 'react'
import { CellField } from './cell-field.tsx'
import type { Column } from './column.ts'
import styles from './data-table.module.css'
import { Tick } from './table-tick.tsx'

export interface RowHands<Row> {
  /** What rows say: a translator of its own in each would be made anew with every row that comes into sight. */
  readonly words: { readonly pick: (row: number) => string; readonly edit: (column: string) => string }
  /** The address of the row's own screen, as it stands in the browser. */
  readonly hrefOf: ((row: Row) => string) | undefined
  readonly onPick: (index: number, isPicked: boolean, isRange: boolean) => void
  readonly onEdit: (index: number, columnId: string | undefined) => void
  readonly onSave: (index: number, column: Column<Row>, text: string) => void
}

interface DataRowProps<Row> {
  readonly row: Row
  readonly index: number
  readonly columns: readonly Column<Row>[]
  readonly hands: RowHands<Row>
  readonly measure: (element: HTMLElement | null) => void
  readonly isGrid: boolean
  readonly isFresh: boolean
  /** Undefined: this list has no selection. */
  readonly isPicked: boolean | undefined
  readonly editing: string | undefined
}

function Row<Row>({ row, index, columns, hands, measure, isGrid, isFresh, isPicked, editing }: DataRowProps<Row>) {
  const { words } = hands
  const href = hands.hrefOf?.(row)
  return (
    <tr
      ref={measure}
      data-index={index}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isPicked}
      className={styles.row}
      data-link={href !== undefined}
      data-fresh={isFresh}
    >
      {isPicked !== undefined && (
        <td role={isGrid ? 'gridcell' : 'cell'} data-place="pick" className={styles.pick}>
          <Tick
            label={words.pick(index + 1)}
            checked={isPicked}
            onChange={(checked, isRange) => hands.onPick(index, checked, isRange)}
          />
        </td>
      )}
      {columns.map((column, col) => {
        const isEditing = editing === column.id
        return (
          <td
            key={column.id}
            role={isGrid ? 'gridcell' : 'cell'}
            data-align={column.align}
            data-place={column.place}
            data-label={column.header}
            data-editable={column.editor !== undefined}
            {...(isGrid ? { 'data-col': col, tabIndex: -1 } : {})}
          >
            {isEditing && column.editor ? (
              <CellField
                row={row}
                label={column.header}
                editor={column.editor}
                onSave={(text) => hands.onSave(index, column, text)}
                onLeave={() => hands.onEdit(index, undefined)}
              />
            ) : (
              <Content href={col === 0 ? href : undefined}>{column.cell(row)}</Content>
            )}
            {column.editor && !isEditing && (
              <button
                type="button"
                tabIndex={-1}
                className={styles.pencil}
                aria-label={words.edit(column.header)}
                onClick={() => hands.onEdit(index, column.id)}
              />
            )}
          </td>
        )
      })}
    </tr>
  )
}

/** Drawn anew only when something of it changed: scrolling and keys leave the other rows alone. */
export const DataRow = memo(Row) as typeof Row

/** A plain link: the table answers the click. A router's own in each row would listen to every change of the address. */
function Content({ href, children }: { readonly href: string | undefined; readonly children: ReactNode }) {
  if (href === undefined) return children
  return (
    <a href={href} data-row-link className={styles.link}>
      {children}
    </a>
  )
}
