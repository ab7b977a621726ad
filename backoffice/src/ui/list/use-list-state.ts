import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'

/** Everything that makes a list what it shows; it stands in the address, so that it can be sent and survives going back. */
export interface ListState {
  readonly filters: readonly string[]
  readonly search: string | undefined
  readonly sort: string | undefined
  /** Undefined: those that the screen shows by itself. */
  readonly columns: readonly string[] | undefined
  /** The saved view that it began from. */
  readonly view: string | undefined
}

type RawSearch = Readonly<Record<string, unknown>>

export function useListState(): [ListState, (change: Partial<ListState>, how?: 'replace') => void] {
  const navigate = useNavigate()
  const raw = useSearch({ strict: false }) as RawSearch
  const read = useMemo(() => readState(raw), [raw])
  // The same conditions are the same array: what is drawn from them alone stays as it is when one sorts.
  const written = JSON.stringify(read.filters)
  const filters = useMemo(() => JSON.parse(written) as string[], [written])
  const columnsWritten = read.columns?.join(',')
  const columns = useMemo(() => columnsWritten?.split(','), [columnsWritten])
  const state = useMemo(() => ({ ...read, filters, columns }), [read, filters, columns])
  const change = useCallback(
    (next: Partial<ListState>, how?: 'replace') =>
      void navigate({
        to: '.',
        search: (before: RawSearch) => writeState({ ...readState(before), ...next }),
        replace: how === 'replace',
        resetScroll: false,
      } as Parameters<typeof navigate>[0]),
    [navigate],
  )
  return [state, change]
}

export function readState(raw: RawSearch): ListState {
  const filters = Array.isArray(raw.filter) ? raw.filter.map(String) : []
  // Short addresses that cards of the board and people's bookmarks use.
  if (raw.state !== undefined) filters.push(`state:is:${String(raw.state)}`)
  if (raw.show === 'low') filters.push('low:is:true')
  return {
    filters,
    search: textOf(raw.search),
    sort: textOf(raw.sort),
    columns: textOf(raw.columns)?.split(','),
    view: textOf(raw.view),
  }
}

export function writeState({ filters, search, sort, columns, view }: ListState): RawSearch {
  const written = { filter: filters.length > 0 ? filters : undefined, search, sort, columns: columns?.join(','), view }
  return Object.fromEntries(Object.entries(written).filter(([, value]) => value !== undefined && value !== ''))
}

function textOf(value: unknown): string | undefined {
  return value === undefined || value === null || value === '' ? undefined : String(value)
}
