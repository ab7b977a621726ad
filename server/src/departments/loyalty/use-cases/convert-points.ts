import type { Context } from '../../../host/context.ts'
import { money, type Money } from '../../../kernel/money.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { creditForPoints } from '../../gift-cards/index.ts'
import { refusals } from '../domain/refusals.ts'
import { findConversion, findHolder, listAccountsOf } from '../queries/read-accounts.ts'
import { findTerms } from '../queries/read-terms.ts'
import { lockAccount } from '../store/locks.ts'
import { insertConversion } from '../store/points.ts'
import { removePoints } from './move-points.ts'

export interface ConversionWish {
  /** Comes with the form: the same once more is the same conversion. */
  readonly id: string
  readonly customerId: string
  readonly market: string
  readonly points: bigint
}

/** Points of who is signed in become store credit, once. Never more than there are: many tabs wait for each other at the account. */
export async function convertPoints(
  ctx: Context,
  wish: ConversionWish,
): Promise<Result<{ readonly points: bigint; readonly amount: Money }>> {
  const { id, customerId, market, points } = wish
  const [own] = (await listAccountsOf(ctx.tx, customerId))
    .filter((one) => one.market === market)
    .toSorted((a, b) => Number(b.balance - a.balance))
  const [terms, holder] = [await findTerms(ctx.tx, market), await findHolder(ctx.tx, customerId)]
  if (!own || !terms || !holder) return refusals.no_programme()
  const account = await lockAccount(ctx, own.id)
  if (!account) return refusals.no_programme()
  const before = await findConversion(ctx.tx, id)
  if (before) {
    if (before.accountId !== account.id) return refusals.conversion_taken()
    return ok({ points: before.points, amount: money(before.amount, account.currency) })
  }
  if (points < terms.leastPoints) {
    return refusals.too_few_points({ field: 'points', params: { least: Number(terms.leastPoints) } })
  }
  if (points > account.balance) return refusals.not_enough_points({ field: 'points' })
  const taking = await removePoints(ctx, account, { kind: 'converted', points })
  const amount = money(taking.worth, account.currency)
  const credit = await creditForPoints(ctx, {
    ...{ customerId, entityId: account.entityId, market, locale: holder.locale, amount },
    reason: `${terms.names[holder.locale] ?? terms.names['en'] ?? ''}: ${points}`,
  })
  taking.close(credit)
  insertConversion(ctx, { id, accountId: account.id, points, amount: amount.amount, creditId: credit.id })
  return ok({ points, amount })
}
