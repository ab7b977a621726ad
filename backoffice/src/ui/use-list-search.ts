import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

type ListSearch = Readonly<Record<string, string | undefined>>

/** A list's filters stand in the address, so that they can be sent to somebody and survive going back. */
export function useListSearch(): [ListSearch, (change: ListSearch) => void] {
  const navigate = useNavigate()
  const raw = useSearch({ strict: false }) as Readonly<Record<string, unknown>>
  const search = Object.fromEntries(
    Object.entries(raw).map(([name, value]) => [name, value === undefined ? undefined : String(value)]),
  )
  const change = useCallback(
    (next: ListSearch) =>
      void navigate({
        to: '.',
        search: (before: ListSearch) => dropEmpty({ ...before, ...next }),
        replace: true,
        resetScroll: false,
      } as Parameters<typeof navigate>[0]),
    [navigate],
  )
  return [search, change]
}

function dropEmpty(search: ListSearch): ListSearch {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined && value !== ''))
}
