import type { CollectionLine } from './collection-queries.ts'

export type CollectionState = 'hidden' | 'later' | 'over' | 'shown'

/** What the shop does with it at a moment. */
export function collectionState(
  { hidden, beginsAt, endsAt }: Pick<CollectionLine, 'hidden' | 'beginsAt' | 'endsAt'>,
  now: Date,
): CollectionState {
  if (hidden) return 'hidden'
  if (beginsAt !== null && new Date(beginsAt) > now) return 'later'
  return endsAt !== null && new Date(endsAt) <= now ? 'over' : 'shown'
}
