import type { Context } from '../../../host/context.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { localDateIn, type LocalDate } from '../../../kernel/time.ts'
import { refusals } from '../domain/refusals.ts'
import type { WithdrawalFact } from '../domain/refund.ts'
import { findWithdrawal, zoneOfMarket } from '../queries/read-withdrawals.ts'
import { insertFact, lockWithdrawal } from '../store/withdrawals.ts'

/** The goods are back, or a proof that they were sent is there: from then on the money waits no more. */
export async function recordFact(
  ctx: Context,
  { id, fact, on }: { readonly id: string; readonly fact: WithdrawalFact; readonly on: LocalDate },
): Promise<Result<void>> {
  const held = isUuid(id) ? await lockWithdrawal(ctx, id) : undefined
  const withdrawal = held && (await findWithdrawal(ctx.tx, id))
  if (!withdrawal) return refusals.not_found()
  if (withdrawal.facts.some((one) => one.fact === fact)) return refusals.fact_known()
  const today = localDateIn(ctx.now, await zoneOfMarket(ctx.tx, withdrawal.market))
  if (on > today) return refusals.fact_in_future({ field: 'on' })
  insertFact(ctx, id, { fact, on })
  ctx.audit({
    action: 'returns:record',
    objectType: 'withdrawal',
    objectId: id,
    changes: [{ field: fact, before: null, after: on }],
  })
  return ok()
}
