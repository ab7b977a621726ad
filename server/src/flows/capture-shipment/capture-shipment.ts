/**
 * Goods went out, so what was held for them is taken: each parcel's share, where its market agreed to that and the card allows it, or all
 * that is owed with the first (ADR 0013, 0016). Heard when a parcel can no longer be taken back, and when what was to follow was called
 * off. All parcels that left are looked at, so it does not matter which is told of first, or whether one is never told of. Of an order of
 * which nothing is held nothing happens.
 */
import { runCommand, system, type Context } from '../../host/context.ts'
import type { JobDefinition } from '../../host/outbox/worker.ts'
import { worthThatLeft } from '../../departments/fulfilment/index.ts'
import { getOrder, lockOrder } from '../../departments/orders/index.ts'
import { captureForShipments } from '../../departments/payments/index.ts'
import type { Result } from '../../kernel/result.ts'

export const captureShipmentJob: JobDefinition = {
  kind: 'capture-shipment',
  run: async (house, job) => {
    const { ref: orderId } = job
    if (orderId === null) return
    await runCommand(house, { actor: system('capture-shipment') }, (ctx) =>
      captureWhatLeft(ctx, orderId, job.payload['rest'] === true),
    )
  },
}

async function captureWhatLeft(ctx: Context, orderId: string, isRestOff: boolean): Promise<Result<unknown>> {
  const order = await lockOrder(ctx, orderId)
  if (!order.ok) return order
  const detail = await getOrder(ctx.tx, orderId)
  if (!detail.ok) return detail
  const left = await worthThatLeft(ctx.tx, detail.value)
  const shipments = left.map(({ parcel, worthUntil }) => ({ reference: `parcel:${parcel.id}`, worthUntil }))
  // What was to follow was called off: the cents by which its share was rounded go with what went out.
  const last = left.at(-1)
  if (last && isRestOff) shipments.push({ reference: `rest:${order.value.version}`, worthUntil: last.worthUntil })
  return captureForShipments(ctx, order.value, { shipments })
}
