import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { StaffId } from '../domain/staff.ts'

export interface ScimNames {
  readonly externalId: string | null
  readonly givenName: string | null
  readonly familyName: string | null
}

/** By which names of its own a directory knows somebody; whom it had deleted is told of again. */
export function saveScimUser(ctx: Context, id: StaffId, { externalId, givenName, familyName }: ScimNames): void {
  ctx.tx.later(sql`
    INSERT INTO people.scim_user (staff_id, external_id, given_name, family_name, updated_at)
    VALUES (${id}, ${externalId}, ${givenName}, ${familyName}, ${ctx.now})
    ON CONFLICT (staff_id) DO UPDATE SET external_id = excluded.external_id, given_name = excluded.given_name,
      family_name = excluded.family_name, updated_at = excluded.updated_at, removed_at = NULL`)
}

export function removeScimUser(ctx: Context, id: StaffId): void {
  ctx.tx.later(sql`
    INSERT INTO people.scim_user (staff_id, updated_at, removed_at) VALUES (${id}, ${ctx.now}, ${ctx.now})
    ON CONFLICT (staff_id) DO UPDATE SET updated_at = excluded.updated_at, removed_at = excluded.removed_at`)
}

export function saveScimGroup(ctx: Context, code: string, externalId: string | null): void {
  ctx.tx.later(
    externalId === null
      ? sql`DELETE FROM people.scim_group WHERE role_code = ${code}`
      : sql`INSERT INTO people.scim_group (role_code, external_id) VALUES (${code}, ${externalId})
          ON CONFLICT (role_code) DO UPDATE SET external_id = excluded.external_id`,
  )
}
