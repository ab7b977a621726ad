import { fragment, type Fragment } from '../../../host/database/sql.ts'

/** A place where somebody shops, and when. */
export interface ShopPlace {
  readonly channel: string
  readonly market: string
  readonly now: Date
}

/** Whether a product is shown in a place now, over what the catalogue publishes of it; `product` is its id in the query around it. */
export function shownHere({ channel, market, now }: ShopPlace, product: Fragment): Fragment {
  return fragment`coalesce((SELECT coalesce((
      SELECT w.shown AND coalesce(w.begins_at, '-infinity') <= ${now} AND coalesce(w.ends_at, 'infinity') > ${now}
      FROM catalog.pub_showing_place w
      WHERE w.product_uuid = e.product_uuid AND w.channel = ${channel} AND w.market = ${market}),
    e.elsewhere) FROM catalog.pub_showing e WHERE e.product_uuid = ${product}), true)`
}
