import type { Context } from '../context.ts'
import type { Database } from './pool.ts'
import { sql } from './sql.ts'

/** Says, in the transaction of the change, that pages about a topic are out of date. */
export function raiseContentVersion(ctx: Context, topic: string): void {
  ctx.tx.later(sql`
    INSERT INTO host.content_version (topic, version) VALUES (${topic}, 1)
    ON CONFLICT (topic) DO UPDATE SET version = host.content_version.version + 1`)
}

/** One number over all topics: it grows whenever anything that pages show has changed. */
export async function readContentVersion(database: Pick<Database, 'row'>): Promise<bigint> {
  const row = await database.row(sql<{ version: bigint }>`
    SELECT coalesce(sum(version), 0)::bigint AS version FROM host.content_version`)
  return row?.version ?? 0n
}
