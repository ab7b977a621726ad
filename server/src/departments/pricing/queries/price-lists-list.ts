import { defineList } from '../../../host/lists/define-list.ts'
import { containing } from '../../../host/lists/search-text.ts'
import { priceListState, type PriceListState } from './get-price-list.ts'

interface ListRow {
  readonly id: string
  readonly code: string
  readonly names: Record<string, string>
  readonly currency: string
  readonly priority: number
  readonly markets: readonly string[]
  readonly derived: boolean
  readonly price_count: bigint
  readonly state: PriceListState
  readonly zone: string
  readonly begins_at: Date | null
  readonly ends_at: Date | null
  readonly created_at: Date
}

/** Price lists, the newest first. */
export const priceListsList = defineList<ListRow, ReturnType<typeof toView>>({
  name: 'price-lists',
  namespace: 'pricing',
  columns: {
    code: { type: 'text', sql: 'l.code', filter: ['is'], sort: true },
    name: { type: 'text' },
    state: { type: 'text' },
    currency: { type: 'text', sql: 'l.currency', filter: ['is'] },
    markets: { type: 'text' },
    priority: { type: 'integer' },
    prices: { type: 'integer' },
    beginsAt: { type: 'instant', sql: 'l.begins_at', filter: ['from', 'to'] },
    endsAt: { type: 'instant', sql: 'l.ends_at', filter: ['from', 'to'] },
    createdAt: { type: 'instant', sql: 'l.created_at', filter: ['from', 'to', 'last'], sort: true },
  },
  from: 'FROM pricing.price_list l',
  as: 'l',
  select: `l.id, l.code, l.names, l.currency, l.priority, l.markets, l.change_ppm IS NOT NULL AS derived, l.price_count, l.zone, l.begins_at,
    l.ends_at, l.created_at, ${priceListState} AS state`,
  keys: [{ sql: 'l.id', type: 'id' }],
  defaultSort: '-createdAt',
  search: { ways: [(words) => containing("lower(l.code || ' ' || l.names::text)", words)] },
  present: toView,
})

function toView(row: ListRow, locale = 'en') {
  return {
    id: row.id,
    code: row.code,
    name: row.names[locale] ?? row.names['en'] ?? row.code,
    state: row.state as string,
    currency: row.currency,
    markets: row.markets.join(', ').toUpperCase(),
    priority: row.priority,
    derived: row.derived,
    prices: Number(row.price_count),
    zone: row.zone,
    beginsAt: row.begins_at?.toISOString() ?? null,
    endsAt: row.ends_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
  }
}
