import type { Context } from '../../../host/context.ts'
import { moneyFact, type GuardedAct } from '../../../host/guard/act.ts'
import { weigh } from '../../../host/guard/weigh.ts'
import { money, negate, type Money } from '../../../kernel/money.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { decideAdjustment, refusalTo } from '../domain/card.ts'
import { refusals } from '../domain/refusals.ts'
import { findCredit, todayOf, type Card } from '../queries/read-cards.ts'
import { lockCard } from '../store/locks.ts'
import { moveBalance } from './move-balance.ts'

export const ADJUST_CREDIT: GuardedAct = {
  act: 'gift-cards.adjust_credit',
  permission: 'gift-cards:credit',
  facts: { amount: 'money' },
}

async function heldCredit(ctx: Context, id: string): Promise<Card | undefined> {
  lockCard(ctx, id)
  return findCredit(ctx.tx, id)
}

/** Puts more on a grant, or takes from it what was granted by mistake: never what is spent, or promised to an order. */
export async function adjustCredit(
  ctx: Context,
  { id, by, reason }: { readonly id: string; readonly by: Money; readonly reason: string },
): Promise<Result<void>> {
  const credit = await heldCredit(ctx, id)
  if (!credit) return refusals.credit_not_found()
  if (by.currency !== credit.currency) {
    return refusals.currency_wrong({ field: 'amount', params: { currency: credit.currency } })
  }
  const amount = decideAdjustment(credit, by.amount)
  if (!amount.ok) return amount
  const admitted = await weigh(ctx, {
    act: ADJUST_CREDIT.act,
    facts: { amount: moneyFact(by.amount < 0n ? negate(by) : by) },
    ref: { kind: 'customer', id: credit.customerId ?? '' },
  })
  if (!admitted.ok) return admitted
  moveBalance(ctx, credit, { kind: 'adjusted', amount: by, reason })
  return ok()
}

/** What is left on a grant whose last day is over is owed no more; what is promised to orders stays. Done twice it changes nothing. */
export async function lapseCredit(ctx: Context, id: string): Promise<Result<void>> {
  const credit = await heldCredit(ctx, id)
  if (!credit || refusalTo('lapse', credit, todayOf(credit, ctx.now)) !== null) return ok()
  const left = money(credit.held - credit.balance, credit.currency)
  moveBalance(ctx, credit, { kind: 'lapsed', amount: left, reason: 'last_day_over' })
  return ok()
}
