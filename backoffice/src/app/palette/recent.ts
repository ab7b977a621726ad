import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { answer, api, type Got, type RowOf } from '../../client/api.ts'

export type RecentRecord = RowOf<Got<'/api/recent-records'>>

export const recentRecords = queryOptions({
  queryKey: ['recent-records'],
  queryFn: ({ signal }) => answer(api.GET('/api/recent-records', { signal })),
})

/** Keeps that this person opened a record; the palette offers it again. Nothing is kept while the title is not known. */
export function useRecentRecord(kind: string, path: string, title: string | undefined): void {
  const client = useQueryClient()
  useEffect(() => {
    if (!title) return
    const recordId = path.split('/').at(-1) ?? ''
    const body = { kind, recordId, title: title.slice(0, 200), path }
    answer(api.PUT('/api/recent-records', { body })).then(
      () => client.invalidateQueries({ queryKey: ['recent-records'] }),
      // A memory that failed to form is no reason to disturb anybody.
      () => undefined,
    )
  }, [client, kind, path, title])
}
