import { changedFields } from '../../../host/audit/changed-fields.ts'
import { expectVersion } from '../../../host/audit/expect-version.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { checkDeliveryMethod } from '../domain/check-delivery-method.ts'
import type { DeliveryMethod } from '../domain/delivery-method.ts'
import { insertDeliveryMethod, lockDeliveryMethod, updateDeliveryMethod } from '../store/put-delivery-method.ts'

export interface PutDeliveryMethod {
  readonly method: DeliveryMethod & { readonly active: boolean }
  /** In the shop's order; where it is, or last, unless told. */
  readonly position?: number | undefined
  readonly version: number | undefined
}

/** Makes a way of delivery, or changes the one of this code; answers its version. Orders keep the terms they were placed under. */
export async function putDeliveryMethod(
  ctx: Context,
  { method, position, version }: PutDeliveryMethod,
): Promise<Result<{ readonly version: number }>> {
  const existing = await lockDeliveryMethod(ctx, method.code)
  const expected = expectVersion(existing?.version, version)
  if (!expected.ok) return expected
  const checked = checkDeliveryMethod(method)
  if (!checked.ok) return checked
  const changes = changedFields(existing, position === undefined ? method : { ...method, position })
  if (existing && changes.length === 0) return ok({ version: existing.version })
  if (existing) updateDeliveryMethod(ctx, method, position)
  else insertDeliveryMethod(ctx, method, position)
  const now = (existing?.version ?? 0) + 1
  ctx.audit({ action: 'orders:write', objectType: 'delivery_method', objectId: method.code, version: now, changes })
  return ok({ version: now })
}
