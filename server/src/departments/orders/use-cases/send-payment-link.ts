import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { checkSendLink } from '../domain/payment-link.ts'
import { refusals } from '../domain/refusals.ts'
import { findSentLink } from '../queries/sent-link.ts'
import { touchOrder } from '../store/balances.ts'
import { saveLinkSent } from '../store/drafts.ts'
import { lockDraft } from '../store/locks.ts'
import { lockOrder } from './change-order.ts'

interface Asked {
  readonly orderId: string
  /** What is left to pay by the link, in minor units of the order's currency. */
  readonly due: bigint
}

/** Whoever the order was taken for is sent the link to pay it: the first time, as it is ordered. */
export function sendPaymentLink(ctx: Context, draftId: string, { orderId, due }: Asked): void {
  saveLinkSent(ctx, draftId)
  ctx.enqueue({ kind: 'ask-payment', ref: orderId, payload: { due: Number(due) }, dedupKey: orderId })
}

/** Once more, the same link; not where it is not waited for, or was sent just now or often. */
export async function sendPaymentLinkAnew(ctx: Context, { orderId, due }: Asked): Promise<Result<void>> {
  const known = await findSentLink(ctx.tx, orderId)
  if (!known) return refusals.payment_link_none()
  lockDraft(ctx, known.draftId)
  const order = await lockOrder(ctx, orderId)
  if (!order.ok) return order
  const link = await findSentLink(ctx.tx, orderId)
  const sound = checkSendLink(link, { order: order.value, now: ctx.now })
  if (!sound.ok) return sound
  const count = (link?.count ?? 0) + 1
  saveLinkSent(ctx, known.draftId)
  touchOrder(ctx, orderId)
  ctx.enqueue({
    ...{ kind: 'ask-payment', ref: orderId, payload: { due: Number(due), time: count } },
    dedupKey: `${orderId} ${count}`,
  })
  ctx.audit({
    ...{ action: 'orders:send_link', objectType: 'order', objectId: orderId, version: order.value.version + 1 },
    changes: [{ field: 'links', before: count - 1, after: count }],
  })
  return ok()
}
