import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { ProviderEvent } from '../domain/provider.ts'

/** Keeps an event once, however often it is told: the primary key is the replay guard. */
export function insertWebhook(ctx: Context, provider: string, event: ProviderEvent): void {
  ctx.tx.later(sql`
    INSERT INTO payments.webhook_in (provider, event_id, type, payment_reference, dispute_ref, received_at)
    VALUES (${provider}, ${event.id}, ${event.type}, ${event.reference}, ${event.disputeId ?? null}, ${ctx.now})
    ON CONFLICT (provider, event_id) DO NOTHING`)
}

export interface ProcessedWebhook {
  readonly provider: string
  readonly eventId: string
  readonly effective: boolean
}

export function markProcessed(ctx: Context, { provider, eventId, effective }: ProcessedWebhook): void {
  ctx.tx.later(sql`
    UPDATE payments.webhook_in SET processed_at = ${ctx.now}, effective = ${effective}, dead = false
    WHERE provider = ${provider} AND event_id = ${eventId} AND processed_at IS NULL`)
}

export function markDead(ctx: Context, provider: string, eventId: string): void {
  ctx.tx.later(sql`
    UPDATE payments.webhook_in SET dead = true
    WHERE provider = ${provider} AND event_id = ${eventId} AND processed_at IS NULL`)
}
