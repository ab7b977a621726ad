import type { PossibleAction } from '../../../host/http/allowed-actions.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { listReserved } from '../../inventory/index.ts'
import { checkNotHeld, getOrder, mayBeShipped, type OrderDetail } from '../../orders/index.ts'
import type { Reader } from '../../organisation/index.ts'
import { refusalsOfMoves } from '../domain/parcel.ts'
import { refusals } from '../domain/refusals.ts'
import { whatIsLeft } from '../domain/what-is-left.ts'
import { findClearance } from '../queries/clearance.ts'
import { listParcelsOf, type Parcel } from '../queries/read-parcels.ts'
import { whatIsThere } from './what-is-there.ts'
import { sentLines } from './read-dispatch.ts'

const SHIP = 'fulfilment:ship'

export interface NamedPieces {
  readonly position: number
  readonly name: string
  readonly sku: string
  readonly quantity: number
}

export interface ViewedParcel extends Omit<Parcel, 'lines'> {
  readonly lines: readonly NamedPieces[]
  readonly possible: readonly PossibleAction[]
}

export interface ParcelsOfOrder {
  readonly parcels: readonly ViewedParcel[]
  /** What still lies on the shelf. */
  readonly left: readonly NamedPieces[]
  readonly locations: readonly { readonly code: string; readonly name: string }[]
  readonly possible: readonly PossibleAction[]
}

/** The parcels of an order, what is left to send, whence, and what may be done now. */
export async function viewParcelsOf(reader: Reader, orderId: string, now: Date): Promise<Result<ParcelsOfOrder>> {
  const order = await getOrder(reader, orderId)
  if (!order.ok) return refusals.not_found()
  const parcels = await listParcelsOf(reader, orderId)
  const left = whatIsLeft(sentLines(order.value), parcels)
  const reserved = await listReserved(reader, orderId)
  const cleared = await findClearance(reader, orderId)
  const locations = [...new Map(reserved.map((one) => [one.locationCode, one.locationName]))]
  const may = mayBeShipped({ state: order.value.state, cleared })
  const allowed = may.ok ? await checkNotHeld(reader, orderId) : may
  const there = allowed.ok ? await whatIsThere(reader, orderId, left) : allowed
  const stopped = there.ok ? null : there.refusal
  const refusal = left.length === 0 ? refusals.nothing_to_send().refusal : stopped
  return ok({
    parcels: parcels.map((parcel) => viewed(parcel, order.value, now)),
    left: left.map((line) => named(order.value, line)),
    locations: locations.map(([code, name]) => ({ code, name })),
    possible: [{ action: 'pack', permission: SHIP, refusal }],
  })
}

function viewed(parcel: Parcel, order: OrderDetail, now: Date): ViewedParcel {
  return {
    ...parcel,
    lines: parcel.lines.map((line) => named(order, line)),
    possible: refusalsOfMoves(parcel, now).map(({ act, refusal }) => ({ action: act, permission: SHIP, refusal })),
  }
}

/** As the order calls it. */
export function named(
  order: Pick<OrderDetail, 'lines'>,
  { position, quantity }: { readonly position: number; readonly quantity: number },
): NamedPieces {
  const line = order.lines.find((one) => one.position === position)
  const name = line && (line.options === '' ? line.name : `${line.name}, ${line.options}`)
  return { position, quantity, name: name ?? '', sku: line?.sku ?? '' }
}
