import type { Database } from '../../../host/database/pool.ts'
import { fragment, sql, steady, trusted } from '../../../host/database/sql.ts'
import { money, type Money } from '../../../kernel/money.ts'
import type { OrderLimit } from '../../catalog/index.ts'
import { VOUCHER } from '../domain/tax-treatment.ts'
import { shownHere, type ShopPlace } from './shown-here.ts'

/** What the shop offers of a variant in one currency, as a basket and its price need it. */
export interface Offer {
  readonly variantId: string
  readonly productId: string
  readonly handle: string
  readonly sku: string
  readonly names: Readonly<Record<string, string>>
  readonly optionNames: Readonly<Record<string, string>>
  readonly taxCategory: string
  readonly weightGrams: number
  readonly imageFileId: string | null
  /** What it is, as the catalogue says: physical, bundle, digital, service, gift_card. */
  readonly kind: string
  readonly sellable: boolean
  /** How many of its product one order may have; undefined for any number. */
  readonly limit?: OrderLimit
  readonly price: Money | undefined
  readonly compareAt: Money | undefined
}

interface OfferRow extends Omit<Offer, 'price' | 'compareAt' | 'limit'> {
  readonly limit: OrderLimit | null
  readonly amount: bigint | null
  readonly compare_at: bigint | null
}

interface OffersAsked {
  readonly variantIds: readonly string[]
  readonly currency: string
  /** What is not shown here is not sellable. */
  readonly place?: ShopPlace | undefined
}

/** Variant id -> offer, in one query over the catalogue's published view; unknown variants are absent. */
export async function loadOffers(
  reader: Pick<Database, 'rows'>,
  { variantIds, currency, place }: OffersAsked,
): Promise<ReadonlyMap<string, Offer>> {
  if (variantIds.length === 0) return new Map()
  const rows = await reader.rows(sql<OfferRow>`
    SELECT v.variant_id AS "variantId", v.product_id AS "productId", v.handle, v.sku, v.names, v.option_names AS "optionNames",
      CASE WHEN k.kind = 'gift_card' THEN ${VOUCHER} ELSE v.tax_category END AS "taxCategory", v.weight_grams AS "weightGrams", v.image_file_id AS "imageFileId",
      v.sellable AND ${place ? shownHere(place, trusted('v.product_uuid')) : fragment`true`} AS sellable,
      p.amount, p.compare_at, coalesce(k.kind, 'physical') AS kind,
      CASE WHEN l.step IS NOT NULL THEN jsonb_build_object('least', l.least, 'most', l.most, 'step', l.step) END AS limit
    FROM catalog.pub_variant v
    LEFT JOIN catalog.pub_kind k ON k.product_uuid = v.product_uuid
    LEFT JOIN catalog.pub_order_limit l ON l.product_uuid = v.product_uuid
    LEFT JOIN pricing.price p ON p.variant_id = v.variant_uuid AND p.currency = ${currency}
    WHERE v.variant_uuid = ANY(${steady(variantIds, 'uuid[]')})`)
  return new Map(
    rows.map(({ amount, compare_at, limit, ...offer }) => [
      offer.variantId,
      {
        ...offer,
        ...(limit !== null && { limit }),
        price: amount === null ? undefined : money(amount, currency),
        compareAt: compare_at === null ? undefined : money(compare_at, currency),
      },
    ]),
  )
}
