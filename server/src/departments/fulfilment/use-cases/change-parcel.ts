import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { localDateIn } from '../../../kernel/time.ts'
import { takeBackStock } from '../../inventory/index.ts'
import { recordDispatch } from '../../orders/index.ts'
import { decideMove, type ParcelMove, type ParcelState } from '../domain/parcel.ts'
import { refusals } from '../domain/refusals.ts'
import { dispatchOf } from '../domain/what-is-left.ts'
import { parcelEvents } from '../events.ts'
import { insertFact, saveState, saveTracking } from '../store/parcels.ts'
import { leave } from './leave.ts'
import { mayLeave } from './pack-order.ts'
import { holdParcel } from './read-dispatch.ts'
import { findByTracking, readTracking, type TypedTracking } from './read-tracking.ts'

const ACTIONS = { ship: 'ship', deliver: 'deliver', lose: 'lose', return: 'return', take_back: 'take_back' } as const

/** What happens to a parcel: it goes, arrives, gets lost, comes back, or never really went. */
export async function moveParcel(
  ctx: Context,
  { parcelId, ...move }: ParcelMove & { readonly parcelId: string },
): Promise<Result<{ readonly state: ParcelState }>> {
  const found = await holdParcel(ctx, parcelId)
  if (!found.ok) return found
  const { order, lines, parcels, parcel } = found.value
  const today = localDateIn(ctx.now, order.timeZone)
  const shippedOn = parcel.shippedAt && localDateIn(parcel.shippedAt, order.timeZone)
  const decided = decideMove({ ...parcel, shippedOn }, move, { now: ctx.now, today })
  if (!decided.ok) return decided
  const { state, deliveredOn } = decided.value
  if (move.act === 'ship') {
    const allowed = await mayLeave(ctx, order)
    if (!allowed.ok) return allowed
    const left = await leave(ctx, { order, lines, parcels, parcel })
    return left.ok ? ok({ state }) : left
  }
  const note = move.note?.trim() || null
  saveState(ctx, parcel.id, { state, deliveredOn })
  insertFact(ctx, parcel.id, { fact: state, note })
  if (move.act === 'take_back' && parcel.state === 'shipped') takeBackStock(ctx, parcel.id)
  const now = parcels.map((one) => (one.id === parcel.id ? { ...one, state } : one))
  if (order.dispatch !== null) recordDispatch(ctx, order, dispatchOf(lines, now))
  if (state !== 'packed')
    ctx.emit(parcelEvents[state]({ orderId: order.id, parcelId: parcel.id, number: parcel.number }))
  ctx.audit({
    action: `fulfilment:${ACTIONS[move.act]}`,
    objectType: 'order',
    objectId: order.id,
    changes: [
      { field: 'parcel', before: parcel.label, after: parcel.label },
      { field: 'state', before: parcel.state, after: state },
    ],
    ...(note === null ? {} : { reason: note }),
  })
  return ok({ state })
}

/** Who carries a parcel and under which number, put right. */
export async function trackParcel(
  ctx: Context,
  { parcelId, ...typed }: TypedTracking & { readonly parcelId: string },
): Promise<Result<{ readonly carrier: string | null; readonly trackingUrl: string | null }>> {
  const found = await holdParcel(ctx, parcelId)
  if (!found.ok) return found
  const { order, parcel } = found.value
  if (parcel.state === 'taken_back') return refusals.not_possible({ params: { state: parcel.state } })
  const tracking = readTracking(typed)
  if (!tracking.ok) return tracking
  const { carrier, trackingNumber, trackingUrl } = tracking.value
  if (carrier === parcel.carrier && trackingNumber === parcel.trackingNumber && trackingUrl === parcel.trackingUrl)
    return ok({ carrier, trackingUrl })
  saveTracking(ctx, parcel.id, tracking.value)
  findByTracking(ctx, order.id, { before: parcel.trackingNumber, now: trackingNumber })
  insertFact(ctx, parcel.id, { fact: 'tracked', note: trackingNumber })
  ctx.audit({
    action: 'fulfilment:track',
    objectType: 'order',
    objectId: order.id,
    changes: [{ field: 'tracking_number', before: parcel.trackingNumber, after: trackingNumber }],
  })
  return ok({ carrier, trackingUrl })
}
