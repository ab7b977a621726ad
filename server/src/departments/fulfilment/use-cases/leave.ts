import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { shipStock } from '../../inventory/index.ts'
import { recordDispatch, type LockedOrder } from '../../orders/index.ts'
import { dispatchOf, type Packed, type SentLine } from '../domain/what-is-left.ts'
import { parcelEvents } from '../events.ts'
import { readUndoMinutes } from '../queries/undo-minutes.ts'
import { insertFact, saveState } from '../store/parcels.ts'

export interface Leaving {
  readonly order: LockedOrder
  readonly lines: readonly SentLine[]
  /** All of the order's, this one as it is before. */
  readonly parcels: readonly (Packed & { readonly id: string })[]
  readonly parcel: {
    readonly id: string
    readonly number: number
    readonly locationCode: string
    readonly lines: readonly SentLine[]
  }
}

/** A packed parcel goes: its pieces leave the shelf now, and its buyer is told once it can no longer be taken back. */
export async function leave(ctx: Context, { order, lines, parcels, parcel }: Leaving): Promise<Result<void>> {
  const { id, number, locationCode } = parcel
  const pieces = new Map<string, number>()
  for (const { variantId, quantity } of parcel.lines) pieces.set(variantId, (pieces.get(variantId) ?? 0) + quantity)
  const gone = await shipStock(ctx, { orderId: order.id, locationCode, pieces, ref: id })
  if (!gone.ok) return gone
  const minutes = await readUndoMinutes(ctx.tx)
  const leavesAt = new Date(ctx.now.getTime() + minutes * 60_000)
  saveState(ctx, id, { state: 'shipped', leavesAt, deliveredOn: null })
  insertFact(ctx, id, { fact: 'shipped', note: null })
  const now = parcels.map((one): Packed => (one.id === id ? { state: 'shipped', lines: one.lines } : one))
  recordDispatch(ctx, order, dispatchOf(lines, now))
  ctx.emit(parcelEvents.shipped({ orderId: order.id, parcelId: id, number }))
  ctx.enqueue({ kind: 'parcel-left', ref: id, runAt: leavesAt, dedupKey: `${id} ${ctx.now.getTime()}` })
  ctx.audit({
    action: 'fulfilment:ship',
    objectType: 'order',
    objectId: order.id,
    changes: [{ field: 'parcel', before: null, after: `${order.number}-${number}` }],
  })
  return ok()
}
