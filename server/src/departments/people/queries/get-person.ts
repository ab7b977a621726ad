import type { ScopeKind } from '../../../host/actor.ts'
import type { Database } from '../../../host/database/pool.ts'
import { sql, trusted } from '../../../host/database/sql.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import type { Role } from '../domain/roles.ts'
import type { OutsideKind } from '../domain/company.ts'
import { findStaffNames } from './find-colleagues.ts'
import { findFactors } from './find-sign-in.ts'
import { findStaff, type StaffView } from './list-staff.ts'
import { stateSql, type StaffState } from './staff-list.ts'
import { unitsOf, type UnitOfPerson } from './where-people-belong.ts'

type PersonScope = Partial<Record<ScopeKind, string[]>>

export interface PersonView extends StaffView {
  readonly state: StaffState
  readonly jobTitle: string | null
  readonly timeZone: string | null
  readonly company: { readonly id: string; readonly kind: OutsideKind; readonly name: string } | null
  readonly sponsor: { readonly id: string; readonly name: string } | null
  readonly beginsAt: string | null
  readonly endsAt: string | null
  readonly scope: PersonScope | null
  readonly lastSeenAt: string | null
  readonly units: UnitOfPerson[]
  /** What they may do, each with the roles that it comes by. */
  readonly permissions: { readonly permission: string; readonly roles: string[] }[]
  readonly roleNames: { readonly code: string; readonly names: Role['names'] }[]
  readonly sponsors: { readonly id: string; readonly name: string }[]
  /** Who suspended them, unless a program without a name did. */
  readonly suspension: { readonly at: string; readonly by: string | null; readonly reason: string | null } | null
  readonly ending: { readonly at: string; readonly reason: string } | null
  readonly secondFactor: { readonly totp: boolean; readonly passkeys: number }
}

interface PersonRow {
  readonly state: StaffState
  readonly job_title: string | null
  readonly time_zone: string | null
  readonly company: PersonView['company']
  readonly sponsor: PersonView['sponsor']
  readonly begins_at: Date | null
  readonly ends_at: Date | null
  readonly scope: PersonScope | null
  readonly last_seen_at: Date | null
  readonly ended_at: Date | null
  readonly ending_reason: string | null
  readonly suspended_at: Date | null
  readonly suspended_by: string | null
  readonly suspension_reason: string | null
  readonly role_rows: { code: string; names: Role['names']; permissions: string[] }[]
  readonly sponsored: PersonView['sponsors']
}

/** One person whole: who they are, where they belong, what they may do and by which role, until when, and for whom they answer. */
export async function getPerson(reader: Pick<Database, 'row' | 'rows'>, id: string): Promise<Result<PersonView>> {
  const [staff, row, units, factors] = await Promise.all([
    findStaff(reader, id),
    findRow(reader, id),
    unitsOf(reader, id),
    findFactors(reader, id),
  ])
  if (!staff || !row || !factors) return refusals.not_found()
  const permissions = new Map<string, string[]>()
  for (const role of row.role_rows) {
    for (const one of role.permissions) permissions.set(one, [...(permissions.get(one) ?? []), role.code])
  }
  return ok({
    ...staff,
    state: row.state,
    jobTitle: row.job_title,
    timeZone: row.time_zone,
    company: row.company,
    sponsor: row.sponsor,
    beginsAt: row.begins_at?.toISOString() ?? null,
    endsAt: row.ends_at?.toISOString() ?? null,
    scope: row.scope,
    lastSeenAt: row.last_seen_at?.toISOString() ?? null,
    units,
    permissions: [...permissions].sort().map(([permission, roles]) => ({ permission, roles })),
    roleNames: row.role_rows.map(({ code, names }) => ({ code, names })),
    sponsors: row.sponsored,
    secondFactor: { totp: factors.totp, passkeys: factors.passkeys },
    suspension: await suspensionOf(reader, row),
    ending: row.ended_at === null ? null : { at: row.ended_at.toISOString(), reason: row.ending_reason ?? '' },
  })
}

async function suspensionOf(reader: Pick<Database, 'rows'>, row: PersonRow): Promise<PersonView['suspension']> {
  if (row.suspended_at === null || row.ended_at !== null) return null
  const [, by = ''] = (row.suspended_by ?? '').split(':')
  const names = await findStaffNames(reader, isUuid(by) ? [by] : [])
  return { at: row.suspended_at.toISOString(), by: names.get(by) ?? null, reason: row.suspension_reason }
}

function findRow(reader: Pick<Database, 'row'>, id: string): Promise<PersonRow | undefined> {
  return reader.row(sql<PersonRow>`
    SELECT ${trusted(stateSql)}, s.job_title, s.time_zone, s.begins_at, s.ends_at, s.scope,
      CASE WHEN c.id IS NOT NULL THEN jsonb_build_object('id', c.id, 'kind', c.kind, 'name', c.name) END AS company,
      CASE WHEN p.id IS NOT NULL THEN jsonb_build_object('id', p.id, 'name', p.name) END AS sponsor,
      (SELECT max(h.last_seen_at) FROM host.session h WHERE h.subject_kind = 'staff' AND h.subject_id = s.id) AS last_seen_at,
      e.ended_at, e.reason AS ending_reason,
      u.suspended_at, u.suspended_by, u.reason AS suspension_reason,
      coalesce((SELECT jsonb_agg(jsonb_build_object('code', r.code, 'names', r.names, 'permissions', r.permissions)
          ORDER BY r.position, r.names ->> 'en')
        FROM people.staff_role g JOIN people.role r ON r.code = g.role_code WHERE g.staff_id = s.id), '[]') AS role_rows,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name) ORDER BY o.ends_at) FROM people.staff o
        WHERE o.sponsor_id = s.id AND o.ends_at > now()), '[]') AS sponsored
    FROM people.staff s LEFT JOIN people.company c ON c.id = s.company_id LEFT JOIN people.staff p ON p.id = s.sponsor_id
    LEFT JOIN people.ending e ON e.staff_id = s.id
    LEFT JOIN people.suspension u ON u.staff_id = s.id AND u.lifted_at IS NULL WHERE s.id = ${id}`)
}
