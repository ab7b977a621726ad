import { changedFields } from '../../../host/audit/changed-fields.ts'
import { expectVersion } from '../../../host/audit/expect-version.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { tidy } from '../domain/bank-account.ts'
import { checkMethod } from '../domain/check-method.ts'
import { tidyTerms } from '../domain/debit-terms.ts'
import { refusals } from '../domain/refusals.ts'
import { insertMethod, lockMethod, updateMethod, type MethodToPut } from '../store/methods.ts'

export interface PutPaymentMethod {
  readonly method: MethodToPut
  /** In the shop's order; where it is, or last, unless told. */
  readonly position?: number | undefined
  readonly version: number | undefined
}

/** Makes a way to pay, or changes the one of this code; answers its version. What kind it is stays: payments were opened under it. */
export async function putPaymentMethod(
  ctx: Context,
  { method: given, position, version }: PutPaymentMethod,
): Promise<Result<{ readonly version: number }>> {
  const debit = given.debit ? tidyTerms(given.debit) : null
  const method = { ...given, account: given.account && tidy(given.account), debit }
  const existing = await lockMethod(ctx, method.code)
  const expected = expectVersion(existing?.version, version)
  if (!expected.ok) return expected
  if (existing && existing.kind !== method.kind) return refusals.method_kind_fixed({ field: 'kind' })
  const checked = checkMethod(method)
  if (!checked.ok) return checked
  const changes = changedFields(existing, position === undefined ? method : { ...method, position })
  if (existing && changes.length === 0) return ok({ version: existing.version })
  if (existing) updateMethod(ctx, method, position)
  else insertMethod(ctx, method, position)
  const now = (existing?.version ?? 0) + 1
  ctx.audit({ action: 'payments:write', objectType: 'payment_method', objectId: method.code, version: now, changes })
  return ok({ version: now })
}
