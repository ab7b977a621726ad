// Rows become cards by `display`, which takes the roles of table elements away in some browsers: so they are said again.
/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role */
import { Button, Skeleton } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { tableFeatures, useTable, type ColumnDef } from '@tanstack/react-table'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import type { Column } from './column.ts'
import { DataRow } from './data-row.tsx'
import styles from './data-table.module.css'
import { ErrorState } from './error-state.tsx'
import { TableHead, type TableSort } from './table-head.tsx'
import { useGridKeys, type GridRange } from './use-grid-keys.ts'
import type { KeysetList } from './use-keyset-list.ts'
import { useFreshRows } from './use-fresh-rows.ts'
import { useRowHands, type Selection } from './use-row-hands.ts'

export type { CellEditor, Column } from './column.ts'

const features = tableFeatures({})
const ROW_HEIGHT = 56

export interface Pasted<Row> {
  readonly row: Row
  readonly column: Column<Row>
  readonly text: string
}

interface DataTableProps<Row> {
  readonly label: string
  readonly list: KeysetList<Row>
  readonly columns: readonly Column<Row>[]
  readonly rowId: (row: Row) => string
  /** The row's own screen. */
  readonly linkTo?: ((row: Row) => string) | undefined
  readonly empty: ReactNode
  /** Said to people who listen when rows arrive by themselves. */
  readonly announceFresh?: ((count: number) => void) | undefined
  readonly sort?: TableSort | undefined
  readonly selection?: Selection | undefined
  /** Cells can be walked through by arrows. */
  readonly grid?: boolean
  readonly onSave?: ((row: Row, column: Column<Row>, text: string) => void) | undefined
  readonly onPaste?: ((cells: readonly Pasted<Row>[]) => void) | undefined
}

/**
 * A list of records: only the rows in sight are in the page, the next ones are fetched before the end is reached, and what
 * arrives by itself fades in. On a narrow screen each row becomes a card, by style alone.
 */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { list, empty } = props
  if (list.error)
    return (
      <Sheet>
        <ErrorState error={list.error} onRetry={list.retry} />
      </Sheet>
    )
  if (list.rows?.length === 0) return <Sheet>{empty}</Sheet>
  return <Rows {...props} rows={list.rows} />
}

function Sheet({ children }: { readonly children: ReactNode }) {
  return <div className={styles.sheet}>{children}</div>
}

