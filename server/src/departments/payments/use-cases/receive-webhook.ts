import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { ProviderEvent } from '../domain/provider.ts'
import { insertWebhook, markDead, markProcessed, type ProcessedWebhook } from '../store/webhooks.ts'

const MOST_TRIES = 12

/** Keeps a verified event and the job that looks into it, together; told again, it changes nothing. */
export async function receiveWebhook(ctx: Context, provider: string, event: ProviderEvent): Promise<Result<void>> {
  insertWebhook(ctx, provider, event)
  ctx.enqueue({
    kind: 'process-provider-event',
    ...(event.reference === null ? {} : { ref: event.reference }),
    payload: { provider, eventId: event.id },
    dedupKey: `${provider} ${event.id}`,
    maxAttempts: MOST_TRIES,
  })
  // Of a payout it only says that there is something to ask for.
  if (event.type.startsWith('payout.'))
    ctx.enqueue({ kind: 'fetch-payouts', dedupKey: `payouts ${provider} ${event.id}` })
  return ok()
}

export async function finishWebhook(ctx: Context, processed: ProcessedWebhook): Promise<Result<void>> {
  markProcessed(ctx, processed)
  return ok()
}

/** Its last try failed too: it waits for a person, and the reconciler finds what it told by another way. */
export async function buryWebhook(ctx: Context, provider: string, eventId: string): Promise<Result<void>> {
  markDead(ctx, provider, eventId)
  return ok()
}

export function isLastTry(attempt: number): boolean {
  return attempt >= MOST_TRIES
}
