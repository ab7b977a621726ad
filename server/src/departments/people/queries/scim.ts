import type { Database } from '../../../host/database/pool.ts'
import { fragment, sql } from '../../../host/database/sql.ts'
import { isUuid } from '../../../kernel/ids.ts'
import type { Role } from '../domain/roles.ts'
import type { ScimFilter } from '../domain/scim-filter.ts'
import type { StaffId } from '../domain/staff.ts'

type Rows = Pick<Database, 'rows'>

export const USER_FILTERS = ['id', 'username', 'externalid', 'emails.value', 'emails', 'displayname', 'active']
export const GROUP_FILTERS = ['id', 'displayname', 'externalid']

export interface ScimUserRow {
  readonly id: StaffId
  readonly email: string
  readonly name: string
  readonly job_title: string | null
  readonly locale: string
  readonly time_zone: string | null
  readonly version: number
  readonly created_at: Date
  readonly updated_at: Date | null
  readonly external_id: string | null
  readonly given_name: string | null
  readonly family_name: string | null
  readonly active: boolean
  readonly roles: string[]
}

export interface PageAsked {
  /** Counted from one (RFC 7644, 3.4.2.4). */
  readonly startIndex: number
  readonly count: number
}

const suspended = fragment`EXISTS (SELECT 1 FROM people.suspension u WHERE u.staff_id = s.id AND u.lifted_at IS NULL)`

/** The organisation's own who have not left; whom the directory deleted is not told of. */
const told = fragment`FROM people.staff s LEFT JOIN people.scim_user x ON x.staff_id = s.id
  WHERE s.company_id IS NULL AND x.removed_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM people.ending e WHERE e.staff_id = s.id)`

const userColumns = fragment`s.id, s.email, s.name, s.job_title, s.locale, s.time_zone, s.version, s.created_at, x.updated_at,
  x.external_id, x.given_name, x.family_name, NOT ${suspended} AS active,
  ARRAY(SELECT g.role_code FROM people.staff_role g WHERE g.staff_id = s.id ORDER BY g.role_code) AS roles`

function among(filter: ScimFilter | undefined) {
  if (!filter) return fragment`true`
  const { attribute, value } = filter
  switch (attribute) {
    case 'id':
      return isUuid(value) ? fragment`s.id = ${value}::uuid` : fragment`false`
    case 'externalid':
      return fragment`x.external_id = ${value}`
    case 'displayname':
      return fragment`lower(s.name) = ${value.toLowerCase()}`
    case 'active':
      return fragment`(NOT ${suspended}) = ${value === 'true'}::boolean`
    default:
      return fragment`s.email = ${value.toLowerCase()}`
  }
}

export async function listScimUsers(
  reader: Rows,
  filter: ScimFilter | undefined,
  { startIndex, count }: PageAsked,
): Promise<{ total: number; rows: ScimUserRow[] }> {
  const which = among(filter)
  const [all] = await reader.rows(sql<{ n: number }>`SELECT count(*)::int AS n ${told} AND ${which}`)
  const rows = await reader.rows(sql<ScimUserRow>`
    SELECT ${userColumns} ${told} AND ${which} ORDER BY s.created_at, s.id LIMIT ${count} OFFSET ${startIndex - 1}`)
  return { total: all?.n ?? 0, rows }
}

export async function findScimUser(reader: Rows, id: string): Promise<ScimUserRow | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await reader.rows(sql<ScimUserRow>`SELECT ${userColumns} ${told} AND s.id = ${id}::uuid`)
  return row
}

/** Somebody whom the directory deleted, and of whose address it tells again. */
export async function findRemoved(reader: Rows, email: string): Promise<StaffId | undefined> {
  const [row] = await reader.rows(sql<{ id: StaffId }>`
    SELECT s.id FROM people.staff s JOIN people.scim_user x ON x.staff_id = s.id
    WHERE s.email = ${email} AND s.company_id IS NULL AND x.removed_at IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM people.ending e WHERE e.staff_id = s.id)`)
  return row?.id
}

export interface ScimGroupRow {
  readonly code: string
  readonly names: Role['names']
  readonly external_id: string | null
  readonly members: readonly { readonly value: string; readonly display: string }[]
}

/** Roles in use, with those of the organisation's own who hold them: a handful. */
export async function listScimGroups(reader: Rows, filter: ScimFilter | undefined): Promise<ScimGroupRow[]> {
  const rows = await reader.rows(sql<ScimGroupRow>`
    SELECT r.code, r.names, k.external_id, coalesce((
      SELECT jsonb_agg(jsonb_build_object('value', s.id, 'display', s.name) ORDER BY s.created_at, s.id)
      FROM people.staff_role g JOIN people.staff s ON s.id = g.staff_id LEFT JOIN people.scim_user x ON x.staff_id = s.id
      WHERE g.role_code = r.code AND s.company_id IS NULL AND x.removed_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM people.ending e WHERE e.staff_id = s.id)), '[]') AS members
    FROM people.role r LEFT JOIN people.scim_group k ON k.role_code = r.code
    WHERE NOT EXISTS (SELECT 1 FROM people.role_retirement z WHERE z.role_code = r.code)
    ORDER BY r.position, r.code`)
  if (!filter) return rows
  const { attribute, value } = filter
  return rows.filter(({ code, names, external_id: external }) =>
    attribute === 'id'
      ? code === value
      : attribute === 'externalid'
        ? external === value
        : isCalled(value, { code, names }),
  )
}

/** By its name in any language, or by its code. */
export function isCalled(text: string, { code, names }: Pick<ScimGroupRow, 'code' | 'names'>): boolean {
  const wanted = text.trim().toLowerCase()
  return code === wanted || Object.values(names).some((name) => name.toLowerCase() === wanted)
}
