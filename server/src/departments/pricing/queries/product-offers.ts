import type { Database } from '../../../host/database/pool.ts'
import { fragment, sql, trusted } from '../../../host/database/sql.ts'
import { currencyCode } from '../../../kernel/currency.ts'
import { money, type Money } from '../../../kernel/money.ts'
import type { UnitPrice } from '../../../kernel/unit-price.ts'
import { choosePrice, listsFor } from '../domain/price-lists/choose-price.ts'
import { exactPrice, shownPrice, type PriceList } from '../domain/price-lists/price-list.ts'
import { availableOf } from './available-of.ts'
import { loadLowestPrices } from './load-price-history.ts'
import { loadPriceLists } from './load-price-lists.ts'
import { priceOfBundle } from './price-of-bundle.ts'
import type { Counter } from './product-cards.ts'

export interface VariantOffer {
  readonly price: Money | undefined
  /** Where it is finer than the minor unit. */
  readonly exactPrice?: UnitPrice
  readonly compareAt: Money | undefined
  /** What the reduction is measured against (Directive 98/6/EC art. 6a). */
  readonly lowest?: Money
  /** From when until when a list gives this price, where that has an end. */
  readonly holds?: { readonly from: Date | undefined; readonly until: Date }
  readonly available: number
  /** What a piece costs where more are bought; empty where that changes nothing. */
  readonly tiers: readonly PriceTier[]
}

export interface PriceTier {
  readonly from: number
  readonly price: Money
  readonly exactPrice?: UnitPrice
}

interface Row {
  readonly id: string
  readonly amount: bigint | null
  readonly compare_at: bigint | null
  readonly available: bigint
}

/** Variant id -> price and pieces, for all variants of a product's page, or of many products. By handle, so that it need not wait for the page. */
export async function loadProductOffers(
  reader: Pick<Database, 'rows'>,
  { handle, ...counter }: Counter & { readonly handle: string | readonly string[] },
): Promise<ReadonlyMap<string, VariantOffer>> {
  const { currency, locationCode, now } = counter
  const rows = await reader.rows(sql<Row>`
    SELECT v.variant_id AS id, coalesce(f.amount, b.amount) AS amount, f.compare_at,
      coalesce(${availableOf(trusted('a.available'), { product: trusted('v.product_uuid'), location: fragment`${locationCode}` })}, 0)::bigint AS available
    FROM catalog.pub_variant v
    LEFT JOIN pricing.price f ON f.variant_id = v.variant_uuid AND f.currency = ${currency}
    LEFT JOIN LATERAL (${priceOfBundle({ product: trusted('v.product_uuid'), currency: fragment`${currency}`, usual: trusted('f.amount') })}) b ON true
    LEFT JOIN inventory.pub_availability a ON a.variant_uuid = v.variant_uuid AND a.location_code = ${locationCode}
    WHERE v.handle = ANY(${[handle].flat()}::text[]) AND v.sellable`)
  const lists = await loadPriceLists(reader, { ...counter, variantIds: rows.map(({ id }) => id), now })
  const offers = rows.map((row) => ({ id: row.id, ...offerOf(row, counter, lists) }))
  const reduced = offers.flatMap(({ id, compareAt }) => (compareAt ? [id] : []))
  const lowest = await loadLowestPrices(reader, { ...counter, variantIds: reduced })
  return new Map(
    offers.map(({ id, ...offer }) => {
      const before = lowest.get(id)
      return [id, { ...offer, ...(before && { lowest: before }) }]
    }),
  )
}

function offerOf(row: Row, counter: Counter, lists: readonly PriceList[]): VariantOffer {
  const currency = currencyCode(counter.currency)
  const usual = {
    price: row.amount === null ? undefined : money(row.amount, currency),
    compareAt: row.compare_at === null ? undefined : money(row.compare_at, currency),
  }
  const available = Number(row.available)
  if (lists.length === 0) return { ...usual, available, tiers: [] }
  const { market, channel, groups, company, now } = counter
  const { meant } = listsFor(lists, { currency, market, channel, groups, company, now })
  const variant = { variantId: row.id, unitPrice: usual.price, compareAt: usual.compareAt }
  const at = (quantity: number): PriceTier | undefined => {
    const { choice } = choosePrice(meant, lists, { ...variant, quantity })
    if (!choice) return usual.price && { from: quantity, price: usual.price }
    const exact = exactPrice(choice.price, currency)
    return { from: quantity, price: shownPrice(choice.price, currency), ...(exact && { exactPrice: exact }) }
  }
  const one = at(1)
  const { choice } = choosePrice(meant, lists, { ...variant, quantity: 1 })
  return {
    price: one?.price,
    ...(one?.exactPrice && { exactPrice: one.exactPrice }),
    compareAt: choice ? choice.compareAt : usual.compareAt,
    ...(choice?.list.until && { holds: { from: choice.list.from, until: choice.list.until } }),
    available,
    tiers: tiersOf(row.id, lists, at),
  }
}

/** Where the price of a piece changes as more are bought, whichever lists give it. */
function tiersOf(
  variantId: string,
  lists: readonly PriceList[],
  at: (quantity: number) => PriceTier | undefined,
): PriceTier[] {
  const steps = lists.flatMap(({ prices }) => (prices.get(variantId) ?? []).map(({ from }) => from))
  const rising = [...new Set(steps)].filter((from) => from > 1).sort((a, b) => a - b)
  const tiers: PriceTier[] = []
  let before = at(1)
  for (const from of rising) {
    const tier = at(from)
    if (tier && !isSame(tier, before)) tiers.push(tier)
    before = tier
  }
  return tiers
}

function isSame(a: PriceTier, b: PriceTier | undefined): boolean {
  return b !== undefined && a.price.amount === b.price.amount && a.exactPrice?.amount === b.exactPrice?.amount
}
