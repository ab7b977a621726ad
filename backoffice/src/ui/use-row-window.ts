import { defaultRangeExtractor, useWindowVirtualizer, type Range } from '@tanstack/react-virtual'
import { startTransition, useCallback, useEffect, useLayoutEffect, useReducer, useState, type RefObject } from 'react'
import type { GridPlace } from './use-grid-keys.ts'

const USUAL_ROW_PX = 56
const SETTLED_MS = 100

interface RowWindowOptions<Row> {
  readonly body: RefObject<HTMLTableSectionElement | null>
  readonly rows: readonly Row[]
  readonly rowId: (row: Row) => string
  /** The cell that keys move; its row stays in the page wherever one scrolls, so that the focus is never lost with it. */
  readonly headRef: RefObject<GridPlace | undefined>
  /** Told in rows, once they are in sight. */
  readonly show: ((rows: { from: number; to: number }) => void) | undefined
}

export interface WindowItem {
  readonly index: number
  readonly key: string
  /** What stands for the rows between this one and the one before it in the page. */
  readonly gapPx: number
}

/** Which rows are in the page: those in sight, some beyond the edges, and the one that has the focus. */
export function useRowWindow<Row>({ body, rows, rowId, headRef, show }: RowWindowOptions<Row>) {
  const { offset, rowPx } = usePlaceOfRows(body)
  // Another function each time that the row of the head has to come into the page.
  const [drawn, draw] = useReducer((times: number) => times + 1, 0)
  const rangeExtractor = useCallback(
    (range: Range) => withRow(defaultRangeExtractor(range), headRef.current?.row, range.count),
    // oxlint-disable-next-line react/exhaustive-deps
    [headRef, drawn],
  )
  const getItemKey = useCallback((index: number) => keyOf(rows, rowId, index), [rows, rowId])
  // Its functions are read in this render only, so nothing here is memoised with an old one.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => rowPx,
    getItemKey,
    rangeExtractor,
    overscan: 10,
    // Keys are answered before the rows beyond the edge are drawn; there are enough of them beyond it already.
    useFlushSync: false,
    scrollMargin: offset,
  })
  const range = virtual.range
  const from = range?.startIndex ?? 0
  const to = range?.endIndex ?? 0
  useEffect(() => show?.({ from, to }), [show, from, to])
  const keys = new Set<string>()
  const items: WindowItem[] = []
  let end = offset
  for (const item of virtual.getVirtualItems()) {
    const key = String(item.key)
    // Between two reads a row may stand on two pages.
    items.push({ index: item.index, key: keys.has(key) ? `${key}:${item.index}` : key, gapPx: item.start - end })
    keys.add(key)
    end = item.end
  }
  // Keys that are held down come faster than rows are drawn: those between may be left out.
  const drawHead = useCallback(() => startTransition(draw), [])
  return {
    items,
    lastSeen: to,
    belowPx: offset + virtual.getTotalSize() - end,
    measure: virtual.measureElement,
    drawHead,
  }
}

function keyOf<Row>(rows: readonly Row[], rowId: (row: Row) => string, index: number): string {
  const row = rows[index]
  return row === undefined ? `hole-${index}` : rowId(row)
}

function withRow(indexes: number[], row: number | undefined, count: number): number[] {
  if (row === undefined || row >= count || indexes.includes(row)) return indexes
  return [...indexes, row].toSorted((a, b) => a - b)
}

interface PlaceOfRows {
  /** From the top of the page to the first row; filters above may change it. */
  readonly offset: number
  /** Of the rows that nobody has seen: what those in the page have on the average. */
  readonly rowPx: number
}

function usePlaceOfRows(body: RefObject<HTMLElement | null>): PlaceOfRows {
  const [place, setPlace] = useState<PlaceOfRows>({ offset: 0, rowPx: USUAL_ROW_PX })
  useLayoutEffect(() => {
    const element = body.current
    if (!element) return
    const measure = () =>
      setPlace((before) => {
        const offset = element.getBoundingClientRect().top + window.scrollY
        const rowPx = averageHeight(element) ?? before.rowPx
        const isClose = Math.abs(rowPx - before.rowPx) < before.rowPx / 10
        return isClose && offset === before.offset ? before : { offset, rowPx: isClose ? before.rowPx : rowPx }
      })
    measure()
    // Every row that turns out taller than thought makes the page taller: that is looked at once the keys have been answered.
    let later: ReturnType<typeof setTimeout> | undefined
    const observer = new ResizeObserver(() => {
      clearTimeout(later)
      later = setTimeout(measure, SETTLED_MS)
    })
    observer.observe(document.body)
    return () => {
      clearTimeout(later)
      observer.disconnect()
    }
  }, [body])
  return place
}

function averageHeight(body: HTMLElement): number | undefined {
  const rows = [...body.querySelectorAll<HTMLElement>('tr[data-index]')]
  if (rows.length === 0) return undefined
  return Math.round(rows.reduce((sum, row) => sum + row.offsetHeight, 0) / rows.length)
}
