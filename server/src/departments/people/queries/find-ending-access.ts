import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import { OWNER } from '../domain/roles.ts'
import { worksHere } from './who-may-act.ts'

export interface EndingAccess {
  readonly id: string
  readonly name: string
  readonly company: string
  readonly endsAt: Date
  /** Who is told: the sponsor, or every owner where the sponsor has left. */
  readonly readers: readonly { id: string; email: string; locale: string; timeZone: string | null }[]
}

/** Of people from outside who work here: access that ends before `until`. */
export function findEndingAccess(
  reader: Pick<Database, 'rows'>,
  { now, until }: { now: Date; until: Date },
): Promise<EndingAccess[]> {
  return reader.rows(sql<EndingAccess>`
    SELECT o.id, o.name, c.name AS company, o.ends_at AS "endsAt", (
      SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'email', s.email, 'locale', s.locale, 'timeZone', s.time_zone)
        ORDER BY s.id), '[]')
      FROM people.staff s WHERE ${worksHere(now)} AND (s.id = o.sponsor_id OR (
        EXISTS (SELECT 1 FROM people.staff_role g WHERE g.staff_id = s.id AND g.role_code = ${OWNER})
        AND EXISTS (SELECT 1 FROM people.ending gone WHERE gone.staff_id = o.sponsor_id)))) AS readers
    FROM people.staff o JOIN people.company c ON c.id = o.company_id
    WHERE o.ends_at > ${now} AND o.ends_at <= ${until}
      AND NOT EXISTS (SELECT 1 FROM people.ending e WHERE e.staff_id = o.id)
    ORDER BY o.ends_at, o.id`)
}
