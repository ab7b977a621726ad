import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { needsDelivery } from '../../catalog/index.ts'
import { getOrder, lockOrder, type LockedOrder, type OrderDetail } from '../../orders/index.ts'
import type { SentLine } from '../domain/what-is-left.ts'
import { refusals } from '../domain/refusals.ts'
import { findOrderOfParcel, listParcelsOf, type Parcel } from '../queries/read-parcels.ts'

/** An order with its parcels, held until the transaction ends: whoever packs, ships or takes back comes one after the other. */
export interface HeldDispatch {
  readonly order: LockedOrder
  readonly detail: OrderDetail
  readonly lines: readonly SentLine[]
  readonly parcels: readonly Parcel[]
}

/** What of an order is sent; what is downloaded or done for the buyer is not. */
export function sentLines(detail: OrderDetail): SentLine[] {
  return detail.lines
    .filter(({ kind }) => needsDelivery(kind))
    .map(({ position, variantId, quantity }) => ({ position, variantId, quantity }))
}

export async function holdDispatch(ctx: Context, orderId: string): Promise<Result<HeldDispatch>> {
  const order = await lockOrder(ctx, orderId)
  if (!order.ok) return refusals.not_found()
  const detail = await getOrder(ctx.tx, orderId)
  if (!detail.ok) return refusals.not_found()
  const parcels = await listParcelsOf(ctx.tx, orderId)
  return ok({ order: order.value, detail: detail.value, lines: sentLines(detail.value), parcels })
}

export async function holdParcel(
  ctx: Context,
  parcelId: string,
): Promise<Result<HeldDispatch & { readonly parcel: Parcel }>> {
  const orderId = await findOrderOfParcel(ctx.tx, parcelId)
  if (orderId === undefined) return refusals.not_found()
  const held = await holdDispatch(ctx, orderId)
  if (!held.ok) return held
  const parcel = held.value.parcels.find(({ id }) => id === parcelId)
  return parcel ? ok({ ...held.value, parcel }) : refusals.not_found()
}
