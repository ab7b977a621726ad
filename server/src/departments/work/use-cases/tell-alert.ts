import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { AlertRule } from '../domain/alerts.ts'
import { isTold } from '../store/inbox.ts'
import { tell } from './tell.ts'

export { ALERTS } from '../domain/alerts.ts'
export type { AlertRule } from '../domain/alerts.ts'

/** A fact about an order that somebody must look at, told to all who may act upon it; once for each such fact. */
export async function tellAlert(
  ctx: Context,
  { rule, orderId, occasion }: { rule: AlertRule; orderId: string; occasion: string },
): Promise<Result<void>> {
  const told = {
    kind: 'alert',
    ref: { type: 'order', id: orderId },
    occasion: `${rule.event} ${occasion}`,
  } as const
  if (await isTold(ctx, told)) return ok()
  tell(ctx, {
    ...told,
    to: [{ kind: 'may', id: rule.permission }],
    record: { type: 'order', id: orderId },
    title: { key: rule.titleKey },
    path: `/orders/${orderId}`,
  })
  return ok()
}
