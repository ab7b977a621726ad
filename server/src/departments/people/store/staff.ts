import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Transaction } from '../../../host/database/transaction.ts'
import type { Role } from '../domain/roles.ts'
import { refusals } from '../domain/refusals.ts'
import type { StaffId } from '../domain/staff.ts'

export interface NewStaff {
  readonly id: StaffId
  readonly name: string
  readonly email: string
  readonly locale: string
  readonly roles: readonly string[]
}

export function insertStaff(ctx: Context, staff: NewStaff): void {
  ctx.tx.later(
    sql`
      INSERT INTO people.staff (id, name, email, locale, created_at)
      VALUES (${staff.id}, ${staff.name}, ${staff.email}, ${staff.locale}, ${ctx.now})`,
    { refusals: { staff_email: () => refusals.email_taken({ field: 'email' }) } },
  )
  grantRoles(ctx, staff.id, staff.roles)
}

export function replaceRoles(ctx: Context, id: StaffId, roles: readonly string[]): void {
  ctx.tx.later(sql`DELETE FROM people.staff_role WHERE staff_id = ${id} AND role_code <> ALL(${roles}::text[])`)
  grantRoles(ctx, id, roles)
  raiseVersion(ctx, id)
}

export function storePassword(ctx: Context, id: StaffId, passwordHash: string): void {
  ctx.tx.later(sql`UPDATE people.staff SET password_hash = ${passwordHash}, version = version + 1 WHERE id = ${id}`)
}

export function insertEnding(ctx: Context, id: StaffId, ending: { by: string; reason: string }): void {
  ctx.tx.later(sql`
    INSERT INTO people.ending (staff_id, ended_at, ended_by, reason)
    VALUES (${id}, ${ctx.now}, ${ending.by}, ${ending.reason})`)
  raiseVersion(ctx, id)
}

function grantRoles(ctx: Context, id: StaffId, roles: readonly string[]): void {
  ctx.tx.later(sql`
    INSERT INTO people.staff_role (staff_id, role_code, granted_at)
    SELECT ${id}::uuid, code, ${ctx.now}::timestamptz FROM unnest(${roles}::text[]) AS code
    ON CONFLICT (staff_id, role_code) DO NOTHING`)
}

function raiseVersion(ctx: Context, id: StaffId): void {
  ctx.tx.later(sql`UPDATE people.staff SET version = version + 1 WHERE id = ${id}`)
}

export function findRoles(tx: Transaction, codes: readonly string[]): Promise<Role[]> {
  return tx.rows(sql<Role>`SELECT code, names, permissions FROM people.role WHERE code = ANY(${codes}::text[])`)
}

/** Everybody but this one who may sign in and holds the role. */
export async function countOthersWithRole(tx: Transaction, role: string, id: StaffId): Promise<number> {
  const row = await tx.row(sql<{ n: number }>`
    SELECT count(*)::int AS n FROM people.staff_role r JOIN people.staff s ON s.id = r.staff_id
    WHERE r.role_code = ${role} AND s.id <> ${id} AND s.password_hash IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM people.ending e WHERE e.staff_id = s.id)`)
  return row?.n ?? 0
}

export function upsertRoles(tx: Transaction, roles: readonly Role[]): void {
  tx.later(sql`
    INSERT INTO people.role AS kept (code, names, permissions, position)
    SELECT code, names, ARRAY(SELECT jsonb_array_elements_text(permissions)), position
    FROM jsonb_to_recordset(${JSON.stringify(roles.map((role, position) => ({ ...role, position })))}::jsonb)
      AS role(code text, names jsonb, permissions jsonb, position int)
    ON CONFLICT (code) DO UPDATE SET names = EXCLUDED.names, permissions = EXCLUDED.permissions, position = EXCLUDED.position
    WHERE (kept.names, kept.permissions, kept.position) IS DISTINCT FROM (EXCLUDED.names, EXCLUDED.permissions, EXCLUDED.position)`)
}
