import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import { escapeLike } from '../../../host/lists/search-text.ts'

export interface FoundStaff {
  readonly id: string
  readonly name: string
  readonly email: string
}

/** By part of a name or an e-mail address, of those who have not left; along the index of the list's own search. */
export function searchStaff(reader: Pick<Database, 'rows'>, typed: string, limit: number): Promise<FoundStaff[]> {
  const pattern = `%${escapeLike(typed.trim().toLowerCase())}%`
  return reader.rows(sql<FoundStaff>`
    SELECT s.id, s.name, s.email FROM people.staff s
    WHERE lower(s.name || ' ' || s.email) LIKE ${pattern} AND NOT EXISTS (SELECT 1 FROM people.ending e WHERE e.staff_id = s.id)
    ORDER BY lower(s.name), s.id LIMIT ${limit}`)
}
