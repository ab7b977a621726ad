import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'

/** Never backwards: two reconcilers at once keep the further one. */
export function saveScan(ctx: Context, provider: string, readTo: Date): void {
  ctx.tx.later(sql`
    INSERT INTO payments.scan (provider, read_to) VALUES (${provider}, ${readTo})
    ON CONFLICT (provider) DO UPDATE SET read_to = greatest(payments.scan.read_to, excluded.read_to)`)
}
