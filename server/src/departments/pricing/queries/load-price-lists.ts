import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { ListTier, PriceList } from '../domain/price-lists/price-list.ts'
import { loadLiveLists, type WhereSold } from './live-price-lists.ts'

/** The lists that a basket meets, with their prices of its variants alone; none costs one small query. */
export async function loadPriceLists(
  reader: Pick<Database, 'rows'>,
  { variantIds, now, ...where }: WhereSold & { readonly variantIds: readonly string[]; readonly now: Date },
): Promise<PriceList[]> {
  if (variantIds.length === 0) return []
  const lists = await loadLiveLists(reader, where, now)
  if (lists.length === 0) return []
  const wanted = [...new Set(lists.flatMap(({ id, basedOn }) => (basedOn === undefined ? [id] : [id, basedOn])))]
  const tiers = await tiersOf(reader, wanted, variantIds)
  const live = lists.map(({ id, basedOn: _basedOn, ...list }) => ({ ...list, prices: tiers.get(id) ?? NONE }))
  // What others are derived from need not be active itself: it is there for its prices, and meant by nobody.
  const bases = lists.flatMap(({ basedOn, derivation, currency }) => {
    const { of } = derivation ?? {}
    if (basedOn === undefined || of === undefined || lists.some(({ id }) => id === basedOn)) return []
    return [{ code: of, names: {}, currency, priority: 0, onlyBase: true, prices: tiers.get(basedOn) ?? NONE }]
  })
  return [...live, ...new Map(bases.map((one) => [one.code, one])).values()]
}

const NONE: ReadonlyMap<string, readonly ListTier[]> = new Map()

interface TierRow {
  readonly list_id: string
  readonly variant_id: string
  readonly from_quantity: number
  readonly fine: bigint
}

/** List -> variant -> tiers, rising. */
async function tiersOf(
  reader: Pick<Database, 'rows'>,
  listIds: readonly string[],
  variantIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, readonly ListTier[]>>> {
  const rows = await reader.rows(sql<TierRow>`
    SELECT list_id, variant_id, from_quantity, fine FROM pricing.list_price
    WHERE variant_id = ANY(${variantIds}::uuid[]) AND list_id = ANY(${listIds}::uuid[])
    ORDER BY list_id, variant_id, from_quantity`)
  const found = new Map<string, Map<string, ListTier[]>>()
  for (const { list_id, variant_id, from_quantity: from, fine: price } of rows) {
    const ofList = found.get(list_id) ?? new Map<string, ListTier[]>()
    found.set(list_id, ofList)
    ofList.set(variant_id, [...(ofList.get(variant_id) ?? []), { from, price }])
  }
  return found
}

/** When prices of this organisation change by the clock alone, from a moment on: pages that were kept end there. */
export async function loadPriceTurns(reader: Pick<Database, 'rows'>, since: Date): Promise<number[]> {
  const rows = await reader.rows(sql<{ at: Date }>`
    SELECT begins_at AS at FROM pricing.price_list WHERE active_at IS NOT NULL AND begins_at >= ${since}
    UNION SELECT ends_at FROM pricing.price_list WHERE active_at IS NOT NULL AND ends_at >= ${since}
    ORDER BY at`)
  return rows.map(({ at }) => at.getTime())
}