function Rows<Row extends object>(props: DataTableProps<Row> & { readonly rows: Row[] | undefined }) {
  const { label, list, rows, columns, rowId, linkTo, announceFresh, sort, selection, grid = false } = props
  const t = useTranslations('ui.table')
  const navigate = useNavigate()
  const definitions = useMemo(
    () => columns.map(({ id, header }): ColumnDef<typeof features, Row> => ({ id, header })),
    [columns],
  )
  const data = useMemo(() => rows ?? [], [rows])
  const table = useTable({ features, columns: definitions, data, getRowId: rowId })
  const model = table.getRowModel().rows
  const fresh = useFreshRows(rows, rowId, announceFresh)
  const body = useRef<HTMLTableSectionElement>(null)
  const offset = useOffset(body)
  // Its functions are read in this render only, so nothing here is memoised with an old one.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useWindowVirtualizer({
    count: model.length,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => model[index]?.id ?? index,
    overscan: 10,
    // Keys are answered before the rows beyond the edge are drawn; there are enough of them beyond it already.
    useFlushSync: false,
    scrollMargin: offset,
  })
  const items = virtual.getVirtualItems()
  const lastSeen = items.at(-1)?.index ?? 0
  const { hasMore, isLoadingMore, loadMore } = list
  useEffect(() => {
    if (hasMore && !isLoadingMore && lastSeen > model.length - 15) loadMore()
  }, [hasMore, isLoadingMore, lastSeen, model.length, loadMore])
  const above = (items[0]?.start ?? offset) - offset
  const below = virtual.getTotalSize() - ((items.at(-1)?.end ?? offset) - offset)
  const { hands, editing } = useRowHands(
    { data, rowId, linkTo, selection, onSave: props.onSave, focusBack: (place) => keys.focusCell(place) },
    columns,
  )
  const keys = useGridKeys({
    body,
    enabled: grid,
    rowCount: model.length,
    columnCount: columns.length,
    reach: (row) => virtual.scrollToIndex(row),
    onEnter: ({ row, col }) => {
      const record = data[row]
      const column = columns[col]
      if (column?.editor) hands.onEdit(row, column.id)
      else if (record && linkTo) void navigate({ to: linkTo(record) })
    },
    onSpace: ({ row }) => {
      const record = data[row]
      if (record && selection) hands.onPick(row, !selection.ids.has(rowId(record)), false)
    },
    onPaste: (range, cells) => props.onPaste?.(pastedCells(range, cells, data, columns)),
  })
  return (
    <div className={styles.sheet}>
      <table
        className={styles.table}
        aria-label={label}
        aria-rowcount={hasMore ? -1 : model.length + 1}
        aria-multiselectable={grid && selection ? true : undefined}
        role={grid ? 'grid' : 'table'}
      >
        <TableHead columns={columns} sort={sort} selection={selection} rows={data} rowId={rowId} />
        <tbody
          ref={body}
          role="rowgroup"
          {...(grid ? { onKeyDown: keys.onKeyDown, onFocus: keys.onFocus, onPaste: keys.onPaste } : {})}
        >
          {above > 0 && <Gap height={above} />}
          {rows === undefined && <SkeletonRows columns={columns} hasPicks={selection !== undefined} />}
          {items.map(({ index, key }) => {
            const row = model[index]
            if (!row) return null
            return (
              <DataRow
                key={key}
                row={row.original}
                index={index}
                columns={columns}
                hands={hands}
                measure={virtual.measureElement}
                isGrid={grid}
                isFresh={fresh.has(row.id)}
                isPicked={selection && (selection.all || selection.ids.has(row.id))}
                editing={editing?.id === row.id ? editing.column : undefined}
              />
            )
          })}
          {below > 0 && <Gap height={below} />}
        </tbody>
      </table>
      {hasMore && (
        <div className={styles.more}>
          <Button variant="subtle" loading={isLoadingMore} onClick={loadMore}>
            {t('more')}
          </Button>
        </div>
      )}
    </div>
  )
}

/** One value fills the whole range; a block goes down and right from the range's first cell. */
function pastedCells<Row>(
  { from, to }: GridRange,
  cells: readonly (readonly string[])[],
  data: readonly Row[],
  columns: readonly Column<Row>[],
): Pasted<Row>[] {
  const single = cells.length === 1 && cells[0]?.length === 1
  const height = single ? to.row - from.row + 1 : cells.length
  const width = single ? to.col - from.col + 1 : Math.max(...cells.map((row) => row.length))
  const pasted: Pasted<Row>[] = []
  for (let down = 0; down < height; down++) {
    for (let right = 0; right < width; right++) {
      const row = data[from.row + down]
      const column = columns[from.col + right]
      const text = single ? cells[0]?.[0] : cells[down]?.[right]
      if (row && column && text !== undefined) pasted.push({ row, column, text })
    }
  }
  return pasted
}

/** Stands for the rows that are not in the page. */
function Gap({ height }: { readonly height: number }) {
  return <tr aria-hidden className={styles.gap} style={{ height }} />
}

interface SkeletonRowsProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly hasPicks: boolean
}

function SkeletonRows<Row>({ columns, hasPicks }: SkeletonRowsProps<Row>) {
  const t = useTranslations('ui.table')
  return Array.from({ length: 8 }, (_, index) => (
    <tr key={index} role="row" className={styles.row} aria-label={index === 0 ? t('loading') : undefined}>
      {hasPicks && (
        <td role="cell" data-place="pick" className={styles.pick}>
          <Skeleton height={16} width={16} />
        </td>
      )}
      {columns.map(({ id, align, place }, position) => (
        <td key={id} role="cell" data-align={align} data-place={place}>
          <Skeleton
            height={12}
            width={position === 0 ? 88 : '60%'}
            style={align ? { marginLeft: 'auto' } : undefined}
          />
        </td>
      ))}
    </tr>
  ))
}

/** How far below the top of the page the rows begin; filters above may change it. */
function useOffset(body: React.RefObject<HTMLElement | null>): number {
  const [offset, setOffset] = useState(0)
  useLayoutEffect(() => {
    const element = body.current
    if (!element) return
    const measure = () => setOffset(element.getBoundingClientRect().top + window.scrollY)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [body])
  return offset
}
