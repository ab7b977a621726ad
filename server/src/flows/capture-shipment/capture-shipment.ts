/**
 * Goods went out, so what was held for them is taken: with the first parcel of an order all that it owes, since a card's hold can be
 * taken once (ADR 0013). Heard when the parcel can no longer be taken back. Of an order of which nothing is held nothing happens.
 */
import { runCommand, system } from '../../host/context.ts'
import type { JobDefinition } from '../../host/outbox/worker.ts'
import { lockOrder } from '../../departments/orders/index.ts'
import { captureForShipment } from '../../departments/payments/index.ts'

export const captureShipmentJob: JobDefinition = {
  kind: 'capture-shipment',
  run: async (house, job) => {
    const { parcelId } = job.payload
    if (job.ref === null || typeof parcelId !== 'string') return
    const orderId = job.ref
    await runCommand(house, { actor: system('capture-shipment') }, async (ctx) => {
      const order = await lockOrder(ctx, orderId)
      if (!order.ok) return order
      return captureForShipment(ctx, order.value, { amount: order.value.total, reference: `parcel:${parcelId}` })
    })
  },
}
