import type { Context } from '../../../host/context.ts'
import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import { refusals } from '../domain/refusals.ts'
import type { StaffId } from '../domain/staff.ts'

export interface NewPasskey {
  readonly id: string
  readonly staffId: StaffId
  readonly credentialId: string
  readonly publicKey: Buffer
  readonly counter: number
  readonly transports: readonly string[]
  readonly name: string
}

export function insertPasskey(ctx: Context, passkey: NewPasskey): void {
  ctx.tx.later(
    sql`
      INSERT INTO people.passkey (id, staff_id, credential_id, public_key, counter, transports, name, created_at)
      VALUES (${passkey.id}, ${passkey.staffId}, ${passkey.credentialId}, ${passkey.publicKey}, ${passkey.counter},
        ${passkey.transports}::text[], ${passkey.name}, ${ctx.now})`,
    { refusals: { passkey_credential: () => refusals.passkey_known() } },
  )
}

/**
 * Keeps how often the device was used, if the figure grew since (or the device keeps none). False: a copy of the key is
 * about, or the same answer came twice at once.
 */
export async function countPasskeyUse(ctx: Context, id: string, counter: number): Promise<boolean> {
  const row = await ctx.tx.row(sql<{ id: string }>`
    UPDATE people.passkey SET counter = ${counter}, last_used_at = ${ctx.now}
    WHERE id = ${id} AND (counter < ${counter} OR (counter = 0 AND ${counter}::bigint = 0)) RETURNING id`)
  return row !== undefined
}

export async function renamePasskey(ctx: Context, staffId: string, { id, name }: { id: string; name: string }) {
  const row = await ctx.tx.row(sql<{ id: string }>`
    UPDATE people.passkey SET name = ${name} WHERE id = ${id} AND staff_id = ${staffId} RETURNING id`)
  return row !== undefined
}

export async function deletePasskey(ctx: Context, staffId: string, id: string): Promise<boolean> {
  const row = await ctx.tx.row(sql<{ id: string }>`
    DELETE FROM people.passkey WHERE id = ${id} AND staff_id = ${staffId} RETURNING id`)
  return row !== undefined
}

export function deletePasskeysOf(ctx: Context, staffId: string): void {
  ctx.tx.later(sql`DELETE FROM people.passkey WHERE staff_id = ${staffId}`)
}

export async function countPasskeys(reader: Pick<Database, 'row'>, staffId: string): Promise<number> {
  const row = await reader.row(sql<{ n: number }>`
    SELECT count(*)::int AS n FROM people.passkey WHERE staff_id = ${staffId}`)
  return row?.n ?? 0
}
