// Rows are grids and become cards, which takes the roles of table elements away in some browsers: so they are said again.
/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role */
import type { Column } from './column.ts'
import styles from './data-table.module.css'

interface AwaitedRowProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly hasPicks: boolean
  /** Its place, where one is known: keys go through it as through any row. */
  readonly index?: number
  readonly isGrid?: boolean
  /** To people who listen; once for all rows. */
  readonly says?: string | undefined
}

/** A row that is on its way. */
export function AwaitedRow<Row>({ columns, hasPicks, index, isGrid = false, says }: AwaitedRowProps<Row>) {
  const role = isGrid ? 'gridcell' : 'cell'
  return (
    <tr
      role="row"
      className={styles.row}
      data-index={index}
      aria-rowindex={index === undefined ? undefined : index + 2}
      aria-label={says}
      aria-busy
    >
      {hasPicks && (
        <td role={role} data-place="pick" className={styles.pick}>
          {' '}
        </td>
      )}
      {columns.map(({ id, align, place }, col) => (
        <td
          key={id}
          role={role}
          data-align={align}
          data-place={place}
          {...(isGrid ? { 'data-col': col, tabIndex: -1 } : {})}
        >
          <span className={styles.awaited} data-short={col === 0 || undefined} />
        </td>
      ))}
    </tr>
  )
}
