import type { Context } from '../../../host/context.ts'
import { actorText } from '../../../host/actor.ts'
import { jsonText } from '../../../host/database/json.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Reference, Told, ToldKind } from '../domain/told.ts'

/** Told again, an open item takes the new words and the new due time; a closed one stays closed. */
export function insertItems(ctx: Context, told: Told, recipients: readonly string[]): void {
  const { kind, ref, record, title, path, occasion = '', dueAt = null } = told
  ctx.tx.later(sql`
    INSERT INTO work.inbox_item (id, recipient, kind, ref_type, ref_id, occasion, record_type, record_id, title_key, title_params,
      path, at, due_at)
    SELECT id, recipient, ${kind}::text, ${ref.type}::text, ${ref.id}::text, ${occasion}::text, ${record?.type ?? null}::text,
      ${record?.id ?? null}::text, ${title.key}::text, ${jsonText(title.params ?? {})}::jsonb, ${path}::text,
      ${ctx.now}::timestamptz, ${dueAt}::timestamptz
    FROM unnest(${recipients.map(() => ctx.newId())}::uuid[], ${recipients}::text[]) AS item(id, recipient) ORDER BY recipient
    ON CONFLICT ON CONSTRAINT inbox_item_once DO UPDATE SET title_params = excluded.title_params, due_at = excluded.due_at,
      path = excluded.path, title_key = excluded.title_key
    WHERE inbox_item.closed_at IS NULL`)
}

/** Whether anybody was told of this already. */
export async function isTold(ctx: Context, { kind, ref, occasion = '' }: Pick<Told, 'kind' | 'ref' | 'occasion'>) {
  const row = await ctx.tx.row(sql`
    SELECT 1 FROM work.inbox_item
    WHERE ref_type = ${ref.type} AND ref_id = ${ref.id} AND kind = ${kind} AND occasion = ${occasion} LIMIT 1`)
  return row !== undefined
}

/** Closes what is open about a thing; answers whose it was. */
export async function closeItems(ctx: Context, kind: ToldKind, ref: Reference): Promise<string[]> {
  const rows = await ctx.tx.rows(sql<{ recipient: string }>`
    WITH open AS (
      SELECT id FROM work.inbox_item
      WHERE ref_type = ${ref.type} AND ref_id = ${ref.id} AND kind = ${kind} AND closed_at IS NULL ORDER BY id FOR UPDATE)
    UPDATE work.inbox_item SET closed_at = ${ctx.now}, closed_by = ${actorText(ctx.actor)} FROM open
    WHERE inbox_item.id = open.id RETURNING recipient`)
  return rows.map((row) => row.recipient)
}

/** Somebody knows of it already: they did it themselves. */
export function markRefSeen(
  ctx: Context,
  { kind, ref, staffId }: { kind: ToldKind; ref: Reference; staffId: string },
): void {
  ctx.tx.later(sql`
    INSERT INTO work.inbox_mark (item_id, staff_id, seen_at)
    SELECT id, ${staffId}::uuid, ${ctx.now}::timestamptz FROM work.inbox_item
    WHERE ref_type = ${ref.type} AND ref_id = ${ref.id} AND kind = ${kind} AND closed_at IS NULL
    ON CONFLICT (item_id, staff_id) DO UPDATE SET seen_at = coalesce(inbox_mark.seen_at, excluded.seen_at)`)
}

export interface LockedItem {
  readonly id: string
  readonly kind: ToldKind
  readonly refType: string
  readonly refId: string
  readonly recipient: string
  readonly closed: boolean
}

/** One of the items of these addresses; what lies in other inboxes is not there. */
export function lockItem(ctx: Context, id: string, addresses: readonly string[]): Promise<LockedItem | undefined> {
  return ctx.tx.row(sql<LockedItem>`
    SELECT id, kind, ref_type AS "refType", ref_id AS "refId", recipient, closed_at IS NOT NULL AS closed
    FROM work.inbox_item WHERE id = ${id} AND recipient = ANY(${addresses}::text[]) FOR UPDATE`)
}

export function setClosed(ctx: Context, id: string, closed: boolean): void {
  ctx.tx.later(sql`
    UPDATE work.inbox_item SET closed_at = ${closed ? ctx.now : null}, closed_by = ${closed ? actorText(ctx.actor) : null}
    WHERE id = ${id}`)
}

export interface Seeing {
  readonly staffId: string
  readonly addresses: readonly string[]
  /** All that is open, where left out. */
  readonly ids?: readonly string[] | undefined
}

export function markSeen(ctx: Context, { staffId, addresses, ids }: Seeing): void {
  ctx.tx.later(sql`
    INSERT INTO work.inbox_mark (item_id, staff_id, seen_at)
    SELECT i.id, ${staffId}::uuid, ${ctx.now}::timestamptz FROM work.inbox_item i
    WHERE i.recipient = ANY(${addresses}::text[]) AND (${ids ?? null}::uuid[] IS NULL OR i.id = ANY(${ids ?? null}::uuid[]))
      AND (i.closed_at IS NULL OR ${ids ?? null}::uuid[] IS NOT NULL)
      AND NOT EXISTS (SELECT 1 FROM work.inbox_mark m WHERE m.item_id = i.id AND m.staff_id = ${staffId}::uuid AND m.seen_at IS NOT NULL)
    ORDER BY i.id
    ON CONFLICT (item_id, staff_id) DO UPDATE SET seen_at = excluded.seen_at`)
}

export function setSnooze(ctx: Context, itemId: string, staffId: string, until: Date | null): void {
  ctx.tx.later(sql`
    INSERT INTO work.inbox_mark (item_id, staff_id, seen_at, snoozed_until)
    VALUES (${itemId}, ${staffId}, ${ctx.now}, ${until})
    ON CONFLICT (item_id, staff_id) DO UPDATE SET snoozed_until = excluded.snoozed_until`)
}

export function setMentionChoice(ctx: Context, staffId: string, mentions: string): void {
  ctx.tx.later(sql`
    INSERT INTO work.notice_choice (staff_id, mentions) VALUES (${staffId}, ${mentions})
    ON CONFLICT (staff_id) DO UPDATE SET mentions = excluded.mentions`)
}
