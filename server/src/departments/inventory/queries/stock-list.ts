import { fragment, trusted, type Fragment } from '../../../host/database/sql.ts'
import { defineList } from '../../../host/lists/define-list.ts'
import type { Locale } from '../../../host/i18n/locales.ts'
import { soldOut, scarce } from './scarce.ts'

export interface StockView {
  readonly variantId: string
  readonly sku: string
  readonly handle: string
  readonly name: string
  readonly options: string
  readonly location: string
  readonly locationCode: string
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
  readonly location_code: string
  readonly on_hand: bigint
  readonly reserved: bigint
  readonly short: bigint
}

/**
 * Stock by variant and location. What is available is neither sorted nor filtered by: an index over it would be rewritten by
 * every order. What runs out has one of its own, over few rows; `scarce` brings those to the front, the scarcest first.
 */
export const stockList = defineList<StockRow, StockView>({
  name: 'stock',
  namespace: 'inventory',
  columns: {
    sku: { type: 'text', sql: 'v.sku', filter: ['is'], sort: true },
    name: { type: 'text' },
    handle: { type: 'text', sql: 'v.handle', filter: ['is'], shown: false },
    options: { type: 'text' },
    location: { type: 'text', filter: ['is'], where: atLocations, counted: 'FROM inventory.stock s' },
    onHand: { type: 'integer' },
    reserved: { type: 'integer' },
    available: { type: 'integer' },
    scarce: { type: 'integer', sql: 's.scarce', sort: true, nullable: true, shown: false },
    low: {
      type: 'boolean',
      filter: ['is'],
      where: (values) => eitherWay(values, scarce),
      implies: 'scarce',
      shown: false,
    },
    soldOut: {
      type: 'boolean',
      filter: ['is'],
      where: (values) => eitherWay(values, soldOut),
      implies: 'scarce',
      shown: false,
    },
  },
  from: `FROM inventory.stock s JOIN inventory.location l ON l.id = s.location_id
    JOIN catalog.pub_variant v ON v.variant_uuid = s.variant_id`,
  as: 's',
  base: 's.variant_id, s.location_id, v.sku, v.handle, v.names, v.option_names, l.name AS location, l.code AS location_code, s.on_hand, s.reserved, s.short, s.scarce',
  select: 's.*',
  keys: [
    { sql: 's.variant_id', type: 'id' },
    { sql: 's.location_id', type: 'id' },
  ],
  defaultSort: 'sku',
  scope: { location: 'l.code' },
  shorthands: { low: { column: 'low', sort: 'scarce' } },
  present: toView,
})

/** By code; looked up first, so that the index by location is walked and not every row. */
function atLocations(codes: readonly string[]): Fragment {
  return fragment`s.location_id = ANY(ARRAY(SELECT id FROM inventory.location WHERE code = ANY(${codes}::text[])))`
}

/** What is not scarce has no number in `scarce`: said apart, since nothing is neither true nor false of null. */
function eitherWay(values: readonly string[], condition: Fragment): Fragment {
  if (values.includes('true') && values.includes('false')) return trusted('true')
  return values.includes('true') ? condition : fragment`(s.scarce IS NULL OR NOT (${condition}))`
}

function toView(row: StockRow, locale: Locale): StockView {
  return {
    variantId: row.variant_id,
    sku: row.sku,
    handle: row.handle,
    name: row.names[locale] ?? row.names['en'] ?? row.sku,
    options: row.option_names[locale] ?? row.option_names['en'] ?? '',
    location: row.location,
    locationCode: row.location_code,
    onHand: Number(row.on_hand),
    reserved: Number(row.reserved),
    available: Number(row.on_hand + row.short - row.reserved),
  }
}
