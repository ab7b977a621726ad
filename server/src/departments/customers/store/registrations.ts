import type { Context } from '../../../host/context.ts'
import { jsonText } from '../../../host/database/json.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Id } from '../../../kernel/ids.ts'
import type { Person } from './customers.ts'

export interface Registration extends Person {
  readonly passwordHash: string
  /** Boxes that were ticked beside it, and the network from which. */
  readonly contactConsents: readonly RegisteredConsent[]
  readonly network: string | null
}

export interface RegisteredConsent {
  readonly purpose: string
  readonly give: boolean
  readonly wording: number
}

export function insertRegistration(ctx: Context, id: Id<'registration'>, registration: Registration): void {
  const { email, name, locale, passwordHash, contactConsents, network } = registration
  ctx.tx.later(sql`
    INSERT INTO customers.registration (id, email, name, locale, password_hash, contact_consents, network, created_at)
    VALUES (${id}, ${email}, ${name}, ${locale}, ${passwordHash}, ${jsonText(contactConsents)}::jsonb, ${network}, ${ctx.now})`)
}

/** Takes the registration out: confirmed, it lives on as the customer; and with it all others of the same address. */
export async function takeRegistration(ctx: Context, id: string): Promise<Registration | undefined> {
  const rows = await ctx.tx.rows(sql<Registration & { readonly id: string }>`
    DELETE FROM customers.registration
    WHERE email = (SELECT email FROM customers.registration WHERE id = ${id})
    RETURNING id, email, name, locale, password_hash AS "passwordHash", contact_consents AS "contactConsents", network`)
  return rows.find((one) => one.id === id)
}

/** Never confirmed: names and addresses of people who are no customers are not kept. */
export function deleteOldRegistrations(ctx: Context): void {
  ctx.tx.later(sql`DELETE FROM customers.registration WHERE created_at < ${ctx.now}::timestamptz - interval '1 day'`)
}
