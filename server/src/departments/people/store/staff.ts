import { actorText, type Context } from '../../../host/context.ts'
import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Transaction } from '../../../host/database/transaction.ts'
import type { Access } from '../domain/access.ts'
import type { Role } from '../domain/roles.ts'
import { refusals } from '../domain/refusals.ts'
import type { Profile, StaffId } from '../domain/staff.ts'
import { worksHere } from '../queries/who-may-act.ts'

export interface NewStaff {
  readonly id: StaffId
  readonly name: string
  readonly email: string
  readonly locale: string
  readonly jobTitle?: string | null | undefined
  readonly timeZone?: string | null | undefined
  readonly access: Access
  readonly roles: readonly string[]
}

export function insertStaff(ctx: Context, staff: NewStaff): void {
  const { access } = staff
  ctx.tx.later(
    sql`
      INSERT INTO people.staff (id, name, email, locale, job_title, time_zone, company_id, sponsor_id, begins_at, ends_at, scope,
        created_at)
      VALUES (${staff.id}, ${staff.name}, ${staff.email}, ${staff.locale}, ${staff.jobTitle ?? null}, ${staff.timeZone ?? null},
        ${access.companyId}, ${access.sponsorId}, ${access.beginsAt}, ${access.endsAt}, ${scopeJson(access)}::jsonb, ${ctx.now})`,
    { refusals: { staff_email: () => refusals.email_taken({ field: 'email' }) } },
  )
  grantRoles(ctx, staff.id, staff.roles)
}

const scopeJson = ({ scope }: Access) => (scope === null ? null : JSON.stringify(scope))

export function storeProfile(ctx: Context, id: StaffId, { name, jobTitle, locale, timeZone }: Profile): void {
  ctx.tx.later(sql`
    UPDATE people.staff SET name = ${name}, job_title = ${jobTitle}, locale = ${locale}, time_zone = ${timeZone},
      version = version + 1 WHERE id = ${id}`)
}

export function storeAccess(ctx: Context, id: StaffId, access: Access): void {
  ctx.tx.later(sql`
    UPDATE people.staff SET company_id = ${access.companyId}, sponsor_id = ${access.sponsorId}, begins_at = ${access.beginsAt},
      ends_at = ${access.endsAt}, scope = ${scopeJson(access)}::jsonb, version = version + 1 WHERE id = ${id}`)
}

/** The organisation's own who work here now: who can answer for somebody from outside. */
export async function isOwnStaff(tx: Transaction, id: string, now: Date): Promise<boolean> {
  return (
    (await tx.row(
      sql`SELECT 1 FROM people.staff s WHERE s.id = ${id} AND s.company_id IS NULL AND ${worksHere(now)}`,
    )) !== undefined
  )
}

export async function staffExists(tx: Transaction, id: string): Promise<boolean> {
  return (
    (await tx.row(sql`
      SELECT 1 FROM people.staff s WHERE s.id = ${id} AND NOT EXISTS (SELECT 1 FROM people.ending e WHERE e.staff_id = s.id)`)) !==
    undefined
  )
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
  return tx.rows(sql<Role>`
    SELECT r.code, r.names, r.permissions FROM people.role r WHERE r.code = ANY(${codes}::text[])
      AND NOT EXISTS (SELECT 1 FROM people.role_retirement x WHERE x.role_code = r.code)`)
}

/** Everybody but this one who may sign in, holds the role, and is limited by no company, time or scope. */
export async function countOthersWithRole(reader: Pick<Database, 'row'>, role: string, id: string): Promise<number> {
  const row = await reader.row(sql<{ n: number }>`
    SELECT count(*)::int AS n FROM people.staff_role r JOIN people.staff s ON s.id = r.staff_id
    WHERE r.role_code = ${role} AND s.id <> ${id} AND s.password_hash IS NOT NULL
      AND s.company_id IS NULL AND s.begins_at IS NULL AND s.ends_at IS NULL AND s.scope IS NULL
      AND NOT EXISTS (SELECT 1 FROM people.ending e WHERE e.staff_id = s.id)
      AND NOT EXISTS (SELECT 1 FROM people.suspension u WHERE u.staff_id = s.id AND u.lifted_at IS NULL)`)
  return row?.n ?? 0
}

export function upsertRoles(tx: Transaction, roles: readonly Role[]): void {
  tx.later(sql`
    INSERT INTO people.role AS kept (code, names, permissions, position, ready_made)
    SELECT code, names, ARRAY(SELECT jsonb_array_elements_text(permissions)), position, true
    FROM jsonb_to_recordset(${JSON.stringify(roles.map((role, position) => ({ ...role, position })))}::jsonb)
      AS role(code text, names jsonb, permissions jsonb, position int)
    ON CONFLICT (code) DO UPDATE SET names = EXCLUDED.names, permissions = EXCLUDED.permissions, position = EXCLUDED.position
    WHERE (kept.names, kept.permissions, kept.position) IS DISTINCT FROM (EXCLUDED.names, EXCLUDED.permissions, EXCLUDED.position)`)
}

/** Asked once the person is locked: what the locking read itself saw of other tables may be older. */
export async function isSuspended(tx: Transaction, id: StaffId): Promise<boolean> {
  return (await tx.row(sql`SELECT 1 FROM people.suspension WHERE staff_id = ${id} AND lifted_at IS NULL`)) !== undefined
}

export function insertSuspension(ctx: Context, id: StaffId, reason?: string): void {
  ctx.tx.later(sql`
    INSERT INTO people.suspension (id, staff_id, suspended_at, suspended_by, reason)
    VALUES (${ctx.newId()}, ${id}, ${ctx.now}, ${actorText(ctx.actor)}, ${reason ?? null})`)
  raiseVersion(ctx, id)
}

export function liftSuspension(ctx: Context, id: StaffId): void {
  ctx.tx.later(sql`
    UPDATE people.suspension SET lifted_at = ${ctx.now}, lifted_by = ${actorText(ctx.actor)}
    WHERE staff_id = ${id} AND lifted_at IS NULL`)
  raiseVersion(ctx, id)
}
