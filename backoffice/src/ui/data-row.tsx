// Rows become cards by `display`, which takes the roles of table elements away in some browsers: so they are said again.
/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role */
import { Checkbox } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { memo, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { CellField } from './cell-field.tsx'
import type { Column } from './column.ts'
import styles from './data-table.module.css'

export interface RowHands<Row> {
  readonly linkTo: ((row: Row) => string) | undefined
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
  const t = useTranslations('ui.table')
  const { linkTo } = hands
  const href = linkTo?.(row)
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
          <Checkbox
            aria-label={t('pick', { row: index + 1 })}
            checked={isPicked}
            onChange={(change) => {
              const { shiftKey } = change.nativeEvent as unknown as MouseEvent
              hands.onPick(index, change.currentTarget.checked, shiftKey)
            }}
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
                aria-label={t('edit', { column: column.header })}
                onClick={() => hands.onEdit(index, column.id)}
              >
                <IconPencil size={16} aria-hidden />
              </button>
            )}
          </td>
        )
      })}
    </tr>
  )
}

/** Drawn anew only when something of it changed: scrolling and keys leave the other rows alone. */
export const DataRow = memo(Row) as typeof Row

function Content({ href, children }: { readonly href: string | undefined; readonly children: ReactNode }) {
  if (href === undefined) return children
  return (
    <Link to={href} className={styles.link}>
      {children}
    </Link>
  )
}
