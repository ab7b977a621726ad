import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'

/**
 * From now on exactly these facts wake this job, with `{eventId}`. One row for the whole house: whoever counts what is listened to holds
 * a lock, so that of two who change it the later one counts both.
 */
export function listenTo(ctx: Context, job: string, names: readonly string[]): void {
  ctx.tx.later(sql`DELETE FROM host.listened_fact WHERE job = ${job} AND NOT name = ANY(${names}::text[])`)
  ctx.tx.later(sql`
    INSERT INTO host.listened_fact (name, job) SELECT name, ${job}::text FROM unnest(${names}::text[]) AS name
    ON CONFLICT (name) DO NOTHING`)
}
