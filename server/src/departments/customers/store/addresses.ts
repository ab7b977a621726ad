import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import { refusals } from '../domain/refusals.ts'
import type { AddressDraft, AddressId, CustomerId } from '../domain/customer.ts'

export async function countAddresses(ctx: Context, customerId: CustomerId): Promise<number> {
  const row = await ctx.tx.row(
    sql<{ n: number }>`SELECT count(*)::int AS n FROM customers.address WHERE customer_id = ${customerId}`,
  )
  return row?.n ?? 0
}

export function insertAddress(ctx: Context, customerId: CustomerId, id: AddressId, draft: AddressDraft): void {
  ctx.tx.later(sql`
    INSERT INTO customers.address (id, customer_id, recipient, company, line1, line2, postal_code, city, region, country, phone, created_at)
    VALUES (${id}, ${customerId}, ${draft.recipient}, ${draft.company ?? null}, ${draft.line1}, ${draft.line2 ?? null},
      ${draft.postalCode}, ${draft.city}, ${draft.region ?? null}, ${draft.country}, ${draft.phone ?? null}, ${ctx.now})`)
}

export function deleteAddress(ctx: Context, customerId: CustomerId, id: string): void {
  ctx.tx.later(sql`DELETE FROM customers.address WHERE id = ${id} AND customer_id = ${customerId}`, {
    affects: { rows: 1, otherwise: () => refusals.address_not_found() },
  })
}

export function raiseVersion(ctx: Context, customerId: CustomerId): void {
  ctx.tx.later(sql`UPDATE customers.customer SET version = version + 1 WHERE id = ${customerId}`)
}
