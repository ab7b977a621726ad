import { useEffect, useRef, useState } from 'react'

const FRESH_MS = 4000
/** More than that do not arrive between two looks; and rows far below may be holes. */
const MOST_FRESH = 100
const nothing: ReadonlySet<string> = new Set()

interface FreshRowsOptions<Row> {
  readonly rows: readonly Row[] | undefined
  readonly rowId: (row: Row) => string
  /** Another one makes nothing fresh. */
  readonly question: string | undefined
  readonly announce: ((count: number) => void) | undefined
}

/** The rows that appeared above the first one known, without anybody asking: those a person should notice. */
export function useFreshRows<Row>({ rows, rowId, question, announce }: FreshRowsOptions<Row>): ReadonlySet<string> {
  const [fresh, setFresh] = useState(nothing)
  const known = useRef<{ readonly question: string | undefined; readonly first: string }>(undefined)
  useEffect(() => {
    if (!rows?.[0]) return
    const before = known.current
    const first = rowId(rows[0])
    known.current = { question, first }
    if (!before || before.question !== question || before.first === first) return
    const ids = rows.slice(0, MOST_FRESH).map((row) => rowId(row))
    const at = ids.indexOf(before.first)
    if (at <= 0) return
    setFresh(new Set(ids.slice(0, at)))
    announce?.(at)
  }, [rows, rowId, question, announce])
  useEffect(() => {
    if (fresh === nothing) return
    const timer = setTimeout(() => setFresh(nothing), FRESH_MS)
    return () => clearTimeout(timer)
  }, [fresh])
  return fresh
}
