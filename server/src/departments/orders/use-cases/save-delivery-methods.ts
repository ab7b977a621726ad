import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { DeliveryMethod } from '../domain/delivery-method.ts'
import { upsertDeliveryMethods } from '../store/delivery-methods.ts'

/** Creates or updates delivery methods by code, in the order given. */
export async function saveDeliveryMethods(ctx: Context, methods: readonly DeliveryMethod[]): Promise<Result<void>> {
  upsertDeliveryMethods(ctx, methods)
  ctx.audit({ action: 'orders:write', objectType: 'delivery_methods', objectId: ctx.organisation.id })
  return ok()
}
