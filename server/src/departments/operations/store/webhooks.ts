import type { Context } from '../../../host/context.ts'
import type { SealedStore } from '../../../host/auth/reseal-rows.ts'
import { actorText } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { WebhookDraft } from '../domain/webhook.ts'

export interface LockedWebhook extends WebhookDraft {
  readonly id: string
  readonly ownerId: string
  readonly version: number
  readonly paused: 'by_hand' | 'failing' | 'gone' | null
}

/** Who counts what is listened to, and who adds one, do so one after the other. */
export async function lockWebhooks(ctx: Context): Promise<number> {
  await ctx.tx.rows(sql`SELECT pg_advisory_xact_lock(hashtextextended('webhooks', 0))`)
  return (await ctx.tx.row(sql<{ n: number }>`SELECT count(*)::int AS n FROM operations.webhook`))?.n ?? 0
}

export function lockWebhook(ctx: Context, id: string): Promise<LockedWebhook | undefined> {
  return ctx.tx.row(sql<LockedWebhook>`
    SELECT w.id, w.name, w.address, w.kinds, w.owner_id AS "ownerId", w.version,
      (SELECT p.cause FROM operations.webhook_pause p WHERE p.webhook_id = w.id) AS paused
    FROM operations.webhook w WHERE w.id = ${id} FOR UPDATE OF w`)
}

export function writeWebhook(
  ctx: Context,
  { id, name, address, kinds, ownerId, version }: Omit<LockedWebhook, 'paused'>,
): void {
  ctx.tx.later(sql`
    INSERT INTO operations.webhook (id, name, address, kinds, owner_id, version, created_at)
    VALUES (${id}, ${name}, ${address}, ${kinds}::text[], ${ownerId}, ${version}, ${ctx.now})
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, address = excluded.address, kinds = excluded.kinds,
      owner_id = excluded.owner_id, version = excluded.version`)
}

export function deleteWebhook(ctx: Context, id: string): void {
  ctx.tx.later(sql`DELETE FROM operations.webhook WHERE id = ${id}`)
}

export function insertPause(ctx: Context, id: string, cause: NonNullable<LockedWebhook['paused']>): void {
  ctx.tx.later(sql`
    INSERT INTO operations.webhook_pause (webhook_id, cause, at, actor)
    VALUES (${id}, ${cause}, ${ctx.now}, ${actorText(ctx.actor)}) ON CONFLICT (webhook_id) DO NOTHING`)
}

/** Its patience begins anew. */
export function deletePause(ctx: Context, id: string): void {
  ctx.tx.later(sql`DELETE FROM operations.webhook_pause WHERE webhook_id = ${id}`)
  ctx.tx.later(sql`UPDATE operations.webhook SET failing_since = NULL WHERE id = ${id}`)
}

/** Everything that somebody listens to; paused ones are left out, so that their facts cost nothing. */
export async function kindsListenedTo(ctx: Context): Promise<string[]> {
  const rows = await ctx.tx.rows(sql<{ kind: string }>`
    SELECT DISTINCT unnest(w.kinds) AS kind FROM operations.webhook w
    WHERE NOT EXISTS (SELECT 1 FROM operations.webhook_pause p WHERE p.webhook_id = w.id) ORDER BY 1`)
  return rows.map(({ kind }) => kind)
}

/** Those before it end at `endsAt`, unless their own end comes first. */
export function insertSecret(
  ctx: Context,
  { id, webhookId, sealed, endsAt }: { id: string; webhookId: string; sealed: Buffer; endsAt: Date },
): void {
  ctx.tx.later(sql`
    UPDATE operations.webhook_secret SET ends_at = least(coalesce(ends_at, ${endsAt}::timestamptz), ${endsAt}::timestamptz)
    WHERE webhook_id = ${webhookId}`)
  ctx.tx.later(sql`
    INSERT INTO operations.webhook_secret (id, webhook_id, sealed, created_at) VALUES (${id}, ${webhookId}, ${sealed}, ${ctx.now})`)
}

/** A ciphertext is bound to the address that it signs for. */
export const secretPlaceOf = (webhookId: string): string => `webhook ${webhookId}`

const ZERO = '00000000-0000-0000-0000-000000000000'

export const sealedWebhookSecrets: SealedStore = {
  list: async (reader, after, limit) => {
    const rows = await reader.rows(sql<{ id: string; webhook_id: string; sealed: Buffer }>`
      SELECT id::text, webhook_id::text, sealed FROM operations.webhook_secret WHERE id > ${after || ZERO}::uuid ORDER BY id LIMIT ${limit}`)
    return rows.map(({ id, webhook_id, sealed }) => ({ key: id, place: secretPlaceOf(webhook_id), sealed }))
  },
  replace: (ctx, { key, sealed: before }, sealed) =>
    ctx.tx.later(sql`UPDATE operations.webhook_secret SET sealed = ${sealed} WHERE id = ${key} AND sealed = ${before}`),
}
