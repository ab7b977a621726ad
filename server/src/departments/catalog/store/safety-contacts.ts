import type { Context } from '../../../host/context.ts'
import { fragment, sql } from '../../../host/database/sql.ts'
import type { SafetyContact, SavedContact } from '../domain/safety-contact.ts'

export const contactColumns = fragment`c.id, c.name, c.street, c.postcode, c.city, c.country, c.email, c.website, c.version`

export function lockContact(ctx: Context, id: string): Promise<SavedContact | undefined> {
  return ctx.tx.row(sql<SavedContact>`
    SELECT ${contactColumns} FROM catalog.safety_contact c WHERE c.id = ${id}::uuid FOR UPDATE`)
}

export function writeContact(ctx: Context, id: string, contact: SafetyContact, version: number): void {
  const { name, street, postcode, city, country, email, website } = contact
  ctx.tx.later(sql`
    INSERT INTO catalog.safety_contact (id, name, street, postcode, city, country, email, website, version, created_at, updated_at)
    VALUES (${id}, ${name}, ${street}, ${postcode}, ${city}, ${country}, ${email}, ${website}, ${version}, ${ctx.now}, ${ctx.now})
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, street = excluded.street, postcode = excluded.postcode,
      city = excluded.city, country = excluded.country, email = excluded.email, website = excluded.website,
      version = excluded.version, updated_at = excluded.updated_at`)
}
