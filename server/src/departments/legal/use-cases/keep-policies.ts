import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import { listPoliciesInForce } from '../queries/policies.ts'
import { insertSoldUnder } from '../store/policies.ts'

/** The order keeps the versions in force at its instant, whatever is published later. */
export function keepPolicies(ctx: Context, order: { readonly orderId: string; readonly market: string }): void {
  insertSoldUnder(ctx, order)
}

/** Refused where the shopper read other versions than those that are in force now; who names none read none. */
export async function checkAccepted(
  ctx: Context,
  { market, accepted }: { readonly market: string; readonly accepted: readonly string[] | undefined },
): Promise<Result<void>> {
  if (!accepted) return ok()
  const inForce = await listPoliciesInForce(ctx.tx, { market, at: ctx.now })
  const same = inForce.length === accepted.length && inForce.every(({ id }) => accepted.includes(id))
  return same ? ok() : refusals.policies_changed()
}
