import {
  useCallback,
  useEffect,
  useRef,
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
} from 'react'

export interface GridPlace {
  readonly row: number
  readonly col: number
}

export interface GridRange {
  readonly from: GridPlace
  readonly to: GridPlace
}

interface GridKeysOptions {
  readonly body: RefObject<HTMLTableSectionElement | null>
  readonly enabled: boolean
  readonly rowCount: number
  readonly columnCount: number
  /** Brings a row into the page that is not drawn. */
  readonly reach: (row: number) => void
  readonly onEnter: (place: GridPlace) => void
  readonly onSpace: (place: GridPlace) => void
  readonly onPaste: (range: GridRange, rows: readonly (readonly string[])[]) => void
}

const PAGE = 10
const MOST_FRAMES = 20

/**
 * Arrows, Home, End and pages move through the cells; with Shift they take a range. All of it by moving the focus, without
 * drawing anything anew: a key on a list of a hundred thousand rows costs what it costs on ten.
 */
export function useGridKeys(options: GridKeysOptions) {
  const { body, enabled } = options
  const latest = useRef(options)
  const anchor = useRef<GridPlace>(undefined)
  const head = useRef<GridPlace>(undefined)
  useEffect(() => {
    latest.current = options
    if (!enabled) return
    // The grid is one stop of the Tab key, also after the cell that was it has left the page.
    const cells = body.current
    // Not the first column's: its link is a stop of its own.
    if (cells && !cells.querySelector('td[tabindex="0"]'))
      (cells.querySelector('td[data-col="1"]') ?? cells.querySelector('td[data-col]'))?.setAttribute('tabindex', '0')
    paint(cells, anchor.current, head.current)
  })

  const go = useCallback((to: GridPlace, extend: boolean) => {
    const {
      body: { current: cells },
      rowCount,
      columnCount,
      reach,
    } = latest.current
    const place = { row: clamp(to.row, rowCount), col: clamp(to.col, columnCount) }
    if (!extend) anchor.current = place
    head.current = place
    if (!cellAt(cells, place)) reach(place.row)
    focusWhenThere(cells, place, MOST_FRAMES)
    paint(cells, anchor.current, head.current)
  }, [])

  const onKeyDown = useCallback(
    (key: KeyboardEvent<HTMLElement>) => {
      const cell = key.target as HTMLElement
      if (cell.tagName !== 'TD' || key.ctrlKey || key.metaKey || key.altKey) return
      const place = placeOf(cell)
      if (!place) return
      const { columnCount, onEnter, onSpace } = latest.current
      const step = stepOf(key.key, place, columnCount)
      if (step) go(step, key.shiftKey)
      else if (key.key === 'Enter' || key.key === 'F2') onEnter(place)
      else if (key.key === ' ') onSpace(place)
      else if (key.key === 'Escape') go(place, false)
      else return
      key.preventDefault()
    },
    [go],
  )

  const onFocus = useCallback((focus: FocusEvent<HTMLElement>) => {
    const cell = focus.target as HTMLElement
    if (cell.tagName !== 'TD') return
    const place = placeOf(cell)
    const { current: cells } = latest.current.body
    if (!place) return
    if (!sameAs(head.current, place)) {
      anchor.current = place
      head.current = place
      paint(cells, place, place)
    }
    for (const other of cells?.querySelectorAll('td[tabindex="0"]') ?? []) other.setAttribute('tabindex', '-1')
    cell.setAttribute('tabindex', '0')
  }, [])

  const onPaste = useCallback((paste: ClipboardEvent<HTMLElement>) => {
    if ((paste.target as HTMLElement).tagName !== 'TD' || !anchor.current || !head.current) return
    const rows = readCells(paste.clipboardData.getData('text/plain'))
    if (rows.length === 0) return
    paste.preventDefault()
    latest.current.onPaste(rangeOf(anchor.current, head.current), rows)
  }, [])

  const focusCell = useCallback((place: GridPlace) => go(place, false), [go])
  return { onKeyDown, onFocus, onPaste, focusCell }
}

/** Rows and cells as spreadsheets put them on the clipboard; a cell in quotes may hold lines. */
export function readCells(text: string): string[][] {
  const rows: string[][] = [[]]
  const pattern = /(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/gy
  const clean = text.replaceAll('\r\n', '\n').replace(/\n$/, '')
  if (clean === '') return []
  for (let match = pattern.exec(clean); match; match = pattern.exec(clean)) {
    const [, quoted, plain = '', end] = match
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === '') break
    if (end === '\n') rows.push([])
  }
  return rows
}

function stepOf(key: string, { row, col }: GridPlace, columnCount: number): GridPlace | undefined {
  switch (key) {
    case 'ArrowDown':
      return { row: row + 1, col }
    case 'ArrowUp':
      return { row: row - 1, col }
    case 'ArrowRight':
      return { row, col: col + 1 }
    case 'ArrowLeft':
      return { row, col: col - 1 }
    case 'PageDown':
      return { row: row + PAGE, col }
    case 'PageUp':
      return { row: row - PAGE, col }
    case 'Home':
      return { row, col: 0 }
    case 'End':
      return { row, col: columnCount - 1 }
    default:
      return undefined
  }
}

function clamp(value: number, count: number): number {
  return Math.max(0, Math.min(count - 1, value))
}

function placeOf(cell: HTMLElement): GridPlace | undefined {
  const row = cell.closest('tr')?.dataset.index
  const { col } = cell.dataset
  return row === undefined || col === undefined ? undefined : { row: Number(row), col: Number(col) }
}

function cellAt(cells: HTMLElement | null, { row, col }: GridPlace): HTMLElement | null {
  return cells?.querySelector(`tr[data-index="${row}"] > td[data-col="${col}"]`) ?? null
}

function focusWhenThere(cells: HTMLElement | null, place: GridPlace, frames: number): void {
  const cell = cellAt(cells, place)
  if (cell) cell.focus()
  else if (frames > 0) requestAnimationFrame(() => focusWhenThere(cells, place, frames - 1))
}

function rangeOf(a: GridPlace, b: GridPlace): GridRange {
  return {
    from: { row: Math.min(a.row, b.row), col: Math.min(a.col, b.col) },
    to: { row: Math.max(a.row, b.row), col: Math.max(a.col, b.col) },
  }
}

function sameAs(a: GridPlace | undefined, b: GridPlace): boolean {
  return a?.row === b.row && a.col === b.col
}

/** Marks the cells of a range that are in the page; a single cell is marked by its focus already. */
function paint(cells: HTMLElement | null, anchor: GridPlace | undefined, head: GridPlace | undefined): void {
  if (!cells) return
  const marked = new Set<Element>(cells.querySelectorAll('td[data-picked]'))
  if (anchor && head && !sameAs(anchor, head)) {
    const { from, to } = rangeOf(anchor, head)
    for (const row of cells.querySelectorAll<HTMLElement>('tr[data-index]')) {
      const index = Number(row.dataset.index)
      if (index < from.row || index > to.row) continue
      for (const cell of row.querySelectorAll<HTMLElement>('td[data-col]')) {
        const col = Number(cell.dataset.col)
        if (col < from.col || col > to.col) continue
        cell.dataset.picked = ''
        marked.delete(cell)
      }
    }
  }
  for (const cell of marked) delete (cell as HTMLElement).dataset.picked
}
