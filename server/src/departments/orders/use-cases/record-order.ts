import type { Context } from '../../../host/context.ts'
import { moneyToJson } from '../../../kernel/money.ts'
import { orderPlaced } from '../events.ts'
import type { NewOrder } from '../domain/new-order.ts'
import { insertOrder } from '../store/orders.ts'

/** Writes a decided order with its event and its first version in the audit trail; answers the hash of its content. */
export function recordOrder(ctx: Context, order: NewOrder): { contentHash: string } {
  const contentHash = insertOrder(ctx, order)
  const total = moneyToJson(order.total)
  ctx.emit(orderPlaced(order.id, { number: String(order.number), total, marketCode: order.basket.market.code }))
  ctx.audit({
    action: 'orders:place',
    objectType: 'order',
    objectId: order.id,
    version: 1,
    changes: [
      { field: 'state', before: null, after: 'awaiting_payment' },
      { field: 'total', before: null, after: total },
    ],
  })
  return { contentHash }
}
