import type { QueryClient } from '@tanstack/react-query'
import type { Loaded } from '../form/record-state.ts'
import { recordTimeline, type RecordRef } from './record-queries.ts'

/** Who changed each field of a record last, and when, from the latest page of its timeline. */
export async function lastChanges(
  client: QueryClient,
  record: RecordRef,
  locale: string,
): Promise<NonNullable<Loaded['changedBy']>> {
  const { pages } = await client.fetchInfiniteQuery({ ...recordTimeline(record, locale), staleTime: 0 })
  const facts = pages.flatMap(({ items }) => items)
  return (path) => {
    const fact = facts.find(({ changes }) => changes.some(({ field }) => field === path))
    return fact && { name: fact.actor?.name ?? null, at: fact.at }
  }
}
