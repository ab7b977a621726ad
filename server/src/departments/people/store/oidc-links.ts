import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import { refusals } from '../domain/refusals.ts'
import type { StaffId } from '../domain/staff.ts'

export interface ProviderSubject {
  readonly providerId: string
  readonly subject: string
}

export function insertLink(ctx: Context, { providerId, subject }: ProviderSubject, staffId: StaffId): void {
  ctx.tx.later(
    sql`
      INSERT INTO people.oidc_link (provider_id, subject, staff_id, created_at, last_used_at)
      VALUES (${providerId}, ${subject}, ${staffId}, ${ctx.now}, ${ctx.now})`,
    { refusals: { oidc_link_person: () => refusals.linked_otherwise() } },
  )
}

/** Whom the provider means, if it meant somebody before; written down as used. */
export async function followLink(ctx: Context, { providerId, subject }: ProviderSubject): Promise<StaffId | undefined> {
  const row = await ctx.tx.row(sql<{ staff_id: StaffId }>`
    UPDATE people.oidc_link SET last_used_at = ${ctx.now} WHERE provider_id = ${providerId} AND subject = ${subject}
    RETURNING staff_id`)
  return row?.staff_id
}
