import type { CollectionRow } from './collection-queries.ts'

type CollectionState = CollectionRow['state']

/** What the shop does with it at a moment. */
export function collectionState(
  { hidden, beginsAt, endsAt }: Pick<CollectionRow, 'hidden' | 'beginsAt' | 'endsAt'>,
  now: Date,
): CollectionState {
  if (hidden) return 'hidden'
  if (beginsAt !== null && new Date(beginsAt) > now) return 'later'
  return endsAt !== null && new Date(endsAt) <= now ? 'over' : 'shown'
}
