import type { Locale } from '../../../host/i18n/locales.ts'
import { defineList, EVERY_ROW } from '../../../host/lists/define-list.ts'
import { beginning, containing } from '../../../host/lists/search-text.ts'
import type { MoneyJson } from '../../../kernel/money.ts'

interface VariantRow {
  readonly variant_uuid: string
  readonly product_uuid: string
  readonly sku: string
  readonly gtin: string | null
  readonly weight_grams: number
  readonly option_names: Readonly<Record<string, string>>
  readonly handle: string
  readonly names: Readonly<Record<string, string>>
  readonly state: 'draft' | 'published'
  readonly version: number
  readonly image_file_id: string | null
  readonly currency: string | null
  readonly prices: readonly { amount: number; compareAt: number | null; currency: string }[] | null
  readonly cost: MoneyJson | null
  readonly stock: readonly { locationCode: string; onHand: number; available: number }[] | null
}

/**
 * Every variant with its prices in all currencies and what lies where: what a buyer works through like a sheet. Prices and stock
 * are read for the rows of a page alone. `price` is that of the first market's currency. People who are narrowed to locations see
 * nothing here, because a row tells of all of them.
 */
export const variantsList = defineList<VariantRow, ReturnType<typeof toView>>({
  name: 'variants',
  namespace: 'pricing',
  columns: {
    sku: { type: 'text', sql: 'v.sku', filter: ['is'], sort: true },
    name: { type: 'text' },
    options: { type: 'text' },
    handle: { type: 'text', sql: 'v.handle', filter: ['is'] },
    gtin: { type: 'text', sql: 'v.gtin', filter: ['is'], nullable: true },
    weightGrams: { type: 'integer' },
    price: { type: 'money' },
    compareAt: { type: 'money' },
    cost: { type: 'money', permission: 'pricing:costs' },
    onHand: { type: 'integer' },
    available: { type: 'integer' },
    state: { type: 'enum', values: ['draft', 'published'] },
  },
  from: 'FROM catalog.pub_live_variant v',
  as: 'v',
  base: 'v.*',
  select: `v.variant_uuid, v.product_uuid, v.sku, v.gtin, v.weight_grams, v.option_names, v.handle, v.names, v.state, v.version,
    v.image_file_id, (SELECT (array_agg(m.currency ORDER BY m.position))[1] FROM organisation.pub_market m) AS currency,
    (SELECT jsonb_agg(jsonb_build_object('amount', p.amount, 'compareAt', p.compare_at, 'currency', p.currency)
      ORDER BY p.currency) FROM pricing.price p WHERE p.variant_id = v.variant_uuid) AS prices,
    (SELECT jsonb_build_object('amount', c.amount, 'currency', c.currency) FROM pricing.cost c
      WHERE c.variant_id = v.variant_uuid AND c.entity_id =
        (SELECT (array_agg(m.entity_id ORDER BY m.position, m.code))[1]::uuid FROM organisation.pub_market m)) AS cost,
    (SELECT jsonb_agg(jsonb_build_object('locationCode', s.location_code, 'onHand', s.on_hand, 'available', s.available)
      ORDER BY s.location_code) FROM inventory.pub_stock s WHERE s.variant_uuid = v.variant_uuid) AS stock`,
  keys: [{ sql: 'v.variant_uuid', type: 'id' }],
  defaultSort: 'sku',
  scope: { market: EVERY_ROW },
  search: {
    // Who types a code begins with its beginning: that stands on plain indexes, and most searches end there.
    ways: [
      (words) => beginning('v.sku', words),
      (words) => (words === words.toUpperCase() ? undefined : beginning('v.sku', words.toUpperCase())),
      (words) => (/^\d+$/.test(words) ? beginning('v.gtin', words) : undefined),
      (words) => containing('v.codes', words),
      (words) => containing('v.search_text', words),
    ],
  },
  present: toView,
})

function toView(row: VariantRow, locale: Locale = 'en') {
  const prices = (row.prices ?? []).map(({ amount, compareAt, currency }) => ({
    amount: { amount, currency },
    compareAt: compareAt === null ? null : { amount: compareAt, currency },
  }))
  const main: { amount: MoneyJson; compareAt: MoneyJson | null } | undefined = prices.find(
    ({ amount }) => amount.currency === row.currency,
  )
  const stock = [...(row.stock ?? [])]
  return {
    id: row.variant_uuid,
    productId: row.product_uuid,
    sku: row.sku,
    handle: row.handle,
    name: row.names[locale] ?? row.names['en'] ?? row.handle,
    options: row.option_names[locale] ?? row.option_names['en'] ?? '',
    gtin: row.gtin,
    weightGrams: row.weight_grams,
    state: row.state,
    productVersion: row.version,
    imageFileId: row.image_file_id,
    price: main?.amount ?? null,
    compareAt: main?.compareAt ?? null,
    cost: row.cost,
    prices,
    onHand: sumOf(stock.map((one) => one.onHand)),
    available: sumOf(stock.map((one) => one.available)),
    stock,
  }
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0)
}
