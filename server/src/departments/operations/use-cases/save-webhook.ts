import { permissionsOf, staffBehind } from '../../../host/actor.ts'
import { changedFields } from '../../../host/audit/changed-fields.ts'
import { sealText } from '../../../host/auth/sealed-text.ts'
import { newToken } from '../../../host/auth/tokens.ts'
import type { Context, House } from '../../../host/context.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { untell } from '../../work/index.ts'
import { refusals } from '../domain/refusals.ts'
import { FAN_OUT, MOST_WEBHOOKS, planWebhook, SECRET_PREFIX, type WebhookDraft } from '../domain/webhook.ts'
import { listenTo } from '../store/listened-facts.ts'
import {
  deletePause,
  deleteWebhook,
  insertPause,
  insertSecret,
  kindsListenedTo,
  lockWebhook,
  lockWebhooks,
  secretPlaceOf,
  writeWebhook,
} from '../store/webhooks.ts'
import { askForDelivery } from './ask-for-delivery.ts'

export { FAN_OUT, MOST_OVERLAP_HOURS } from '../domain/webhook.ts'

type Outside = Pick<House, 'ports' | 'linkKey' | 'organisation'>

export interface SecretShown {
  readonly id: string
  /** Shown once; what is kept is ciphertext. */
  readonly secret: string
}

export async function createWebhook(ctx: Context, house: Outside, draft: WebhookDraft): Promise<Result<SecretShown>> {
  const count = await lockWebhooks(ctx)
  if (count >= MOST_WEBHOOKS) return refusals.too_many_webhooks({ params: { limit: MOST_WEBHOOKS } })
  const plan = planned(ctx, house, draft)
  if (!plan.ok) return plan
  const id = ctx.newId<'webhook'>()
  writeWebhook(ctx, { ...plan.value, id, version: 1 })
  const secret = addSecret(ctx, house, id, ctx.now)
  await countListeners(ctx)
  noteChange(ctx, { id, version: 1 }, changedFields<WebhookDraft>(undefined, plan.value))
  return ok({ id, secret })
}

export interface WebhookChange {
  readonly id: string
  readonly version: number | undefined
  readonly draft: Partial<WebhookDraft>
}

/** Who saves it answers for it from now on, and must be allowed to see all that it tells. */
export async function changeWebhook(
  ctx: Context,
  house: Outside,
  { id, version, draft }: WebhookChange,
): Promise<Result<{ version: number }>> {
  await lockWebhooks(ctx)
  const before = await lockWebhook(ctx, id)
  if (!before) return refusals.webhook_not_found()
  if (version === undefined) return hostRefusals.version_required({ field: 'If-Match' })
  if (version !== before.version) return hostRefusals.version_conflict({ params: { version: before.version } })
  const plan = planned(ctx, house, { ...before, ...draft })
  if (!plan.ok) return plan
  const { name, address, kinds, ownerId } = before
  const changes = changedFields<typeof plan.value>({ name, address, kinds, ownerId }, plan.value)
  if (changes.length === 0) return ok({ version })
  writeWebhook(ctx, { ...plan.value, id, version: version + 1 })
  await countListeners(ctx)
  noteChange(ctx, { id, version: version + 1 }, changes)
  return ok({ version: version + 1 })
}

export async function removeWebhook(ctx: Context, id: string): Promise<Result<void>> {
  await lockWebhooks(ctx)
  const before = await lockWebhook(ctx, id)
  if (!before) return refusals.webhook_not_found()
  deleteWebhook(ctx, id)
  await untell(ctx, { kind: 'alert', ref: { type: 'webhook', id } })
  await countListeners(ctx)
  noteChange(ctx, { id }, [{ field: 'name', before: before.name, after: null }])
  return ok()
}

/** Nothing is told to it, and what happens meanwhile is not told later either; what waits is kept. */
export async function pauseWebhook(
  ctx: Context,
  id: string,
  cause: 'by_hand' | 'failing' | 'gone' = 'by_hand',
): Promise<Result<{ name: string; ownerId: string } | undefined>> {
  await lockWebhooks(ctx)
  const before = await lockWebhook(ctx, id)
  if (!before) return refusals.webhook_not_found()
  if (before.paused !== null) return ok(undefined)
  insertPause(ctx, id, cause)
  await countListeners(ctx)
  noteChange(ctx, { id }, [{ field: 'paused', before: null, after: cause }])
  return ok({ name: before.name, ownerId: before.ownerId })
}

/** From now on it is told again, and what waits goes out. */
export async function resumeWebhook(ctx: Context, id: string): Promise<Result<void>> {
  await lockWebhooks(ctx)
  const before = await lockWebhook(ctx, id)
  if (!before) return refusals.webhook_not_found()
  if (before.paused === null) return ok()
  deletePause(ctx, id)
  await untell(ctx, { kind: 'alert', ref: { type: 'webhook', id } })
  await countListeners(ctx)
  noteChange(ctx, { id }, [{ field: 'paused', before: before.paused, after: null }])
  askForDelivery(ctx, id)
  return ok()
}

const HOUR_MS = 3_600_000

/** A new secret beside the old one: both sign until the receiver has had time to change. */
export async function rotateSecret(
  ctx: Context,
  house: Outside,
  { id, overlapHours }: { id: string; overlapHours: number },
): Promise<Result<SecretShown>> {
  const before = await lockWebhook(ctx, id)
  if (!before) return refusals.webhook_not_found()
  const endsAt = new Date(ctx.now.getTime() + overlapHours * HOUR_MS)
  const secret = addSecret(ctx, house, id, endsAt)
  noteChange(ctx, { id }, [{ field: 'secret', before: null, after: endsAt.toISOString() }])
  return ok({ id, secret })
}

function planned(ctx: Context, { ports }: Outside, draft: WebhookDraft): Result<WebhookDraft & { ownerId: string }> {
  const plan = planWebhook(draft, permissionsOf(ctx.actor))
  if (!plan.ok) return plan
  const ownerId = staffBehind(ctx.actor)
  if (ownerId === undefined) return hostRefusals.not_allowed()
  // A house that has no way out sends nothing anywhere.
  const verdict = ports?.outward?.judge(plan.value.address) ?? 'private'
  if (verdict !== 'fine') return refusals[`address_${verdict}`]({ field: 'address' })
  return ok({ ...plan.value, ownerId })
}

/** `whsec_` and base64 of 32 bytes (Standard Webhooks 1.0, "Signature scheme"). */
function addSecret(ctx: Context, house: Outside, webhookId: string, endOfOthers: Date): string {
  const secret = SECRET_PREFIX + Buffer.from(newToken(), 'base64url').toString('base64')
  const sealed = sealText(house, secretPlaceOf(webhookId), secret)
  insertSecret(ctx, { id: ctx.newId<'webhook_secret'>(), webhookId, sealed, endsAt: endOfOthers })
  return secret
}

/** Under the lock of all, so that of two who change what is listened to the later one counts both. */
async function countListeners(ctx: Context): Promise<void> {
  await ctx.tx.flush()
  listenTo(ctx, FAN_OUT, await kindsListenedTo(ctx))
}

function noteChange(
  ctx: Context,
  { id, version }: { readonly id: string; readonly version?: number },
  changes: Parameters<Context['audit']>[0]['changes'],
): void {
  ctx.audit({
    action: 'operations:webhooks',
    objectType: 'webhook',
    objectId: id,
    ...(version === undefined ? {} : { version }),
    ...(changes ? { changes } : {}),
  })
}
