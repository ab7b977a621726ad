import type { Context } from '../../../host/context.ts'
import { normalEmail, type CustomerId } from '../domain/customer.ts'
import { findOrInsert } from '../store/customers.ts'

export interface RecordCustomerInput {
  readonly email: string
  readonly name: string
  readonly locale: string
}

/**
 * The customer of a purchase, found by e-mail address or made: many at once get the same one. What is known of somebody is
 * not overwritten, since at this point anybody may have typed anybody's address.
 */
export async function recordCustomer(ctx: Context, input: RecordCustomerInput): Promise<CustomerId> {
  const person = { email: normalEmail(input.email), name: input.name.trim(), locale: input.locale }
  const { id, isNew } = await findOrInsert(ctx, person)
  if (isNew) {
    ctx.audit({
      action: 'customers:record',
      objectType: 'customer',
      objectId: id,
      version: 1,
      changes: [{ field: 'email' }, { field: 'name' }, { field: 'locale' }],
    })
  }
  return id
}
