/** Apart from the other questions: the frame asks it on every screen. */
import { queryOptions, type QueryClient } from '@tanstack/react-query'
import type { LiveEvent } from '../../app/live/fact-stream.ts'
import { answer, api } from '../../client/api.ts'

export const inboxCount = queryOptions({
  queryKey: ['work', 'inbox-count'],
  queryFn: ({ signal }) => answer(api.GET('/api/inbox/count', { signal })),
})

/** An inbox is told by its channel: only whose it is reads again. Until one's own channels are known, any may be. */
export function isMine({ refKind, refId }: LiveEvent, client: QueryClient): boolean {
  if (refKind !== 'inbox') return true
  const channels = client.getQueryData(inboxCount.queryKey)?.channels
  return channels === undefined || channels.includes(refId)
}
