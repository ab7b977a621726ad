import { fragment } from '../../../host/database/sql.ts'
import { defineList } from '../../../host/lists/define-list.ts'
import { PARCEL_STATES, trackingKey, type ParcelState } from '../domain/parcel.ts'

interface Row {
  readonly id: string
  readonly order_id: string
  readonly order_number: bigint
  readonly number: number
  readonly state: ParcelState
  readonly market_code: string
  readonly location_code: string
  readonly carrier: string | null
  readonly tracking_number: string | null
  readonly made_at: Date
  readonly shipped_at: Date | null
  readonly delivered_on: string | null
}

/** Parcels, the newest first; a search finds the number of an order, or what a carrier calls a parcel. */
export const parcelsList = defineList({
  name: 'parcels',
  namespace: 'fulfilment',
  columns: {
    label: { type: 'text' },
    orderNumber: { type: 'integer', sql: 'p.order_number', filter: ['is'], sort: true },
    state: { type: 'enum', sql: 'p.state', values: [...PARCEL_STATES], filter: ['is', 'not'] },
    location: { type: 'text', sql: 'p.location_code', filter: ['is'] },
    carrier: { type: 'text' },
    trackingNumber: { type: 'text' },
    madeAt: { type: 'instant', sql: 'p.made_at', filter: ['from', 'to', 'last'], sort: true },
    shippedAt: { type: 'instant' },
    deliveredOn: { type: 'date' },
    market: { type: 'text', sql: 'p.market_code', filter: ['is'] },
  },
  from: 'FROM fulfilment.parcel p',
  as: 'p',
  select: `p.id, p.order_id, p.order_number, p.number, p.state, p.market_code, p.location_code, p.carrier, p.tracking_number, p.made_at,
    p.shipped_at, p.delivered_on`,
  keys: [{ sql: 'p.id', type: 'id' }],
  defaultSort: '-madeAt',
  scope: { market: 'p.market_code', location: 'p.location_code' },
  search: {
    ways: [
      (words) =>
        /^#?\d{4,15}$/.test(words) ? fragment`p.order_number = ${BigInt(words.replace('#', ''))}` : undefined,
      (words) => fragment`p.tracking_key = ${trackingKey(words)}`,
    ],
  },
  present: (row: Row) => ({
    id: row.id,
    orderId: row.order_id,
    label: `${row.order_number}-${row.number}`,
    orderNumber: String(row.order_number),
    state: row.state,
    location: row.location_code,
    carrier: row.carrier,
    trackingNumber: row.tracking_number,
    madeAt: row.made_at.toISOString(),
    shippedAt: row.shipped_at?.toISOString() ?? null,
    deliveredOn: row.delivered_on,
    market: row.market_code,
  }),
})
