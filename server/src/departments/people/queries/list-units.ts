import type { Database } from '../../../host/database/pool.ts'
import { fragment, sql } from '../../../host/database/sql.ts'
import type { OutsideKind } from '../domain/company.ts'
import type { UnitKind } from '../domain/unit.ts'

export interface UnitView {
  readonly id: string
  readonly kind: UnitKind
  readonly name: string
  readonly parentId: string | null
  readonly head: { readonly id: string; readonly name: string } | null
  readonly members: number
  readonly version: number
}

const columns = fragment`
  u.id, u.kind, u.name, u.parent_id AS "parentId", u.version,
  CASE WHEN h.id IS NOT NULL THEN jsonb_build_object('id', h.id, 'name', h.name) END AS head,
  (SELECT count(*)::int FROM people.unit_member m WHERE m.unit_id = u.id
    AND NOT EXISTS (SELECT 1 FROM people.ending e WHERE e.staff_id = m.staff_id)) AS members
  FROM people.unit u LEFT JOIN people.staff h ON h.id = u.head_id
  WHERE NOT EXISTS (SELECT 1 FROM people.unit_closing c WHERE c.unit_id = u.id)`

/** Departments and teams that are not closed, by name. */
export function listUnits(reader: Pick<Database, 'rows'>): Promise<UnitView[]> {
  return reader.rows(sql<UnitView>`SELECT ${columns} ORDER BY u.kind, lower(u.name)`)
}

export function findUnit(reader: Pick<Database, 'row'>, id: string): Promise<UnitView | undefined> {
  return reader.row(sql<UnitView>`SELECT ${columns} AND u.id = ${id}`)
}

export interface CompanyView {
  readonly id: string
  readonly kind: OutsideKind
  readonly name: string
  /** Who have not left. */
  readonly people: number
  readonly version: number
}

export function listCompanies(reader: Pick<Database, 'rows'>): Promise<CompanyView[]> {
  return reader.rows(sql<CompanyView>`
    SELECT c.id, c.kind, c.name, c.version, (SELECT count(*)::int FROM people.staff s WHERE s.company_id = c.id
      AND NOT EXISTS (SELECT 1 FROM people.ending e WHERE e.staff_id = s.id)) AS people
    FROM people.company c ORDER BY lower(c.name)`)
}
