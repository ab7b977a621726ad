import type { Database } from '../../../host/database/pool.ts'
import { fragment, joined, sql, trusted, type Fragment } from '../../../host/database/sql.ts'
import { currencyCode } from '../../../kernel/currency.ts'
import { fineText } from '../domain/price-lists/price-list-json.ts'
import { beginning, containing } from '../../../host/lists/search-text.ts'

interface PriceRow {
  readonly variant_id: string
  readonly product_id: string
  readonly sku: string
  readonly name: string
  readonly options: string | null
  readonly from_quantity: number
  readonly fine: bigint
  readonly since: Date
  /** The same with all its microseconds. */
  readonly since_key: string
  readonly usual: bigint | null
}

export interface PriceOfList extends PriceRow {
  /** In whole currency units: "0.0125". */
  readonly price: string
}

export interface WhichPrices {
  readonly listId: string
  readonly currency: string
  readonly locale: string
  readonly limit: number
  /** Part of a SKU or GTIN. */
  readonly search?: string | undefined
  /** Instant, variant and quantity of the last one seen. */
  readonly after?: readonly string[] | undefined
}

type Reader = Pick<Database, 'rows'>

/**
 * The prices of a list, those that were written last first. A search looks for the beginnings of SKUs and GTINs, along plain indexes, and only
 * where no code begins so for a part of them.
 */
export async function listPricesOf(reader: Reader, which: WhichPrices): Promise<PriceOfList[]> {
  const words = which.search?.trim() ?? ''
  if (words === '') return pricesWhere(reader, which, {})
  const codes = await codesBeginning(reader, words)
  const whole = codes.length > 0 ? await pricesWhere(reader, which, { of: codes }) : []
  if (whole.length > 0 || (codes.length > 0 && which.after)) return whole
  return pricesWhere(reader, which, { like: containing('v.codes', words.toLowerCase()) })
}

/** More than anybody means by a code that is nearly whole; a shorter one is looked for as a part. */
const MOST_CODES = 200

async function codesBeginning(reader: Reader, words: string): Promise<string[]> {
  const either = [...new Set([words, words.toUpperCase()])].map((code) => beginning('v.sku', code))
  const ways = /^\d+$/.test(words) ? [...either, beginning('v.gtin', words)] : either
  const each = ways.map(
    (way) => fragment`(SELECT v.variant_uuid FROM catalog.pub_variant_code v WHERE ${way}
    LIMIT ${MOST_CODES + 1})`,
  )
  const rows = await reader.rows(sql<{ id: string }>`
    SELECT variant_uuid::text AS id FROM (${joined(each, ' UNION ')}) found`)
  return rows.length > MOST_CODES ? [] : rows.map(({ id }) => id)
}

async function pricesWhere(
  reader: Reader,
  { listId, currency, locale, limit, after }: WhichPrices,
  { of, like }: { readonly of?: readonly string[]; readonly like?: Fragment },
): Promise<PriceOfList[]> {
  const conditions = [fragment`l.list_id = ${listId}::uuid`, ...(like ? [like] : [])]
  // A few variants are looked up; the planner would rather go through all prices of the list in their order.
  const from = of
    ? fragment`(SELECT * FROM pricing.list_price WHERE list_id = ${listId}::uuid AND variant_id = ANY(${of}::uuid[]) OFFSET 0)`
    : trusted('pricing.list_price')
  if (after?.length === 3) {
    const [since, variantId, from] = after
    conditions.push(
      fragment`(l.since, l.variant_id, l.from_quantity) < (${since}::timestamptz, ${variantId}::uuid, ${from}::int)`,
    )
  }
  const rows = await reader.rows(sql<PriceRow>`
    SELECT l.variant_id::text, v.product_uuid::text AS product_id, v.sku,
      coalesce(v.names ->> ${locale}, v.names ->> 'en', v.handle) AS name,
      coalesce(v.option_names ->> ${locale}, v.option_names ->> 'en') AS options, l.from_quantity, l.fine, l.since,
      l.since::text AS since_key, p.amount AS usual
    FROM ${from} l JOIN catalog.pub_live_variant v ON v.variant_uuid = l.variant_id
    LEFT JOIN pricing.price p ON p.variant_id = l.variant_id AND p.currency = ${currency}
    WHERE ${joined(conditions, ' AND ')}
    ORDER BY l.since DESC, l.variant_id DESC, l.from_quantity DESC LIMIT ${limit}`)
  return rows.map((row) => ({ ...row, price: fineText(row.fine, currencyCode(currency)) }))
}
