import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { listReserved } from '../../inventory/index.ts'
import { checkNotHeld, mayBeShipped, type LockedOrder } from '../../orders/index.ts'
import type { ParcelState } from '../domain/parcel.ts'
import { decideContents, whatIsLeft, type Wish } from '../domain/what-is-left.ts'
import { parcelEvents } from '../events.ts'
import { insertFact, insertParcel } from '../store/parcels.ts'
import { leave } from './leave.ts'
import { whatIsThere } from './what-is-there.ts'
import { findByTracking, readTracking, type TypedTracking } from './read-tracking.ts'
import { holdDispatch } from './read-dispatch.ts'

export interface ParcelToPack extends TypedTracking {
  readonly orderId: string
  /** All that is left unless told. */
  readonly lines?: readonly Wish[] | undefined
  readonly locationCode?: string | undefined
  /** It goes at once. */
  readonly ship: boolean
}

export interface PackedParcel {
  readonly id: string
  readonly label: string
  readonly state: ParcelState
}

/** Puts pieces of an order into a parcel, and ships it where that is wished: only what is paid or cleared, left, and not held. */
export async function packOrder(ctx: Context, wish: ParcelToPack): Promise<Result<PackedParcel>> {
  const held = await holdDispatch(ctx, wish.orderId)
  if (!held.ok) return held
  const { order, lines, parcels } = held.value
  const allowed = await mayLeave(ctx, order)
  if (!allowed.ok) return allowed
  const there = await whatIsThere(ctx.tx, order.id, whatIsLeft(lines, parcels))
  if (!there.ok) return there
  const contents = decideContents(there.value, wish.lines)
  if (!contents.ok) return contents
  const tracking = readTracking(wish)
  if (!tracking.ok) return tracking
  const id = ctx.newId<'parcel'>()
  const number = Math.max(0, ...parcels.map((one) => one.number)) + 1
  const locationCode = wish.locationCode ?? (await placeOf(ctx, order.id, contents.value[0]?.variantId))
  const parcel = { id, number, locationCode, lines: contents.value }
  const { number: orderNumber, marketCode } = order
  findByTracking(ctx, order.id, { before: null, now: tracking.value.trackingNumber })
  insertParcel(ctx, { ...parcel, orderId: order.id, orderNumber, marketCode, tracking: tracking.value })
  insertFact(ctx, id, { fact: 'packed', note: null })
  const label = `${orderNumber}-${number}`
  if (wish.ship) {
    const all = [...parcels, { id, state: 'packed' as const, lines: contents.value }]
    const left = await leave(ctx, { order, lines, parcels: all, parcel })
    return left.ok ? ok({ id, label, state: 'shipped' }) : left
  }
  ctx.emit(parcelEvents.packed({ orderId: order.id, parcelId: id, number }))
  ctx.audit({
    action: 'fulfilment:pack',
    objectType: 'order',
    objectId: order.id,
    changes: [{ field: 'parcel', before: null, after: label }],
  })
  return ok({ id, label, state: 'packed' })
}

/** Paid or cleared, and held by nothing; the order is held under lock, as those are who hold it back. */
export async function mayLeave(ctx: Context, order: LockedOrder): Promise<Result<void>> {
  const cleared = mayBeShipped(order)
  return cleared.ok ? checkNotHeld(ctx.tx, order.id) : cleared
}

/** Where the goods lie that this order was promised; nowhere where nothing is promised any more, which shipping refuses. */
async function placeOf(ctx: Context, orderId: string, variantId: string | undefined): Promise<string> {
  const reserved = await listReserved(ctx.tx, orderId)
  return (reserved.find((one) => one.variantId === variantId) ?? reserved[0])?.locationCode ?? ''
}
