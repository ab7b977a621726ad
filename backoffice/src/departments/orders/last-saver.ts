import type { QueryClient } from '@tanstack/react-query'
import type { Loaded } from '../../ui/form/record-state.ts'
import { recordTimeline } from '../../ui/record/record-queries.ts'

/** A draft is saved whole, so that whoever saved it last is whose words stand against those typed here. */
export async function lastSaver(
  client: QueryClient,
  id: string,
  locale: string,
): Promise<NonNullable<Loaded['changedBy']>> {
  const record = { department: 'orders', type: 'order_draft' as const, id }
  const { pages } = await client.fetchInfiniteQuery({ ...recordTimeline(record, locale), staleTime: 0 })
  const last = pages[0]?.items.find(({ changes }) => changes.length > 0)
  return () => last && { name: last.actor?.name ?? null, at: last.at }
}
