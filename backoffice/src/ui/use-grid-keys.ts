import {
  useCallback,
  useEffect,
  useLayoutEffect,
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
  /** The cell that keys move; also while its row is not in the page yet. */
  readonly headRef: RefObject<GridPlace | undefined>
  readonly enabled: boolean
  readonly rowCount: number
  readonly columnCount: number
  /** Brings the row of the head into the page. */
  readonly draw: () => void
  readonly onEnter: (place: GridPlace) => void
  readonly onSpace: (place: GridPlace) => void
  readonly onPaste: (range: GridRange, rows: readonly (readonly string[])[]) => void
}

const PAGE = 10

/**
 * Arrows, Home, End and pages move through the cells; with Shift they take a range. All of it by moving the focus, without
 * drawing anything anew: a key on a list of a hundred thousand rows costs what it costs on ten. A key that leads to a row that
 * is not in the page has it drawn; until then the focus stays where it is, and the next key goes on from where the last led.
 */
export function useGridKeys(options: GridKeysOptions) {
  const { body, headRef, enabled } = options
  const latest = useRef(options)
  const anchor = useRef<GridPlace>(undefined)
  /** The head's cell is not in the page yet. */
  const isAwaited = useRef(false)
  /** The focus is in a cell, as far as anybody said. */
  const isInside = useRef(false)
  useEffect(() => {
    latest.current = options
    if (!enabled) return
    // The grid is one stop of the Tab key. Not the first column's: its link is a stop of its own.
    const cells = body.current
    if (cells && !cells.querySelector('td[tabindex="0"]'))
      (cells.querySelector('td[data-col="1"]') ?? cells.querySelector('td[data-col]'))?.setAttribute('tabindex', '0')
    paint(cells, anchor.current, headRef.current)
  })
  // Before anything is painted, and before another key can come: a cell that was drawn for the head gets the focus, and one
  // that had it and was drawn anew, or whose field was closed, gets it back.
  useLayoutEffect(() => {
    if (!enabled) return
    const isLost = isInside.current && document.activeElement === document.body
    const focused = document.activeElement?.closest<HTMLElement>('td[data-col]')
    if (isAwaited.current || isLost) {
      const cell = headRef.current && cellAt(body.current, headRef.current)
      if (cell) {
        const preventScroll = !isAwaited.current
        isAwaited.current = false
        cell.focus({ preventScroll })
      } else if (isLost && !isAwaited.current) isInside.current = false
    } else if (isInside.current && focused && body.current?.contains(focused)) {
      // Rows that came above have moved it.
      headRef.current = placeOf(focused) ?? headRef.current
    }
  })

  const go = useCallback(
    (to: GridPlace, extend: boolean) => {
      const { body: at, rowCount, columnCount, draw } = latest.current
      const place = { row: clamp(to.row, rowCount), col: clamp(to.col, columnCount) }
      if (!extend) anchor.current = place
      headRef.current = place
      const cell = cellAt(at.current, place)
      isAwaited.current = !cell
      if (cell) cell.focus()
      else draw()
      paint(at.current, anchor.current, place)
    },
    [headRef],
  )

  const onKeyDown = useCallback(
    (key: KeyboardEvent<HTMLElement>) => {
      const cell = key.target as HTMLElement
      if (cell.tagName !== 'TD' || key.metaKey || key.altKey) return
      const place = isAwaited.current ? headRef.current : placeOf(cell)
      if (!place) return
      const { rowCount, columnCount, onEnter, onSpace } = latest.current
      const step = key.ctrlKey ? leapOf(key.key, rowCount, columnCount) : stepOf(key.key, place, columnCount)
      if (step) go(step, key.shiftKey)
      else if (key.ctrlKey) return
      else if (key.key === 'Enter' || key.key === 'F2') onEnter(place)
      else if (key.key === ' ') onSpace(place)
      else if (key.key === 'Escape') go(place, false)
      else return
      key.preventDefault()
    },
    [go, headRef],
  )

  const onFocus = useCallback(
    (focus: FocusEvent<HTMLElement>) => {
      const cell = (focus.target as HTMLElement).closest<HTMLElement>('td[data-col]')
      const place = cell && placeOf(cell)
      if (!place) return
      isInside.current = true
      isAwaited.current = false
      const { current: cells } = latest.current.body
      if (!sameAs(headRef.current, place)) {
        anchor.current = place
        headRef.current = place
        paint(cells, place, place)
      }
      if (cell !== focus.target) return
      for (const other of cells?.querySelectorAll('td[tabindex="0"]') ?? []) other.setAttribute('tabindex', '-1')
      cell.setAttribute('tabindex', '0')
    },
    [headRef],
  )

  // React tells nobody of the blur of what it takes out of the page: then the focus is to come back.
  const onBlur = useCallback((blur: FocusEvent<HTMLElement>) => {
    if (!blur.currentTarget.contains(blur.relatedTarget)) isInside.current = false
  }, [])

  const onPaste = useCallback(
    (paste: ClipboardEvent<HTMLElement>) => {
      if ((paste.target as HTMLElement).tagName !== 'TD' || !anchor.current || !headRef.current) return
      const rows = readCells(paste.clipboardData.getData('text/plain'))
      if (rows.length === 0) return
      paste.preventDefault()
      latest.current.onPaste(rangeOf(anchor.current, headRef.current), rows)
    },
    [headRef],
  )

  return { onKeyDown, onFocus, onBlur, onPaste }
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

/** With Ctrl: to the corners. */
function leapOf(key: string, rowCount: number, columnCount: number): GridPlace | undefined {
  if (key === 'Home') return { row: 0, col: 0 }
  return key === 'End' ? { row: rowCount - 1, col: columnCount - 1 } : undefined
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
