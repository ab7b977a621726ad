import type { House } from '../../../host/context.ts'
import { keepSeen } from '../../../host/auth/sessions.ts'
import type { StaffActor } from '../../../host/auth/staff-directory.ts'
import { sql } from '../../../host/database/sql.ts'
import { actorColumns, actorOf, worksHere, type ActorRow } from './who-may-act.ts'

/**
 * The member of staff behind a session's token, with all that their roles permit at this moment: read anew for every call, so
 * that a role taken away, or an access that ends, is gone with the next call. One query, and once a minute one that
 * writes down that they are here; the token is hashed where it is compared.
 */
export async function findStaffActor(house: House, token: string): Promise<StaffActor | undefined> {
  const now = house.clock.now()
  const row = await house.database.row(sql<ActorRow & { last_seen_at: Date }>`
    SELECT ${actorColumns}, h.last_seen_at
    FROM host.session h JOIN people.staff s ON s.id = h.subject_id
    WHERE h.token_hash = sha256(convert_to(${token}::text, 'UTF8')) AND h.subject_kind = 'staff'
      AND h.ended_at IS NULL AND h.expires_at > ${now} AND ${worksHere(now)}`)
  if (!row) return undefined
  await keepSeen(house, token, row.last_seen_at)
  return actorOf(row)
}
