import { fragment, type Fragment } from '../../../host/database/sql.ts'
import { defineList } from '../../../host/lists/define-list.ts'
import { integerSettingSql } from '../../../host/settings/setting-sql.ts'
import { lowStock } from './low-stock.ts'
import type { Locale } from '../../../host/i18n/locales.ts'

export interface StockView {
  readonly variantId: string
  readonly sku: string
  readonly handle: string
  readonly name: string
  readonly options: string
  readonly location: string
  readonly onHand: number
  readonly reserved: number
  readonly available: number
}

interface StockRow {
  readonly variant_id: string
  readonly sku: string
  readonly handle: string
  readonly names: Readonly<Record<string, string>>
  readonly option_names: Readonly<Record<string, string>>
  readonly location: string
  readonly on_hand: bigint
  readonly reserved: bigint
  readonly short: bigint
}

/** As the index stock_by_available and countLowStock say it: what can still be sold. */
export const AVAILABLE = 's.on_hand + s.short - s.reserved'

/** Stock by variant and location; `low` keeps what the setting low_stock calls scarce. */
export const stockList = defineList<StockRow, StockView>({
  name: 'stock',
  namespace: 'inventory',
  columns: {
    sku: { type: 'text', sql: 'v.sku', filter: ['is'], sort: true },
    name: { type: 'text' },
    options: { type: 'text' },
    location: { type: 'text', filter: ['is'], where: atLocations },
    onHand: { type: 'integer' },
    reserved: { type: 'integer' },
    available: { type: 'integer', sql: AVAILABLE, filter: ['from', 'to'], sort: true },
    low: {
      type: 'boolean',
      sql: `${AVAILABLE} <= ${integerSettingSql(lowStock)} AND NOT s.backorder`,
      filter: ['is'],
      shown: false,
    },
  },
  from: `FROM inventory.stock s JOIN inventory.location l ON l.id = s.location_id
    JOIN catalog.pub_variant v ON v.variant_uuid = s.variant_id`,
  as: 's',
  base: 's.variant_id, s.location_id, v.sku, v.handle, v.names, v.option_names, l.name AS location, s.on_hand, s.reserved, s.short',
  select: 's.*',
  keys: [
    { sql: 's.variant_id', type: 'id' },
    { sql: 's.location_id', type: 'id' },
  ],
  defaultSort: 'sku',
  shorthands: { low: { column: 'low', sort: 'available' } },
  present: toView,
})

/** By code; looked up first, so that the index by location is walked and not every row. */
function atLocations(codes: readonly string[]): Fragment {
  return fragment`s.location_id = ANY(ARRAY(SELECT id FROM inventory.location WHERE code = ANY(${codes}::text[])))`
}

function toView(row: StockRow, locale: Locale): StockView {
  return {
    variantId: row.variant_id,
    sku: row.sku,
    handle: row.handle,
    name: row.names[locale] ?? row.names['en'] ?? row.sku,
    options: row.option_names[locale] ?? row.option_names['en'] ?? '',
    location: row.location,
    onHand: Number(row.on_hand),
    reserved: Number(row.reserved),
    available: Number(row.on_hand + row.short - row.reserved),
  }
}
