import type { Actor, Scope } from '../../../host/actor.ts'
import type { StaffActor } from '../../../host/auth/staff-directory.ts'
import { fragment } from '../../../host/database/sql.ts'
import type { Id } from '../../../kernel/ids.ts'
import { narrowest } from '../domain/api-key.ts'
import type { StaffId } from '../domain/staff.ts'

/**
 * Who works here (`people.staff s`): not left, not suspended, begun, not ended. Whatever lets somebody in asks this, with each call; without
 * `now` by the database's clock.
 */
export const worksHere = (now?: Date) => fragment`
  NOT EXISTS (SELECT 1 FROM people.ending e WHERE e.staff_id = s.id)
  AND NOT EXISTS (SELECT 1 FROM people.suspension u WHERE u.staff_id = s.id AND u.lifted_at IS NULL)
  AND (s.begins_at IS NULL OR s.begins_at <= coalesce(${now ?? null}::timestamptz, now()))
  AND (s.ends_at IS NULL OR s.ends_at > coalesce(${now ?? null}::timestamptz, now()))`

export interface ActorRow {
  readonly id: StaffId
  readonly name: string
  readonly scope: Scope | null
  readonly permissions: string[]
}

/** Of `people.staff s`, with what their roles permit at this moment. */
export const actorColumns = fragment`
  s.id, s.name, s.scope, ARRAY(
    SELECT DISTINCT unnest(r.permissions) FROM people.staff_role g JOIN people.role r ON r.code = g.role_code
    WHERE g.staff_id = s.id) AS permissions`

export function actorOf({ id, name, scope, permissions }: ActorRow): StaffActor {
  return { kind: 'staff', id, name, permissions: new Set(permissions), ...(scope ? { scope } : {}) }
}

export interface KeyRow extends ActorRow {
  readonly key_id: Id<'api_key'>
  readonly key_name: string
  readonly key_permissions: string[]
  readonly key_scope: Scope | null
}

/** Of `people.api_key k`, whose owner is `people.staff s`. */
export const keyColumns = fragment`
  ${actorColumns}, k.id AS key_id, k.name AS key_name, k.permissions AS key_permissions, k.scope AS key_scope`

/** A program with what both it and its owner may. */
export function keyActorOf(row: KeyRow): Extract<Actor, { kind: 'key' }> {
  const owner = actorOf(row)
  const scope = narrowest(row.key_scope ?? undefined, owner.scope)
  return {
    kind: 'key',
    id: row.key_id,
    name: row.key_name,
    staffId: owner.id,
    permissions: new Set(row.key_permissions.filter((permission) => owner.permissions.has(permission))),
    ...(scope ? { scope } : {}),
  }
}
