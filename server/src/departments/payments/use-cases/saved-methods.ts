import type { Context } from '../../../host/context.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import {
  blankMethodsOf,
  lockSavedMethod,
  markAllForgotten,
  markForgotten,
  markPreferred,
  markRemoved,
} from '../store/saved-methods.ts'

export interface OwnMethod {
  readonly customerId: string
  readonly methodId: string
}

/** Nobody can pay by it from here on; a job has its provider forget it. Removed twice it is removed. */
export async function removeSavedMethod(ctx: Context, { customerId, methodId }: OwnMethod): Promise<Result<void>> {
  const method = isUuid(methodId) ? await lockSavedMethod(ctx, customerId, methodId) : undefined
  if (!method) return refusals.saved_method_not_found()
  markRemoved(ctx, method.id)
  ctx.enqueue({ kind: 'forget-method', ref: method.id, dedupKey: method.id })
  audit(ctx, customerId, { methodId, change: 'removed' })
  return ok()
}

/** The one that is offered first. */
export async function preferSavedMethod(ctx: Context, { customerId, methodId }: OwnMethod): Promise<Result<void>> {
  const method = isUuid(methodId) ? await lockSavedMethod(ctx, customerId, methodId) : undefined
  if (!method) return refusals.saved_method_not_found()
  await markPreferred(ctx, customerId, method.id)
  audit(ctx, customerId, { methodId, change: 'preferred' })
  return ok()
}

/** A customer is forgotten: here at once, at the providers by a job. */
export async function forgetMethodsOf(ctx: Context, customerId: string): Promise<void> {
  await blankMethodsOf(ctx, customerId)
  ctx.enqueue({ kind: 'forget-payer', ref: customerId, dedupKey: customerId })
}

/** The provider does not have it any more either. */
export async function recordForgotten(ctx: Context, id: string): Promise<Result<void>> {
  markForgotten(ctx, id)
  return ok()
}

export async function recordPayerForgotten(ctx: Context, provider: string, customerId: string): Promise<Result<void>> {
  markAllForgotten(ctx, provider, customerId)
  return ok()
}

function audit(ctx: Context, customerId: string, { methodId, change }: { methodId: string; change: string }): void {
  const changes = [{ field: 'saved_method', before: null, after: `${change} ${methodId}` }]
  ctx.audit({ action: 'payments:keep', objectType: 'customer', objectId: customerId, version: 1, changes })
}
