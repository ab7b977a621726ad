// Rows are grids and become cards, which takes the roles of table elements away in some browsers: so they are said again.
/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role */
import { IconArrowDown, IconArrowUp, IconArrowsSort } from '@tabler/icons-react'
import { memo, useCallback, useMemo, useState, type RefObject } from 'react'
import { useTranslations } from 'use-intl'
import type { Column } from './column.ts'
import styles from './data-table.module.css'
import { Tick } from './table-tick.tsx'
import type { Selection } from './use-row-hands.ts'

/** `-placedAt` is descending. */
export interface TableSort {
  readonly value: string | undefined
  readonly onChange: (sort: string) => void
}

interface TableHeadProps<Row> {
  readonly head: RefObject<HTMLTableSectionElement | null>
  readonly columns: readonly Column<Row>[]
  readonly sort: TableSort | undefined
  readonly selection: Selection | undefined
  readonly rows: readonly Row[]
  readonly rowId: (row: Row) => string
}

function Head<Row>({ head, columns, sort: asked, selection, rows, rowId }: TableHeadProps<Row>) {
  const sort = useSortShownAtOnce(asked)
  return (
    <thead ref={head} className={styles.head} role="rowgroup">
      <tr role="row">
        {selection && (
          <th scope="col" role="columnheader" className={styles.pick}>
            <PickAll selection={selection} rows={rows} rowId={rowId} />
          </th>
        )}
        {columns.map((column) => (
          <HeadCell key={column.id} column={column} sort={sort} />
        ))}
      </tr>
    </thead>
  )
}

export const TableHead = memo(Head) as typeof Head

/** The arrow turns in the very next picture; what follows from it, another address and other rows, comes after that. */
function useSortShownAtOnce(sort: TableSort | undefined): TableSort | undefined {
  const [clicked, setClicked] = useState<{ readonly to: string; readonly from: string | undefined }>()
  const value = sort?.value
  if (clicked && clicked.from !== value) setClicked(undefined)
  const onChange = sort?.onChange
  return useMemo(
    () =>
      onChange && {
        value: clicked?.to ?? value,
        onChange: (to: string) => {
          setClicked({ to, from: value })
          requestAnimationFrame(() => setTimeout(() => onChange(to)))
        },
      },
    [clicked, value, onChange],
  )
}

interface PickAllProps<Row> {
  readonly selection: Selection
  readonly rows: readonly Row[]
  readonly rowId: (row: Row) => string
}

function PickAll<Row>({ selection, rows, rowId }: PickAllProps<Row>) {
  const t = useTranslations('ui.table')
  const { all, ids, onChange } = selection
  // Going over the rows leaves out the holes.
  const isWhole = useMemo(() => all || (ids.size > 0 && ids.size >= rows.reduce((sum) => sum + 1, 0)), [all, ids, rows])
  const pickAll = useCallback(
    (checked: boolean) => {
      const picked = new Set<string>()
      if (checked) rows.forEach((row) => picked.add(rowId(row)))
      onChange(picked)
    },
    [rows, rowId, onChange],
  )
  return <Tick label={t('pickAll')} checked={isWhole} indeterminate={!isWhole && ids.size > 0} onChange={pickAll} />
}

function HeadCell<Row>({ column, sort }: { readonly column: Column<Row>; readonly sort: TableSort | undefined }) {
  const t = useTranslations('ui.table')
  const { id, header, align, sortable = false } = column
  if (!sort || !sortable) {
    return (
      <th scope="col" role="columnheader" data-align={align}>
        {header || <span className="sr-only">{t('actions')}</span>}
      </th>
    )
  }
  const direction = sort.value === id ? 'ascending' : sort.value === `-${id}` ? 'descending' : 'none'
  const Icon = direction === 'ascending' ? IconArrowUp : direction === 'descending' ? IconArrowDown : IconArrowsSort
  return (
    <th scope="col" role="columnheader" data-align={align} aria-sort={direction}>
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
