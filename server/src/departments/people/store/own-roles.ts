import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Transaction } from '../../../host/database/transaction.ts'
import { refusals } from '../domain/refusals.ts'
import type { Role } from '../domain/roles.ts'

export interface OwnRole extends Role {
  readonly description: string | null
}

const meanings = { refusals: { role_own_name: () => refusals.role_name_taken({ field: 'name' }) } }
/** Behind the ready-made ones, by name among themselves. */
const BEHIND = 1_000

export function insertOwnRole(ctx: Context, role: OwnRole): void {
  ctx.tx.later(
    sql`
    INSERT INTO people.role (code, names, description, permissions, position, created_at)
    VALUES (${role.code}, ${JSON.stringify(role.names)}::jsonb, ${role.description}, ${role.permissions}::text[], ${BEHIND},
      ${ctx.now})`,
    meanings,
  )
}

export function updateOwnRole(ctx: Context, role: OwnRole): void {
  ctx.tx.later(
    sql`
    UPDATE people.role SET names = ${JSON.stringify(role.names)}::jsonb, description = ${role.description},
      permissions = ${role.permissions}::text[], version = version + 1
    WHERE code = ${role.code}`,
    meanings,
  )
}

export function insertRetirement(ctx: Context, code: string, { by, reason }: { by: string; reason: string }): void {
  ctx.tx.later(sql`
    INSERT INTO people.role_retirement (role_code, retired_at, retired_by, reason) VALUES (${code}, ${ctx.now}, ${by}, ${reason})`)
  // Its name is free for another one.
  ctx.tx.later(sql`
    UPDATE people.role SET version = version + 1, names = jsonb_set(names, '{en}', to_jsonb(names ->> 'en' || ' · ' || code))
    WHERE code = ${code}`)
}

/** Whoever has it, works here or not any more: those who left need no other role first. */
export async function countHolders(tx: Transaction, code: string): Promise<number> {
  const row = await tx.row(sql<{ n: number }>`
    SELECT count(*)::int AS n FROM people.staff_role g WHERE g.role_code = ${code}
      AND NOT EXISTS (SELECT 1 FROM people.ending e WHERE e.staff_id = g.staff_id)`)
  return row?.n ?? 0
}
