import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import { currencyCode } from '../../../kernel/currency.ts'
import type { Money } from '../../../kernel/money.ts'
import { lowestBefore } from '../domain/lowest-price/lowest-price.ts'
import {
  shownPrices,
  type PastList,
  type PriceHistory,
  type ShownPrice,
  type UsualPrice,
  type Version,
} from '../domain/lowest-price/shown-prices.ts'
import { toLiveList, type LiveListRow } from './live-price-lists.ts'

type Reader = Pick<Database, 'rows'>

export interface WhereShown {
  readonly currency: string
  readonly market: string
  readonly channel: string
  readonly now: Date
}

/** Variant id -> the price that its reduction is measured against, of those that are reduced here and now. */
export async function loadLowestPrices(
  reader: Reader,
  { variantIds, ...where }: WhereShown & { readonly variantIds: readonly string[] },
): Promise<ReadonlyMap<string, Money>> {
  if (variantIds.length === 0) return new Map()
  const histories = await loadHistories(reader, where.currency, variantIds)
  const found = new Map<string, Money>()
  for (const [variantId, history] of histories) {
    const lowest = lowestBefore(shownOf(history, where))
    if (lowest) found.set(variantId, lowest)
  }
  return found
}

/** What was shown of a variant, from the first instant that is known on. */
export async function loadShownPrices(reader: Reader, variantId: string, where: WhereShown): Promise<ShownPrice[]> {
  const history = (await loadHistories(reader, where.currency, [variantId])).get(variantId)
  return history ? shownOf(history, where) : []
}

function shownOf(history: PriceHistory, { currency, market, channel, now }: WhereShown): ShownPrice[] {
  return shownPrices(history, { currency: currencyCode(currency), market, channel }, now)
}

interface Span {
  readonly from_at: Date
  readonly until_at: Date | null
}
interface UsualRow extends Span {
  readonly variant_id: string
  readonly amount: bigint
  readonly compare_at: bigint | null
}
interface ListPriceRow extends Span {
  readonly variant_id: string
  readonly list_id: string
  readonly fine: bigint
}
type ListRow = Span & LiveListRow & { readonly only_base: boolean }

/** Three reads for however many variants; lists for some customers alone were never shown to the public. */
async function loadHistories(
  reader: Reader,
  currency: string,
  variantIds: readonly string[],
): Promise<ReadonlyMap<string, PriceHistory>> {
  const [usual, lists, listPrices] = await Promise.all([
    reader.rows(sql<UsualRow>`
      SELECT variant_id::text, amount, compare_at, updated_at AS from_at, NULL::timestamptz AS until_at FROM pricing.price
      WHERE variant_id = ANY(${variantIds}::uuid[]) AND currency = ${currency}
      UNION ALL SELECT variant_id::text, amount, compare_at, from_at, until_at FROM pricing.price_past
      WHERE variant_id = ANY(${variantIds}::uuid[]) AND currency = ${currency}`),
    readLists(reader, currency),
    reader.rows(sql<ListPriceRow>`
      SELECT variant_id::text, list_id::text, fine, since AS from_at, NULL::timestamptz AS until_at FROM pricing.list_price
      WHERE variant_id = ANY(${variantIds}::uuid[]) AND from_quantity = 1
      UNION ALL SELECT variant_id::text, list_id::text, fine, from_at, until_at FROM pricing.list_price_past
      WHERE variant_id = ANY(${variantIds}::uuid[])`),
  ])
  return new Map(
    variantIds.map((variantId) => [
      variantId,
      {
        usual: usual
          .filter((row) => row.variant_id === variantId)
          .map((row) => version<UsualPrice>(row, { amount: row.amount, compareAt: row.compare_at ?? undefined })),
        lists,
        listPrices: listPrices
          .filter((row) => row.variant_id === variantId)
          .map((row) => version(row, { listId: row.list_id, fine: row.fine })),
      },
    ]),
  )
}

async function readLists(reader: Reader, currency: string): Promise<Version<PastList>[]> {
  const rows = await reader.rows(sql<ListRow>`
    SELECT l.id, l.code, l.priority, l.markets, l.channels, l.announced, l.begins_at, l.ends_at, l.change_ppm, l.based_on,
      b.code AS base_code, l.step, l.less, l.since AS from_at, NULL::timestamptz AS until_at, false AS only_base
    FROM pricing.price_list l LEFT JOIN pricing.price_list b ON b.id = l.based_on
    WHERE l.since IS NOT NULL AND l.currency = ${currency} AND l.groups = '{}' AND l.companies = '{}'
    UNION ALL
    SELECT l.list_id, l.code, l.priority, l.markets, l.channels, l.announced, l.begins_at, l.ends_at, l.change_ppm, l.based_on,
      b.code, l.step, l.less, l.from_at, l.until_at, false
    FROM pricing.price_list_past l LEFT JOIN pricing.price_list b ON b.id = l.based_on
    WHERE l.currency = ${currency} AND NOT l.narrowed
    UNION ALL
    SELECT l.id, l.code, 0, '{}', '{}', false, NULL, NULL, NULL, NULL, NULL, 1, 0, l.created_at, NULL, true
    FROM pricing.price_list l WHERE l.currency = ${currency} AND EXISTS (SELECT 1 FROM pricing.price_list o WHERE o.based_on = l.id)`)
  return rows.map((row) => {
    const { basedOn: _basedOn, ...list } = toLiveList({
      ...row,
      names: {},
      currency: currencyCode(currency),
      groups: [],
      companies: [],
    })
    return version<PastList>(row, { ...list, ...(row.only_base && { onlyBase: true }) })
  })
}

function version<What>({ from_at, until_at }: Span, what: What): Version<What> {
  return { from: from_at, until: until_at ?? undefined, what }
}
