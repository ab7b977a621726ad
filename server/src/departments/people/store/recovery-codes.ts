import type { Context } from '../../../host/context.ts'
import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'

/** New codes; whatever there was before is worth nothing any more. */
export function replaceRecoveryCodes(ctx: Context, staffId: string, hashes: readonly Buffer[]): void {
  deleteRecoveryCodes(ctx, staffId)
  ctx.tx.later(sql`
    INSERT INTO people.recovery_code (staff_id, code_hash, created_at)
    SELECT ${staffId}::uuid, decode(hash, 'hex'), ${ctx.now}::timestamptz
    FROM unnest(${hashes.map((hash) => hash.toString('hex'))}::text[]) AS hash`)
}

export function deleteRecoveryCodes(ctx: Context, staffId: string): void {
  ctx.tx.later(sql`DELETE FROM people.recovery_code WHERE staff_id = ${staffId}`)
}

/** One statement: of two browsers with the same code, one gets in. */
export async function spendRecoveryCode(
  database: Pick<Database, 'row'>,
  staffId: string,
  { hashes, now }: { hashes: readonly Buffer[]; now: Date },
): Promise<boolean> {
  const row = await database.row(sql<{ staff_id: string }>`
    UPDATE people.recovery_code SET spent_at = ${now}
    WHERE staff_id = ${staffId} AND code_hash = ANY(${hashes}::bytea[]) AND spent_at IS NULL RETURNING staff_id`)
  return row !== undefined
}
