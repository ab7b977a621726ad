import type { Actor, House } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { StaffId } from '../domain/staff.ts'

/**
 * The member of staff behind a session's token, with all that their roles permit at this moment: read anew for every call, so
 * that a role taken away is gone with the next call. One query; the token is hashed where it is compared.
 */
export async function findStaffActor(house: House, token: string): Promise<Actor | undefined> {
  const row = await house.database.row(sql<{ id: StaffId; name: string; permissions: string[] }>`
    SELECT s.id, s.name, ARRAY(
      SELECT DISTINCT unnest(r.permissions) FROM people.staff_role g JOIN people.role r ON r.code = g.role_code
      WHERE g.staff_id = s.id) AS permissions
    FROM host.session h JOIN people.staff s ON s.id = h.subject_id
    WHERE h.token_hash = sha256(convert_to(${token}::text, 'UTF8')) AND h.subject_kind = 'staff'
      AND h.ended_at IS NULL AND h.expires_at > ${house.clock.now()}
      AND NOT EXISTS (SELECT 1 FROM people.ending e WHERE e.staff_id = s.id)`)
  return row && { kind: 'staff', id: row.id, name: row.name, permissions: new Set(row.permissions) }
}
