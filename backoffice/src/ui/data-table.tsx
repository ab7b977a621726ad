// Rows are grids and become cards, which takes the roles of table elements away in some browsers: so they are said again.
/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role */
import { Button } from '@mantine/core'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { useEffect, useLayoutEffect, useMemo, useRef, type CSSProperties, type MouseEvent, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { rem, tracksOf } from './column-tracks.ts'
import type { Column } from './column.ts'
import { DataRow } from './data-row.tsx'
import { AwaitedRow } from './awaited-row.tsx'
import styles from './data-table.module.css'
import { ErrorState } from './error-state.tsx'
import { TableHead, type TableSort } from './table-head.tsx'
import { useGridKeys, type GridPlace, type GridRange } from './use-grid-keys.ts'
import type { KeysetList } from './use-keyset-list.ts'
import { useFreshRows } from './use-fresh-rows.ts'
import { useRowHands, type Selection } from './use-row-hands.ts'
import { useRowWindow } from './use-row-window.ts'
import { useSideways } from './use-sideways.ts'

export type { CellEditor, Column } from './column.ts'

/** How many rows before the last one known the next ones are asked for. */
const ROWS_TO_SPARE = 40
const FIRST_ROWS = 8

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
  /** Reads rows that are not there yet, for a block that reaches beyond them. */
  readonly readUpTo?: ((count: number) => Promise<readonly Row[]>) | undefined
}

