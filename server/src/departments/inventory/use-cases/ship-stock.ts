import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { takeReserved } from '../domain/take-reserved.ts'
import { listReserved } from '../queries/reserved.ts'
import { returnShipment, writeShipment } from '../store/shipments.ts'

export interface StockShipment {
  readonly orderId: string
  readonly locationCode: string
  /** By variant. */
  readonly pieces: ReadonlyMap<string, number>
  /** What takes it: a parcel's id. */
  readonly ref: string
}

/**
 * Goods leave a place for an order that they were promised to: its reservations end, what is on hand goes down by a move. Under the
 * order's lock, so that nobody else moves its reservations; the stock rows are locked with the commit.
 */
export async function shipStock(
  ctx: Context,
  { orderId, locationCode, pieces, ref }: StockShipment,
): Promise<Result<void>> {
  const reserved = await listReserved(ctx.tx, orderId)
  const there = reserved.filter((one) => one.locationCode === locationCode)
  const taken = takeReserved(there, pieces)
  if (!taken.ok) return taken
  writeShipment(ctx, taken.value, ref)
  return ok()
}

/** A shipment that never left: its goods lie on the shelf again, promised to the same order. */
export function takeBackStock(ctx: Context, ref: string): void {
  returnShipment(ctx, ref)
}
