import type { Context } from '../../../host/context.ts'
import { marketFact, moneyFact, type GuardedAct } from '../../../host/guard/act.ts'
import { foresee, weigh } from '../../../host/guard/weigh.ts'
import type { Result } from '../../../kernel/result.ts'
import type { LockedOrder } from '../domain/order.ts'

export const CANCEL: GuardedAct = {
  act: 'orders.cancel',
  permission: 'orders:cancel',
  facts: { amount: 'money', market: 'market' },
}

/** Whether an order may be called off now. The order is held under lock. */
export function weighCancellation(ctx: Context, order: LockedOrder): Promise<Result<void>> {
  return weigh(ctx, claimOf(order))
}

/** The same ahead of it, before the provider's page is closed; nothing is settled by it. */
export function foreseeCancellation(ctx: Context, order: LockedOrder): Promise<Result<void>> {
  return foresee(ctx, claimOf(order))
}

function claimOf(order: LockedOrder) {
  return {
    act: CANCEL.act,
    facts: { amount: moneyFact(order.total), market: marketFact([order.marketCode]) },
    ref: { kind: 'order', id: order.id },
  }
}
