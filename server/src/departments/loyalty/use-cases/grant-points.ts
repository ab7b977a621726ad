import type { Context } from '../../../host/context.ts'
import { moneyFact, type GuardedAct } from '../../../host/guard/act.ts'
import { weigh } from '../../../host/guard/weigh.ts'
import { money } from '../../../kernel/money.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import { findHolder } from '../queries/read-accounts.ts'
import { findPlace, findTerms } from '../queries/read-terms.ts'
import { lockAccountOf } from '../store/locks.ts'
import { addPoints, removePoints } from './move-points.ts'

export const ADJUST: GuardedAct = {
  act: 'loyalty.adjust_points',
  permission: 'loyalty:grant',
  facts: { amount: 'money' },
}

/** More is a typing error. */
const MOST = 10_000_000n

export interface PointsToGrant {
  readonly customerId: string
  readonly market: string
  /** Below zero: taken. */
  readonly points: bigint
  /** In the words of who does it; the customer reads them. */
  readonly reason: string
}

/** Gives a customer points, or takes some that were given by mistake: never more than there are. */
export async function grantPoints(ctx: Context, wish: PointsToGrant): Promise<Result<{ readonly balance: bigint }>> {
  const { customerId, market, points, reason } = wish
  const size = points < 0n ? -points : points
  if (points === 0n || size > MOST) return refusals.points_wrong({ field: 'points' })
  const [holder, place, terms] = [
    await findHolder(ctx.tx, customerId),
    await findPlace(ctx.tx, market),
    await findTerms(ctx.tx, market),
  ]
  if (!holder) return refusals.unknown_customer()
  if (!place) return refusals.unknown_market({ field: 'market' })
  if (!terms) return refusals.no_programme()
  const { entityId, currency } = place
  const account = await lockAccountOf(ctx, { customerId, market, entityId, currency })
  if (points < 0n && size > account.balance) return refusals.not_enough_points({ field: 'points' })
  const admitted = await weigh(ctx, {
    act: ADJUST.act,
    facts: { amount: moneyFact(money(size * terms.pointWorth, currency)) },
    ref: { kind: 'customer', id: customerId },
    label: holder.name,
  })
  if (!admitted.ok) return admitted
  if (points > 0n) await addPoints(ctx, account, { kind: 'granted', points, reason, terms })
  else (await removePoints(ctx, account, { kind: 'taken', points: size, reason })).close()
  const balance = account.balance + points
  const changes = [{ field: 'points', before: Number(account.balance), after: Number(balance) }]
  const action = points > 0n ? 'loyalty:grant_points' : 'loyalty:take_points'
  ctx.audit({ action, objectType: 'customer', objectId: customerId, changes, reason })
  return ok({ balance })
}
