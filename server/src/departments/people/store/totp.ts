import type { Context } from '../../../host/context.ts'
import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'

interface TotpRow {
  readonly secret: Buffer
  readonly confirmed: boolean
}

export function findTotp(reader: Pick<Database, 'row'>, staffId: string): Promise<TotpRow | undefined> {
  return reader.row(sql<TotpRow>`
    SELECT secret, confirmed_at IS NOT NULL AS confirmed FROM people.totp WHERE staff_id = ${staffId}`)
}

/** Offers a seed, in the place of one that was offered before; one that is in use stays, and the answer is false. */
export async function offerTotp(ctx: Context, staffId: string, secret: Buffer): Promise<boolean> {
  const row = await ctx.tx.row(sql<{ staff_id: string }>`
    INSERT INTO people.totp AS kept (staff_id, secret, created_at) VALUES (${staffId}, ${secret}, ${ctx.now})
    ON CONFLICT (staff_id) DO UPDATE SET secret = EXCLUDED.secret, created_at = EXCLUDED.created_at, last_step = 0
    WHERE kept.confirmed_at IS NULL RETURNING staff_id`)
  return row !== undefined
}

/** Takes the code's half-minute into use; false where that one or a later one was taken, or the seed is already confirmed. */
export async function confirmTotp(ctx: Context, staffId: string, step: number): Promise<boolean> {
  const row = await ctx.tx.row(sql<{ staff_id: string }>`
    UPDATE people.totp SET confirmed_at = ${ctx.now}, last_step = ${step}
    WHERE staff_id = ${staffId} AND confirmed_at IS NULL AND last_step < ${step} RETURNING staff_id`)
  return row !== undefined
}

/** One statement: of two browsers with the same code, one gets in. */
export async function acceptStep(database: Pick<Database, 'row'>, staffId: string, step: number): Promise<boolean> {
  const row = await database.row(sql<{ staff_id: string }>`
    UPDATE people.totp SET last_step = ${step}
    WHERE staff_id = ${staffId} AND confirmed_at IS NOT NULL AND last_step < ${step} RETURNING staff_id`)
  return row !== undefined
}

export function deleteTotp(ctx: Context, staffId: string): void {
  ctx.tx.later(sql`DELETE FROM people.totp WHERE staff_id = ${staffId}`)
}
