import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { CompanyId, OutsideKind } from '../domain/company.ts'
import type { UnitId, UnitKind } from '../domain/unit.ts'
import type { Colleague } from './find-colleagues.ts'
import { worksHere } from './who-may-act.ts'

type Rows = Pick<Database, 'rows'>
type Row = Pick<Database, 'row'>

/** Those of a department or team who work here now, by name. A department's teams are asked for by themselves. */
export function listMembersOf(reader: Rows, unitId: string): Promise<Colleague[]> {
  return reader.rows(sql<Colleague>`
    SELECT s.id, s.name, s.email, s.locale FROM people.unit_member m JOIN people.staff s ON s.id = m.staff_id
    WHERE m.unit_id = ${unitId} AND ${worksHere()} ORDER BY lower(s.name), s.id`)
}

export interface UnitOfPerson {
  readonly id: UnitId
  readonly kind: UnitKind
  readonly name: string
  /** They lead it. */
  readonly head: boolean
}

/** The departments and teams that somebody is in, departments first. */
export function unitsOf(reader: Rows, staffId: string): Promise<UnitOfPerson[]> {
  return reader.rows(sql<UnitOfPerson>`
    SELECT u.id, u.kind, u.name, u.head_id IS NOT DISTINCT FROM m.staff_id AS head
    FROM people.unit_member m JOIN people.unit u ON u.id = m.unit_id
    WHERE m.staff_id = ${staffId} AND NOT EXISTS (SELECT 1 FROM people.unit_closing c WHERE c.unit_id = u.id)
    ORDER BY u.kind, lower(u.name)`)
}

export interface UnitName {
  readonly id: UnitId
  readonly kind: UnitKind
  readonly name: string
}

/** Those that are not closed, departments first: to whom work can be given. */
export function listUnitNames(reader: Rows): Promise<UnitName[]> {
  return reader.rows(sql<UnitName>`
    SELECT u.id, u.kind, u.name FROM people.unit u
    WHERE NOT EXISTS (SELECT 1 FROM people.unit_closing c WHERE c.unit_id = u.id) ORDER BY u.kind, lower(u.name)`)
}

/** Whose people somebody belongs to; `own` is the organisation itself. */
export type CompanyOfPerson =
  | { readonly kind: 'own' }
  | { readonly kind: OutsideKind; readonly id: CompanyId; readonly name: string }

/** Undefined for nobody of the house. */
export async function companyOf(reader: Row, staffId: string): Promise<CompanyOfPerson | undefined> {
  const row = await reader.row(sql<{ kind: OutsideKind | null; id: CompanyId; name: string }>`
    SELECT c.kind, c.id, c.name FROM people.staff s LEFT JOIN people.company c ON c.id = s.company_id WHERE s.id = ${staffId}`)
  if (!row) return undefined
  return row.kind === null ? { kind: 'own' } : { kind: row.kind, id: row.id, name: row.name }
}
