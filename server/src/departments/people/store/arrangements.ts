import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Preferences } from '../domain/preferences.ts'

export interface RecentRecord {
  readonly kind: string
  readonly recordId: string
  /** Null for records that say themselves what they are called. */
  readonly title: string | null
  readonly path: string
}

const KEPT = 30

export function writeRecent(ctx: Context, staffId: string, { kind, recordId, title, path }: RecentRecord): void {
  ctx.tx.later(sql`
    INSERT INTO people.recent_record (staff_id, kind, record_id, title, path, at)
    VALUES (${staffId}, ${kind}, ${recordId}, ${title}, ${path}, ${ctx.now})
    ON CONFLICT (staff_id, kind, record_id) DO UPDATE SET title = EXCLUDED.title, path = EXCLUDED.path, at = EXCLUDED.at`)
  ctx.tx.later(sql`
    DELETE FROM people.recent_record old USING (
      SELECT kind, record_id FROM people.recent_record WHERE staff_id = ${staffId}
      ORDER BY at DESC, kind, record_id OFFSET ${KEPT}) gone
    WHERE old.staff_id = ${staffId} AND old.kind = gone.kind AND old.record_id = gone.record_id`)
}

/** Laid over what was chosen before. */
export function writePreferences(ctx: Context, staffId: string, chosen: Partial<Preferences>): void {
  ctx.tx.later(sql`
    INSERT INTO people.preference AS old (staff_id, chosen) VALUES (${staffId}, ${JSON.stringify(chosen)}::jsonb)
    ON CONFLICT (staff_id) DO UPDATE SET chosen = old.chosen || EXCLUDED.chosen`)
}
