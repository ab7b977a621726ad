import { ok, type Result } from '../../../kernel/result.ts'
import { getOrder, type OrderDetail } from '../../orders/index.ts'
import type { Reader } from '../../organisation/index.ts'
import { refusals } from '../domain/refusals.ts'
import { slipsToPrint } from '../domain/slips.ts'
import { whatIsLeft } from '../domain/what-is-left.ts'
import { findOrderOfParcel, listParcelsOf, type Parcel } from '../queries/read-parcels.ts'
import { sentLines } from './read-dispatch.ts'
import { named, type NamedPieces } from './view-parcels.ts'

/** What is in one parcel, or is to go into it: without what it cost, since it may be a present. */
export interface Slip {
  /** The parcel's, or the order's number where it is not packed yet. */
  readonly label: string
  readonly order: OrderDetail
  /** Undefined: still to be packed. */
  readonly parcel: Parcel | undefined
  readonly pieces: readonly NamedPieces[]
  /** Pieces of the order that lie elsewhere: in other parcels, or on the shelf. */
  readonly elsewhere: number
}

export async function slipOfParcel(reader: Reader, id: string): Promise<Result<Slip>> {
  const orderId = await findOrderOfParcel(reader, id)
  const order = orderId === undefined ? refusals.not_found() : await getOrder(reader, orderId)
  if (!order.ok) return refusals.not_found()
  const parcel = (await listParcelsOf(reader, order.value.id)).find((one) => one.id === id)
  return parcel ? ok(slipOf(order.value, parcel, parcel.lines)) : refusals.not_found()
}

/** Those that somebody needs who prints for this order; none where nothing of it is sent. */
export async function slipsOfOrder(reader: Reader, order: OrderDetail): Promise<Slip[]> {
  const parcels = await listParcelsOf(reader, order.id)
  const left = order.state === 'cancelled' || order.state === 'expired' ? [] : whatIsLeft(sentLines(order), parcels)
  return slipsToPrint(parcels, left.length > 0).map((one) =>
    one === 'rest' ? slipOf(order, undefined, left) : slipOf(order, one, one.lines),
  )
}

function slipOf(
  order: OrderDetail,
  parcel: Parcel | undefined,
  lines: readonly { readonly position: number; readonly quantity: number }[],
): Slip {
  const count = (all: readonly { readonly quantity: number }[]) => all.reduce((sum, { quantity }) => sum + quantity, 0)
  return {
    label: parcel?.label ?? order.number,
    order,
    parcel,
    pieces: lines.map((line) => named(order, line)),
    elsewhere: count(sentLines(order)) - count(lines),
  }
}
