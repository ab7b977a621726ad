// Rows become cards by `display`, which takes the roles of table elements away in some browsers: so they are said again.
/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role */
import { Button, Skeleton } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { tableFeatures, useTable, type ColumnDef } from '@tanstack/react-table'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import styles from './data-table.module.css'
import { ErrorState } from './error-state.tsx'
import type { KeysetList } from './use-keyset-list.ts'
import { useFreshRows } from './use-fresh-rows.ts'

const features = tableFeatures({})
const ROW_HEIGHT = 56

export interface Column<Row> {
  readonly id: string
  /** Empty above buttons. */
  readonly header: string
  readonly cell: (row: Row) => ReactNode
  /** Numbers and amounts stand right, in tabular figures. */
  readonly align?: 'end'
  /** Where the value goes when the table becomes a list of cards: `lead` is its first line, `line` has one of
   * its own. */
  readonly place?: 'lead' | 'lead-end' | 'line' | 'detail' | 'hidden'
  readonly width?: string
}

interface DataTableProps<Row> {
  readonly label: string
  readonly list: KeysetList<Row>
  readonly columns: readonly Column<Row>[]
  readonly rowId: (row: Row) => string
  /** The row's own screen. */
  readonly linkTo?: (row: Row) => string
  readonly empty: ReactNode
  /** Said to people who listen when rows arrive by themselves. */
  readonly announceFresh?: (count: number) => void
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
  const { label, list, rows, columns, rowId, linkTo, announceFresh } = props
  const t = useTranslations('ui.table')
  const definitions = useMemo(
    () =>
      columns.map(({ id, header, cell }): ColumnDef<typeof features, Row> => ({
        id,
        header,
        cell: ({ row }) => cell(row.original),
      })),
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
    overscan: 12,
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
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns])
  return (
    <div className={styles.sheet}>
      <table className={styles.table} aria-label={label} aria-rowcount={hasMore ? -1 : model.length + 1} role="table">
        <thead className={styles.head} role="rowgroup">
          <tr role="row">
            {columns.map(({ id, header, align, width }) => (
              <th key={id} scope="col" role="columnheader" data-align={align} style={width ? { width } : undefined}>
                {header || <span className="sr-only">{t('actions')}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body} role="rowgroup">
          {above > 0 && <Gap height={above} />}
          {rows === undefined && <SkeletonRows columns={columns} />}
          {items.map(({ index, key }) => {
            const row = model[index]
            if (!row) return null
            return (
              <tr
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                role="row"
                aria-rowindex={index + 2}
                className={styles.row}
                data-link={linkTo !== undefined}
                data-fresh={fresh.has(row.id)}
              >
                {row.getAllCells().map((cell) => {
                  const column = byId.get(cell.column.id)
                  const content = <table.FlexRender cell={cell} />
                  const isLead = linkTo !== undefined && column === columns[0]
                  return (
                    <td
                      key={cell.id}
                      role="cell"
                      data-align={column?.align}
                      data-place={column?.place}
                      data-label={column?.header}
                    >
                      {isLead ? (
                        <Link to={linkTo(row.original)} className={styles.link}>
                          {content}
                        </Link>
                      ) : (
                        content
                      )}
                    </td>
                  )
                })}
              </tr>
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

/** Stands for the rows that are not in the page. */
function Gap({ height }: { readonly height: number }) {
  return <tr aria-hidden className={styles.gap} style={{ height }} />
}

function SkeletonRows<Row>({ columns }: { readonly columns: readonly Column<Row>[] }) {
  const t = useTranslations('ui.table')
  return Array.from({ length: 8 }, (_, index) => (
    <tr key={index} role="row" className={styles.row} aria-label={index === 0 ? t('loading') : undefined}>
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
