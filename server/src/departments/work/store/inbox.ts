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
