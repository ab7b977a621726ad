import { useEffect, useRef, useState } from 'react'

const FRESH_MS = 4000
const nothing: ReadonlySet<string> = new Set()

/**
 * The rows that appeared above the first one known, without anybody asking: those a person should notice. A first load or
 * another filter makes nothing fresh.
 */
export function useFreshRows<Row>(
  rows: readonly Row[] | undefined,
  rowId: (row: Row) => string,
  announce: ((count: number) => void) | undefined,
): ReadonlySet<string> {
  const [fresh, setFresh] = useState(nothing)
  const firstKnown = useRef<string>(undefined)
  useEffect(() => {
    if (!rows) return
    const first = rows[0] && rowId(rows[0])
    const known = firstKnown.current
    firstKnown.current = first
    if (known === undefined || first === undefined || first === known) return
    const at = rows.findIndex((row) => rowId(row) === known)
    if (at <= 0) return
    setFresh(new Set(rows.slice(0, at).map(rowId)))
    announce?.(at)
    const timer = setTimeout(() => setFresh(nothing), FRESH_MS)
    return () => clearTimeout(timer)
  }, [rows, rowId, announce])
  return fresh
}
