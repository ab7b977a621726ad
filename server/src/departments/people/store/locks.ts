import { sql } from '../../../host/database/sql.ts'
import type { Transaction } from '../../../host/database/transaction.ts'
import type { Scope } from '../../../host/actor.ts'
import type { CompanyId, OutsideKind } from '../domain/company.ts'
import type { Role } from '../domain/roles.ts'
import type { UnitId, UnitKind } from '../domain/unit.ts'
import type { Staff, StaffId } from '../domain/staff.ts'

interface StaffRow {
  readonly id: StaffId
  readonly name: string
  readonly email: string
  readonly password_hash: string | null
  readonly roles: string[]
  readonly version: number
  readonly ended: boolean
  readonly job_title: string | null
  readonly locale: string
  readonly time_zone: string | null
  readonly company_id: CompanyId | null
  readonly sponsor_id: StaffId | null
  readonly begins_at: Date | null
  readonly ends_at: Date | null
  readonly scope: Scope | null
}

export async function lockStaff(tx: Transaction, id: string): Promise<Staff | undefined> {
  const row = await tx.row(sql<StaffRow>`
    SELECT s.id, s.name, s.email, s.password_hash, s.version, s.job_title, s.locale, s.time_zone, s.company_id, s.sponsor_id,
      s.begins_at, s.ends_at, s.scope,
      ARRAY(SELECT role_code FROM people.staff_role WHERE staff_id = s.id ORDER BY role_code) AS roles,
      EXISTS (SELECT 1 FROM people.ending WHERE staff_id = s.id) AS ended
    FROM people.staff s WHERE s.id = ${id} FOR UPDATE OF s`)
  if (!row) return undefined
  const { name, email, roles, version, ended, locale, scope } = row
  return {
    ...{ id: row.id, name, email, roles, version, ended },
    passwordHash: row.password_hash,
    profile: { name, jobTitle: row.job_title, locale, timeZone: row.time_zone },
    access: {
      companyId: row.company_id,
      sponsorId: row.sponsor_id,
      beginsAt: row.begins_at,
      endsAt: row.ends_at,
      scope,
    },
  }
}

/** Taken before anybody's: two owners who unseat each other at once meet here, and the second finds himself the last. */
export async function lockOwnership(tx: Transaction, ownerRole: string): Promise<void> {
  await tx.rows(sql`SELECT code FROM people.role WHERE code = ${ownerRole} FOR UPDATE`)
}

export interface LockedUnit {
  readonly id: UnitId
  readonly kind: UnitKind
  readonly name: string
  readonly parentId: UnitId | null
  readonly headId: StaffId | null
  readonly version: number
}

/** Undefined for one that is closed as for one that never was. */
export async function lockUnit(tx: Transaction, id: string): Promise<LockedUnit | undefined> {
  return tx.row(sql<LockedUnit>`
    SELECT u.id, u.kind, u.name, u.parent_id AS "parentId", u.head_id AS "headId", u.version FROM people.unit u
    WHERE u.id = ${id} AND NOT EXISTS (SELECT 1 FROM people.unit_closing c WHERE c.unit_id = u.id) FOR UPDATE OF u`)
}

export interface LockedCompany {
  readonly id: CompanyId
  readonly kind: OutsideKind
  readonly name: string
  readonly version: number
}

export async function lockCompany(tx: Transaction, id: string): Promise<LockedCompany | undefined> {
  return tx.row(sql<LockedCompany>`SELECT id, kind, name, version FROM people.company WHERE id = ${id} FOR UPDATE`)
}

export interface LockedRole extends Role {
  readonly description: string | null
  readonly readyMade: boolean
  readonly version: number
}

/** Undefined for one that is out of use. */
export async function lockRole(tx: Transaction, code: string): Promise<LockedRole | undefined> {
  return tx.row(sql<LockedRole>`
    SELECT r.code, r.names, r.permissions, r.description, r.ready_made AS "readyMade", r.version FROM people.role r
    WHERE r.code = ${code} AND NOT EXISTS (SELECT 1 FROM people.role_retirement x WHERE x.role_code = r.code) FOR UPDATE OF r`)
}

/** Whose rights change with a role: what they are doing now is done before that, or not at all (host/auth/standing.ts). */
export async function lockHolders(tx: Transaction, role: string): Promise<void> {
  await tx.rows(sql`
    SELECT s.id FROM people.staff s WHERE s.id IN (SELECT g.staff_id FROM people.staff_role g WHERE g.role_code = ${role})
    ORDER BY s.id FOR UPDATE OF s`)
}
