import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { answer, api, type Got } from '../../client/api.ts'
import { isProblem } from '../../client/problem.ts'
import type { RecordRef } from './record-queries.ts'

export type Present = Got<'/api/records/order/{id}/presence'>['people'][number]
export type PresentAt = Pick<RecordRef, 'type' | 'id'>

const BEAT_MS = 5_000

/**
 * Says every few seconds that this page is open, and learns who else has it open. A hidden page keeps silent and is soon forgotten,
 * unless something on it is not saved yet. For one record as long as it lives: give its component a `key`.
 */
export function usePresence({ type, id }: PresentAt, editing: boolean): readonly Present[] {
  const [tab, setTab] = useState(() => crypto.randomUUID())
  const { data } = useQuery({
    queryKey: ['presence', type, id, tab, editing],
    queryFn: () =>
      answer(
        api.PUT(`/api/records/${type}/{id}/presence/{tab}` as '/api/records/order/{id}/presence/{tab}', {
          params: { path: { id, tab } },
          body: { editing },
        }),
      ),
    // Who may not see it, or looks at what is gone, is not told again and again.
    refetchInterval: ({ state }) => (isProblem(state.error) && state.error.status < 429 ? false : BEAT_MS),
    refetchIntervalInBackground: editing,
    refetchOnWindowFocus: 'always',
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  })
  useEffect(() => {
    const leave = () => sayLeft({ type, id }, tab)
    // Who said goodbye is not taken back: a page that the browser kept and shows again is another one.
    const comeBack = ({ persisted }: PageTransitionEvent) => persisted && setTab(crypto.randomUUID())
    window.addEventListener('pagehide', leave)
    window.addEventListener('pageshow', comeBack)
    return () => {
      window.removeEventListener('pagehide', leave)
      window.removeEventListener('pageshow', comeBack)
      leave()
    }
  }, [type, id, tab])
  return data?.people ?? []
}

/** Reaches the house even when the page is closed; if it does not, the house forgets by itself. */
function sayLeft({ type, id }: PresentAt, tab: string): void {
  void fetch(`/api/records/${type}/${id}/presence/${tab}`, { method: 'DELETE', keepalive: true }).catch(() => undefined)
}
