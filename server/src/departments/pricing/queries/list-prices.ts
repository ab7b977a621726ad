import type { Database } from '../../../host/database/pool.ts'
import { fragment, sql, trusted } from '../../../host/database/sql.ts'
import type { MoneyJson } from '../../../kernel/money.ts'
import { availableOf } from './available-of.ts'

export interface VariantPrices {
  readonly variantId: string
  readonly sku: string
  readonly options: string
  readonly available: number
  readonly prices: { amount: MoneyJson; compareAt: MoneyJson | null }[]
}

interface Row {
  readonly variant_id: string
  readonly sku: string
  readonly options: string | null
  readonly available: bigint
  readonly prices: readonly { amount: number; compareAt: number | null; currency: string }[] | null
}

/** Of a bundle: so many as its components make at each location where there are any. */
const bundlesLeft = fragment`
  SELECT sum(${availableOf(trusted('NULL::bigint'), { product: trusted('v.product_uuid'), location: trusted('place.location_code') })})
  FROM (SELECT DISTINCT c.location_code FROM catalog.pub_bundle_option o
    JOIN inventory.pub_availability c ON c.variant_uuid = o.variant_uuid WHERE o.bundle_uuid = v.product_uuid) place`

/** Every variant of a product with its prices in all currencies and what is left of it over all locations. */
export async function listVariantPrices(
  reader: Pick<Database, 'rows'>,
  { productId, locale }: { productId: string; locale: string },
): Promise<VariantPrices[]> {
  const rows = await reader.rows(sql<Row>`
    SELECT v.variant_id, v.sku, coalesce(v.option_names ->> ${locale}, v.option_names ->> 'en') AS options,
      coalesce((SELECT sum(a.available) FROM inventory.pub_availability a WHERE a.variant_uuid = v.variant_uuid),
        (${bundlesLeft}), 0)::bigint AS available,
      (SELECT jsonb_agg(jsonb_build_object('amount', p.amount, 'compareAt', p.compare_at, 'currency', p.currency)
        ORDER BY p.currency) FROM pricing.price p WHERE p.variant_id = v.variant_uuid) AS prices
    FROM catalog.pub_variant v WHERE v.product_uuid = ${productId} ORDER BY v.position, v.sku`)
  return rows.map((row) => ({
    variantId: row.variant_id,
    sku: row.sku,
    options: row.options ?? '',
    available: Number(row.available),
    prices: (row.prices ?? []).map(({ amount, compareAt, currency }) => ({
      amount: { amount, currency },
      compareAt: compareAt === null ? null : { amount: compareAt, currency },
    })),
  }))
}
