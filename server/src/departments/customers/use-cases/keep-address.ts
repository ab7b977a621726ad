import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { MOST_ADDRESSES, type AddressDraft, type AddressId } from '../domain/customer.ts'
import { refusals } from '../domain/refusals.ts'
import { countAddresses, deleteAddress, insertAddress, raiseVersion } from '../store/addresses.ts'
import { lockCustomer } from '../store/customers.ts'
import { sortCustomer } from './sort-customers.ts'

export async function keepAddress(
  ctx: Context,
  input: { customerId: string; address: AddressDraft },
): Promise<Result<{ id: AddressId }>> {
  const customer = await lockCustomer(ctx.tx, input.customerId)
  if (!customer) return refusals.not_found()
  if ((await countAddresses(ctx, customer.id)) >= MOST_ADDRESSES) {
    return refusals.too_many_addresses({ params: { limit: MOST_ADDRESSES } })
  }
  const id = ctx.newId<'address'>()
  insertAddress(ctx, customer.id, id, input.address)
  noteChange(ctx, customer)
  await sortCustomer(ctx, customer.id)
  return ok({ id })
}

export async function forgetAddress(
  ctx: Context,
  input: { customerId: string; addressId: string },
): Promise<Result<void>> {
  const customer = await lockCustomer(ctx.tx, input.customerId)
  if (!customer) return refusals.not_found()
  deleteAddress(ctx, customer.id, input.addressId)
  noteChange(ctx, customer)
  await sortCustomer(ctx, customer.id)
  return ok()
}

function noteChange(ctx: Context, customer: NonNullable<Awaited<ReturnType<typeof lockCustomer>>>): void {
  raiseVersion(ctx, customer.id)
  ctx.audit({
    action: 'customers:change-addresses',
    objectType: 'customer',
    objectId: customer.id,
    version: customer.version + 1,
    changes: [{ field: 'addresses' }],
  })
}
