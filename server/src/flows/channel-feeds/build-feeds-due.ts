import type { House } from '../../host/context.ts'
import { listFeedsDue } from '../../departments/catalog/index.ts'
import { buildFeed } from './read-feed.ts'

/** One after the other: the shop goes on selling meanwhile. */
export async function buildFeedsDue(house: House, only: string | undefined): Promise<void> {
  for (const feed of await listFeedsDue(house.database, house.clock.now(), only)) await buildFeed(house, feed)
}