/**
 * A list of records: only the rows in sight are in the page, the next ones are fetched before the end is reached, and what
 * arrives by itself fades in. With more columns than room it is moved sideways, and the first one stays. On a narrow screen
 * each row becomes a card, by style alone.
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
  const { label, list, rows, columns, rowId, announceFresh, sort, selection, grid = false } = props
  const t = useTranslations('ui.table')
  const data = useMemo(() => rows ?? [], [rows])
  const sheet = useRef<HTMLDivElement>(null)
  const headRow = useRef<HTMLTableSectionElement>(null)
  const body = useRef<HTMLTableSectionElement>(null)
  const bar = useRef<HTMLDivElement>(null)
  const headRef = useRef<GridPlace>(undefined)
  const hasPicks = selection !== undefined
  const tracks = useMemo(() => tracksOf(columns, hasPicks), [columns, hasPicks])
  useSideways({ sheet, head: headRow, body, bar }, tracks.leastPx)
  useTopForAnother(list.question, sheet)
  const fresh = useFreshRows({ rows, rowId, question: list.question, announce: announceFresh })
  const { items, lastSeen, belowPx, measure, drawHead } = useRowWindow({
    body,
    rows: data,
    rowId,
    headRef,
    show: list.show,
  })
  const { hasMore, isLoadingMore, moreError, loadMore } = list
  const isNearEnd = lastSeen > data.length - ROWS_TO_SPARE
  useEffect(() => {
    if (hasMore && !isLoadingMore && !moreError && isNearEnd) loadMore()
  }, [hasMore, isLoadingMore, moreError, isNearEnd, loadMore])
  const { hrefOf, onClick } = useRowLinks(props.linkTo, data)
  const navigate = useNavigate()
  const words = useMemo(
    () => ({ pick: (row: number) => t('pick', { row }), edit: (column: string) => t('edit', { column }) }),
    [t],
  )
  const { hands, editing } = useRowHands({ words, data, rowId, hrefOf, selection, onSave: props.onSave })
  const keys = useGridKeys({
    body,
    headRef,
    enabled: grid,
    rowCount: data.length,
    columnCount: columns.length,
    draw: drawHead,
    onEnter: ({ row, col }) => {
      const record = data[row]
      const column = columns[col]
      if (column?.editor) hands.onEdit(row, column.id)
      else if (record && props.linkTo) void navigate({ to: props.linkTo(record) })
    },
    onSpace: ({ row }) => {
      const record = data[row]
      if (record && selection) hands.onPick(row, !selection.ids.has(rowId(record)), false)
    },
    onPaste: (range, cells) => {
      const paste = (known: readonly Row[]) => props.onPaste?.(pastedCells(range, cells, known, columns))
      const end = range.from.row + cells.length
      const isKnown = end <= data.length || !hasMore
      // What cannot be read is left out: the rows that are there can be pasted into all the same.
      if (isKnown || !props.readUpTo) paste(data)
      else void props.readUpTo(end).then(paste, () => paste(data))
    },
  })
  const { onKeyDown, onFocus, onBlur, onPaste } = keys
  const style = {
    '--columns': tracks.template,
    '--least': rem(tracks.leastPx),
    '--stuck': rem(tracks.stuckPx),
  } as CSSProperties
  return (
    <div ref={sheet} className={styles.sheet} style={style} data-changing={list.isChanging || undefined}>
      <table
        className={styles.table}
        aria-label={label}
        aria-busy={list.isChanging || undefined}
        aria-rowcount={hasMore ? -1 : data.length + 1}
        aria-multiselectable={grid && selection ? true : undefined}
        role={grid ? 'grid' : 'table'}
      >
        <TableHead head={headRow} columns={columns} sort={sort} selection={selection} rows={data} rowId={rowId} />
        {/* Keys reach the links themselves: the click is theirs, heard once for all rows. */}
        {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions */}
        <tbody
          ref={body}
          role="rowgroup"
          className={styles.body}
          onClick={onClick}
          {...(grid ? { onKeyDown, onFocus, onBlur, onPaste } : {})}
        >
          {rows === undefined &&
            Array.from({ length: FIRST_ROWS }, (_, index) => (
              <AwaitedRow
                key={index}
                columns={columns}
                hasPicks={hasPicks}
                says={index === 0 ? t('loading') : undefined}
              />
            ))}
          {items.flatMap(({ index, key, gapPx }) => {
            const row = data[index]
            const gap = gapPx > 0 && <Gap key={`before-${key}`} height={gapPx} />
            if (!row)
              return [gap, <AwaitedRow key={key} columns={columns} hasPicks={hasPicks} index={index} isGrid={grid} />]
            const id = rowId(row)
            return [
              gap,
              <DataRow
                key={key}
                row={row}
                index={index}
                columns={columns}
                hands={hands}
                measure={measure}
                isGrid={grid}
                isFresh={fresh.has(id)}
                isPicked={selection && (selection.all || selection.ids.has(id))}
                editing={editing?.id === id ? editing.column : undefined}
              />,
            ]
          })}
          {belowPx > 0 && <Gap height={belowPx} />}
        </tbody>
      </table>
      <div ref={bar} className={styles.bar} aria-hidden tabIndex={-1}>
        <div />
      </div>
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

/** Answers clicks on the links of all rows, as a router's link would. */
function useRowLinks<Row>(linkTo: ((row: Row) => string) | undefined, data: readonly Row[]) {
  const { basepath } = useRouter()
  const navigate = useNavigate()
  const hrefOf = useMemo(() => linkTo && ((row: Row) => `${basepath}${linkTo(row)}`), [linkTo, basepath])
  const onClick = (click: MouseEvent<HTMLElement>) => {
    const target = click.target as HTMLElement
    const isPlain = click.button === 0 && !(click.metaKey || click.ctrlKey || click.shiftKey || click.altKey)
    if (!linkTo || !isPlain || click.defaultPrevented || !target.closest('a[data-row-link]')) return
    const row = data[Number(target.closest('tr')?.dataset.index)]
    if (!row) return
    click.preventDefault()
    void navigate({ to: linkTo(row) })
  }
  return { hrefOf, onClick }
}

/** The answer to another question begins with its first row. */
function useTopForAnother(question: string | undefined, sheet: React.RefObject<HTMLElement | null>): void {
  const before = useRef(question)
  useLayoutEffect(() => {
    if (before.current === question) return
    before.current = question
    const isAbove = (sheet.current?.getBoundingClientRect().top ?? 0) < 0
    if (isAbove) sheet.current?.scrollIntoView({ block: 'start' })
  }, [question, sheet])
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
