import { fragment, type Fragment } from '../../../host/database/sql.ts'

/** A place where somebody shops, and when. */
export interface ShopPlace {
  readonly channel: string
  readonly market: string
  readonly now: Date
}

/**
 * Whether a product is shown in a place now, decided by the clock of the query: nothing has to run for a product to come or go.
 * `product` is its id in the query around it. One look at a primary key for what is shown everywhere.
 */
export function shownHere({ channel, market, now }: ShopPlace, product: Fragment): Fragment {
  return fragment`coalesce((SELECT coalesce((
      SELECT w.shown AND coalesce(w.begins_at, '-infinity') <= ${now} AND coalesce(w.ends_at, 'infinity') > ${now}
      FROM catalog.showing_place w WHERE w.product_id = e.product_id AND w.channel = ${channel} AND w.market = ${market}),
    e.elsewhere) FROM catalog.showing e WHERE e.product_id = ${product}), true)`
}
