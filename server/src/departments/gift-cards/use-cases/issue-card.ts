import type { Context } from '../../../host/context.ts'
import { moneyFact, type GuardedAct } from '../../../host/guard/act.ts'
import { weigh } from '../../../host/guard/weigh.ts'
import { compare, isPositive, money, moneyToJson, negate, type Money } from '../../../kernel/money.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { isEmail } from '../../../kernel/text.ts'
import { localDateIn } from '../../../kernel/time.ts'
import { postEntry } from '../../ledger/index.ts'
import { lastDay } from '../domain/card.ts'
import { refusals } from '../domain/refusals.ts'
import { cardIssued } from '../events.ts'
import { findPlaceOfIssue } from '../queries/rules.ts'
import { insertCard } from '../store/cards.ts'

export const ISSUE: GuardedAct = {
  act: 'gift-cards.issue',
  permission: 'gift-cards:issue',
  facts: { amount: 'money' },
}

/** More is a typing error: nobody gives away a million. */
const MOST = 100_000_000n

export interface Recipient {
  readonly recipientEmail: string
  readonly recipientName?: string | undefined
  readonly senderName?: string | undefined
  readonly message?: string | undefined
}

export interface CardToIssue extends Recipient {
  readonly market: string
  readonly amount: Money
  readonly locale: string
  readonly reason: string
}

/** A card that nobody bought: somebody gives it away and says why. It is a debt of the shop from now on, and a cost. */
export async function issueCard(ctx: Context, wish: CardToIssue): Promise<Result<{ readonly id: string }>> {
  const place = await findPlaceOfIssue(ctx.tx, wish.market)
  if (!place) return refusals.unknown_market({ field: 'market' })
  const recipientEmail = wish.recipientEmail.trim().toLowerCase()
  if (!isEmail(recipientEmail)) return refusals.recipient_wrong({ field: 'recipientEmail' })
  if (wish.amount.currency !== place.currency) {
    return refusals.currency_wrong({ field: 'amount', params: { currency: place.currency } })
  }
  if (!isPositive(wish.amount) || compare(wish.amount, money(MOST, place.currency)) > 0) {
    return refusals.amount_wrong({ field: 'amount' })
  }
  const id = ctx.newId<'gift_card'>()
  const admitted = await weigh(ctx, {
    act: ISSUE.act,
    facts: { amount: moneyFact(wish.amount) },
    ref: { kind: 'market', id: wish.market },
    label: wish.market,
  })
  if (!admitted.ok) return admitted
  const today = localDateIn(ctx.now, place.timeZone)
  insertCard(
    ctx,
    {
      id,
      entityId: place.entityId,
      market: wish.market,
      locale: wish.locale,
      currency: place.currency,
      initial: wish.amount.amount,
      expiresOn: lastDay(today, place.validMonths),
      origin: 'by_hand',
      orderId: null,
      linePosition: null,
      piece: null,
      recipientEmail,
      recipientName: wish.recipientName?.trim() ?? '',
      senderName: wish.senderName?.trim() ?? '',
      message: wish.message?.trim() ?? '',
    },
    wish.reason,
  )
  postEntry(ctx, {
    kind: 'gift_card_issue',
    ref: id,
    about: id,
    entityId: place.entityId,
    effectiveOn: today,
    postings: [
      { account: 'gift_cards_given', amount: wish.amount },
      { account: 'gift_cards', amount: negate(wish.amount) },
    ],
  })
  tellIssued(ctx, id, wish.amount, { origin: 'by_hand', reason: wish.reason })
  return ok({ id })
}

/** Its fact, its place in the trail, and the mail that gives it its code. */
export function tellIssued(
  ctx: Context,
  id: string,
  amount: Money,
  { origin, reason }: { readonly origin: string; readonly reason?: string },
): void {
  const asJson = moneyToJson(amount)
  ctx.emit(cardIssued(id, { amount: asJson, origin }))
  ctx.audit({
    action: 'gift-cards:issue',
    objectType: 'gift_card',
    objectId: id,
    changes: [{ field: 'initial', before: null, after: asJson }],
    ...(reason === undefined ? {} : { reason }),
  })
  ctx.enqueue({ kind: 'send-gift-card', ref: id, dedupKey: id })
}
