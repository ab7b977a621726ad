import type { Database } from '../../../host/database/pool.ts'
import { sql, trusted } from '../../../host/database/sql.ts'
import { booleanSetting } from '../../../host/settings/setting.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { TogetherWish } from '../domain/bought-together.ts'
import type { Texts } from '../domain/product.ts'
import { refusals } from '../domain/refusals.ts'
import type { RelatedCard } from './related.ts'
import { shownHere, type ShopPlace } from './shown-here.ts'

type Reader = Pick<Database, 'row' | 'rows'>

/** Whether the shop's pages show what is often bought together. */
export const showsTogether = booleanSetting({
  key: 'catalog.shows_bought_together',
  default: true,
  read: 'catalog:read',
  write: 'catalog:publish',
  affects: ['catalog.areas.related'],
})

export interface TogetherRow {
  readonly id: string
  readonly names: Texts
  readonly vendor: string
  readonly imageFileId: string | null
  readonly state: string
  /** In how many orders with the product this one stands too; null where it is pinned or excluded without that. */
  readonly together: number | null
  readonly wish: TogetherWish['wish'] | null
}

export interface TogetherView {
  readonly version: number
  readonly orders: number
  readonly countedAt: Date | null
  readonly items: readonly TogetherRow[]
}

/** Pinned ones first, in their order, then what was counted, the most frequent first; at last what is never shown. */
export async function readTogether(reader: Reader, productId: string): Promise<Result<TogetherView>> {
  const [product, items] = await Promise.all([
    reader.row(sql<Omit<TogetherView, 'items'>>`
      SELECT p.version, coalesce(b.orders, 0) AS orders, b.counted_at AS "countedAt"
      FROM catalog.product p LEFT JOIN catalog.bought b ON b.product_id = p.id WHERE p.id = ${productId}::uuid`),
    reader.rows(sql<TogetherRow>`
      SELECT p.id, p.names, p.vendor, p.cover_file_id AS "imageFileId", p.state, t.together, w.wish
      FROM (SELECT * FROM catalog.bought_together WHERE product_id = ${productId}::uuid) t
      FULL JOIN (SELECT * FROM catalog.together_wish WHERE product_id = ${productId}::uuid) w ON w.other_id = t.other_id
      JOIN catalog.product p ON p.id = coalesce(t.other_id, w.other_id)
      ORDER BY array_position(ARRAY['pinned', NULL, 'excluded'], w.wish), CASE WHEN w.wish = 'pinned' THEN w.position END,
        t.together DESC NULLS LAST, p.id`),
  ])
  return product ? ok({ ...product, items }) : refusals.product_not_found()
}

/** What of that the shop shows in a place: pinned ones first, without what is excluded. */
export function listTogether(
  reader: Pick<Reader, 'rows'>,
  productId: string,
  place: ShopPlace,
): Promise<Omit<RelatedCard, 'kind'>[]> {
  return reader.rows(sql<Omit<RelatedCard, 'kind'>>`
    SELECT p.id, p.handle, p.names, p.cover_file_id AS "imageFileId"
    FROM (SELECT * FROM catalog.bought_together WHERE product_id = ${productId}::uuid) t
    FULL JOIN (SELECT * FROM catalog.together_wish WHERE product_id = ${productId}::uuid) w ON w.other_id = t.other_id
    JOIN catalog.product p ON p.id = coalesce(t.other_id, w.other_id)
    WHERE w.wish IS DISTINCT FROM 'excluded' AND p.state = 'published' AND ${shownHere(place, trusted('p.id'))}
    ORDER BY w.wish IS NULL, w.position, t.together DESC NULLS LAST, p.id`)
}
