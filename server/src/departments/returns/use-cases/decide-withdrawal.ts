import type { Context } from '../../../host/context.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import { decide, type Decision, type WithdrawalState } from '../domain/statement.ts'
import { withdrawalDecided } from '../events.ts'
import { lockWithdrawal, saveDecision } from '../store/withdrawals.ts'

/** What the shop makes of it: accepted, refused for a reason, or done once the money is back. */
export async function decideWithdrawal(
  ctx: Context,
  { id, decision, note = '' }: { readonly id: string; readonly decision: Decision; readonly note?: string | undefined },
): Promise<Result<{ readonly state: WithdrawalState }>> {
  const held = isUuid(id) ? await lockWithdrawal(ctx, id) : undefined
  if (!held) return refusals.not_found()
  const decided = decide(held.state, { decision, note })
  if (!decided.ok) return decided
  const state = decided.value
  saveDecision(ctx, id, { state, note: note.trim() })
  ctx.emit(withdrawalDecided(id, { number: String(held.number), state }))
  ctx.audit({
    action: `returns:${decision}`,
    objectType: 'withdrawal',
    objectId: id,
    changes: [{ field: 'state', before: held.state, after: state }],
    ...(note.trim() === '' ? {} : { reason: note.trim() }),
  })
  return ok({ state })
}
