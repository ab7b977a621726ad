/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role */
import { Checkbox } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconArrowsSort } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import type { Column } from './column.ts'
import styles from './data-table.module.css'
import type { Selection } from './use-row-hands.ts'

/** `-placedAt` is descending. */
export interface TableSort {
  readonly value: string | undefined
  readonly onChange: (sort: string) => void
}

interface TableHeadProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly sort: TableSort | undefined
  readonly selection: Selection | undefined
  readonly rows: readonly Row[]
  readonly rowId: (row: Row) => string
}

export function TableHead<Row>({ columns, sort, selection, rows, rowId }: TableHeadProps<Row>) {
  const t = useTranslations('ui.table')
  return (
    <thead className={styles.head} role="rowgroup">
      <tr role="row">
        {selection && (
          <th scope="col" role="columnheader" className={styles.pick}>
            <Checkbox
              aria-label={t('pickAll')}
              checked={selection.all || (rows.length > 0 && selection.ids.size >= rows.length)}
              indeterminate={!selection.all && selection.ids.size > 0 && selection.ids.size < rows.length}
              onChange={(change) => selection.onChange(new Set(change.currentTarget.checked ? rows.map(rowId) : []))}
            />
          </th>
        )}
        {columns.map((column) => (
          <HeadCell key={column.id} column={column} sort={sort} />
        ))}
      </tr>
    </thead>
  )
}

function HeadCell<Row>({ column, sort }: { readonly column: Column<Row>; readonly sort: TableSort | undefined }) {
  const t = useTranslations('ui.table')
  const { id, header, align, width, sortable = false } = column
  const style = width ? { width } : undefined
  if (!sort || !sortable) {
    return (
      <th scope="col" role="columnheader" data-align={align} style={style}>
        {header || <span className="sr-only">{t('actions')}</span>}
      </th>
    )
  }
  const direction = sort.value === id ? 'ascending' : sort.value === `-${id}` ? 'descending' : 'none'
  const Icon = direction === 'ascending' ? IconArrowUp : direction === 'descending' ? IconArrowDown : IconArrowsSort
  return (
    <th scope="col" role="columnheader" data-align={align} style={style} aria-sort={direction}>
      <button
        type="button"
        className={styles.sort}
        data-direction={direction}
        onClick={() => sort.onChange(direction === 'ascending' ? `-${id}` : id)}
      >
        {header}
        <Icon size={14} aria-hidden />
      </button>
    </th>
  )
}
