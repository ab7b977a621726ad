import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { messageOf, TEST_KIND } from '../domain/public-events.ts'
import { refusals } from '../domain/refusals.ts'
import { findWebhookOf } from '../queries/read-webhooks.ts'
import { beginAnew, beginFailedAnew, insertDeliveries, lockDelivery } from '../store/webhook-deliveries.ts'
import { lockWebhook, type LockedWebhook } from '../store/webhooks.ts'
import { askForDelivery } from './ask-for-delivery.ts'

/** The same message under the same number, once more: a receiver that had it knows it again. */
export async function replayDelivery(ctx: Context, id: string): Promise<Result<void>> {
  const webhookId = await findWebhookOf(ctx.tx, id)
  if (webhookId === undefined) return refusals.delivery_not_found()
  const webhook = await lockOpen(ctx, webhookId)
  if (!webhook.ok) return webhook
  const delivery = await lockDelivery(ctx, id)
  if (!delivery) return refusals.delivery_not_found()
  if (delivery.state === 'waiting') return refusals.still_waiting()
  beginAnew(ctx, id)
  note(ctx, webhookId, [{ field: 'replayed', before: null, after: id }])
  askForDelivery(ctx, webhookId)
  return ok()
}

/** All that failed since then; answers how many. */
export async function replayFailed(
  ctx: Context,
  { webhookId, since }: { webhookId: string; since: Date },
): Promise<Result<{ count: number }>> {
  const webhook = await lockOpen(ctx, webhookId)
  if (!webhook.ok) return webhook
  const count = await beginFailedAnew(ctx, webhookId, since)
  if (count === 0) return ok({ count })
  note(ctx, webhookId, [
    { field: 'replayed_since', before: null, after: since.toISOString() },
    { field: 'count', before: null, after: count },
  ])
  askForDelivery(ctx, webhookId)
  return ok({ count })
}

/** A message that is of nothing, to see that the address listens and knows the signature. */
export async function sendTest(ctx: Context, webhookId: string): Promise<Result<void>> {
  const webhook = await lockOpen(ctx, webhookId)
  if (!webhook.ok) return webhook
  const eventId = ctx.newId<'test'>()
  const body = messageOf({ kind: TEST_KIND, at: ctx.now, payload: {} })
  await insertDeliveries(ctx, [{ webhookId, eventId, kind: TEST_KIND, body }])
  note(ctx, webhookId, [{ field: 'tested', before: null, after: eventId }])
  askForDelivery(ctx, webhookId)
  return ok()
}

async function lockOpen(ctx: Context, id: string): Promise<Result<LockedWebhook>> {
  const webhook = await lockWebhook(ctx, id)
  if (!webhook) return refusals.webhook_not_found()
  return webhook.paused === null ? ok(webhook) : refusals.webhook_is_paused()
}

function note(ctx: Context, id: string, changes: NonNullable<Parameters<Context['audit']>[0]['changes']>): void {
  ctx.audit({ action: 'operations:replay_webhooks', objectType: 'webhook', objectId: id, changes })
}
