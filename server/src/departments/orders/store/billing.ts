import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { BillingAddress } from '../domain/billing-address.ts'
import type { ContentAddress } from '../domain/order-content.ts'

/** As a checkout has it, or as an amendment keeps it. */
type Billing = BillingAddress | Omit<ContentAddress, 'phone'>

export function insertBilling(ctx: Context, orderId: string, billing: Billing): void {
  const { name, company, street, street2, postcode, city, region, country } = billing
  ctx.tx.later(sql`
    INSERT INTO orders.billing_address (order_id, name, company, street, street2, postcode, city, region, country)
    VALUES (${orderId}, ${name}, ${company ?? null}, ${street}, ${street2 ?? null}, ${postcode}, ${city}, ${region ?? null}, ${country})`)
}
