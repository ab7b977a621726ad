import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import { isUuid } from '../../../kernel/ids.ts'
import type { ParcelState } from '../domain/parcel.ts'

type Reader = Pick<Database, 'rows'>

export interface ParcelLine {
  readonly position: number
  readonly variantId: string
  readonly quantity: number
}

export interface Parcel {
  readonly id: string
  readonly orderId: string
  readonly number: number
  readonly label: string
  readonly state: ParcelState
  readonly locationCode: string
  readonly carrier: string | null
  readonly trackingNumber: string | null
  readonly trackingUrl: string | null
  readonly madeAt: Date
  readonly shippedAt: Date | null
  readonly leavesAt: Date | null
  readonly leftAt: Date | null
  readonly deliveredOn: string | null
  readonly lines: readonly ParcelLine[]
  readonly facts: readonly {
    readonly fact: ParcelState | 'tracked'
    readonly note: string | null
    readonly actor: string
    readonly at: string
  }[]
}

/** The parcels of an order in their order, with what is in them and what happened to each. */
export function listParcelsOf(reader: Reader, orderId: string): Promise<Parcel[]> {
  return reader.rows(sql<Parcel>`
    SELECT p.id, p.order_id AS "orderId", p.number, p.order_number || '-' || p.number AS label, p.state, p.location_code AS "locationCode",
      p.carrier, p.tracking_number AS "trackingNumber", p.tracking_url AS "trackingUrl", p.made_at AS "madeAt",
      p.shipped_at AS "shippedAt", p.leaves_at AS "leavesAt", p.left_at AS "leftAt", p.delivered_on AS "deliveredOn",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('position', l.position, 'variantId', l.variant_id, 'quantity', l.quantity) ORDER BY l.position), '[]')
        FROM fulfilment.parcel_line l WHERE l.parcel_id = p.id) AS lines,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('fact', f.fact, 'note', f.note, 'actor', f.actor,
          'at', to_char(f.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY f.at, f.id), '[]')
        FROM fulfilment.parcel_fact f WHERE f.parcel_id = p.id) AS facts
    FROM fulfilment.parcel p WHERE p.order_id = ${orderId} ORDER BY p.number`)
}

/** Whose parcel it is; undefined where there is none. */
export async function findOrderOfParcel(reader: Reader, id: string): Promise<string | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await reader.rows(sql<{ orderId: string }>`
    SELECT order_id AS "orderId" FROM fulfilment.parcel WHERE id = ${id}`)
  return row?.orderId
}
