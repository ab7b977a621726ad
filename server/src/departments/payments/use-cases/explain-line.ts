import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import { findMovement, findPayout, findPayoutLine, type Payout, type PayoutLine } from '../queries/find-payout.ts'
import { lockPayouts } from '../store/locks.ts'
import { saveSums } from '../store/payouts.ts'
import { askPeople, explain, type Explanation } from './book-payout.ts'

export interface LineToExplain {
  readonly lineId: string
  readonly as: 'movement' | 'fee' | 'reserve' | 'adjustment'
  readonly movementId?: string | undefined
  /** Why it is that, for whoever reads the books. */
  readonly words: string
}

/** A person says what a line is that nobody could explain: a movement of an order, or a cost, or a correction. */
export async function explainLine(ctx: Context, wish: LineToExplain): Promise<Result<{ payoutId: string }>> {
  lockPayouts(ctx)
  const line = await findPayoutLine(ctx.tx, wish.lineId)
  const payout = line && (await findPayout(ctx.tx, line.payoutId))
  if (!line || !payout) return refusals.payout_line_not_found()
  if (line.verdict !== 'unexplained') return refusals.line_explained()
  const explained = await meantBy(ctx, payout, line, wish)
  if (!explained.ok) return explained
  explain(ctx, payout, { line, explained: explained.value, words: wish.words })
  saveSums(ctx, payout.id)
  ctx.audit({
    action: 'payments:explain',
    objectType: 'payout',
    objectId: payout.id,
    changes: [{ field: 'line', before: line.reason, after: wish.as }],
    reason: wish.words,
  })
  askPeople(ctx, payout.id)
  return ok({ payoutId: payout.id })
}

async function meantBy(
  ctx: Context,
  payout: Payout,
  line: PayoutLine,
  { as, movementId }: LineToExplain,
): Promise<Result<Explanation['explained']>> {
  if (as !== 'movement') return ok({ as })
  const movement = movementId === undefined ? undefined : await findMovement(ctx.tx, movementId)
  if (!movement || movement.provider !== payout.provider) return refusals.movement_not_found({ field: 'movementId' })
  if (movement.taken) return refusals.movement_paid_out({ field: 'movementId' })
  if ((movement.kind === 'capture') !== line.amount >= 0n) return refusals.movement_other_way({ field: 'movementId' })
  return ok({ as, movement })
}
