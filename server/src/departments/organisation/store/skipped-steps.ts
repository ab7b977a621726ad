import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'

export function insertSkippedStep(ctx: Context, step: string, staffId: string): void {
  ctx.tx.later(sql`
    INSERT INTO organisation.skipped_step (step, staff_id, at) VALUES (${step}, ${staffId}, ${ctx.now})
    ON CONFLICT (step) DO NOTHING`)
}

export function deleteSkippedStep(ctx: Context, step: string): void {
  ctx.tx.later(sql`DELETE FROM organisation.skipped_step WHERE step = ${step}`)
}
