import type { Context } from '../../../host/context.ts'
import { DELIVER_WEBHOOKS } from '../domain/webhook.ts'

export { DELIVER_WEBHOOKS } from '../domain/webhook.ts'

/**
 * One job for each address and instant to come, however many messages wait for it; one that is wanted now is always new, since the last one
 * may have found the line taken. It has no record, so that it is forgotten when it is done.
 */
export function askForDelivery(ctx: Context, webhookId: string, at: Date = ctx.now): void {
  ctx.enqueue({
    kind: DELIVER_WEBHOOKS,
    payload: { webhookId },
    dedupKey: `${webhookId} ${at > ctx.now ? at.toISOString() : ctx.newId()}`,
    runAt: at,
  })
}
