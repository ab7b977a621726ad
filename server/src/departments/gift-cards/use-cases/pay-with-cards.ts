import type { Context } from '../../../host/context.ts'
import { money, moneyToJson, type Money } from '../../../kernel/money.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { addDays, localDateIn } from '../../../kernel/time.ts'
import { coverOf, type Cover } from '../domain/card.ts'
import { refusals } from '../domain/refusals.ts'
import { listBasketCards, listCardsOfOrder, type Card } from '../queries/read-cards.ts'
import { cancelCards, freeHeld, holdAmounts, redeemHeld, returnAmount } from '../store/cards.ts'
import { lockCardsOfOrder } from '../store/locks.ts'

type Reader = Parameters<typeof listBasketCards>[0]

/** What an order could be paid with cards: of whom and in which money it is sold, and how much of it they may pay. */
export interface Owing {
  readonly entityId: string
  readonly amount: Money
  readonly now: Date
}

/** Those named for a basket, each with what it would pay; cards of another legal person or currency pay nothing. */
export function coverFor(cards: readonly Card[], { entityId, amount, now }: Owing): Cover<Card>[] {
  const [first] = cards
  if (!first) return []
  const fitting = cards.filter((card) => card.entityId === entityId && card.currency === amount.currency)
  // One legal person has one zone, so that all of its cards end at the same midnight.
  return coverOf(fitting, amount.amount, localDateIn(now, (fitting[0] ?? first).timeZone))
}

/** The cards named for it, and the store credit of who is signed in, where they chose to pay with it. */
export function cardsOfBasket(
  reader: Reader,
  { id, buyer }: { readonly id: string; readonly buyer?: { readonly customerId?: string } },
): Promise<Card[]> {
  return listBasketCards(reader, id, buyer?.customerId)
}

export interface Held {
  /** By which it is redeemed, freed and given back. */
  readonly redemptionId: string
  readonly cardId: string
  readonly amount: bigint
  /** Whether it is its holder's store credit instead of a card with a code. */
  readonly isCredit: boolean
}

/** Promises them to an order, or refuses it all: somebody else spent one, or it was blocked, since they were read. */
export async function holdCards(
  ctx: Context,
  { orderId, cover }: { readonly orderId: string; readonly cover: readonly Cover<Card>[] },
): Promise<Result<Held[]>> {
  const [first] = cover
  if (!first) return ok([])
  const holdings = cover.map(({ card, amount }) => ({ id: ctx.newId(), cardId: card.id, amount }))
  const today = localDateIn(ctx.now, first.card.timeZone)
  const held = await holdAmounts(ctx, { orderId, today, holdings })
  if (held < holdings.length) return refusals.balance_changed()
  const credits = new Set(cover.filter(({ card }) => card.customerId !== null).map(({ card }) => card.id))
  return ok(
    holdings.map(({ id, cardId, amount }) => ({ redemptionId: id, cardId, amount, isCredit: credits.has(cardId) })),
  )
}

/** The order is paid: what was promised to it is spent. */
export function redeemCard(ctx: Context, redemptionId: string): void {
  redeemHeld(ctx, redemptionId)
}

/** The order ended unpaid. */
export function freeCard(ctx: Context, redemptionId: string): void {
  freeHeld(ctx, redemptionId)
}

/** For so long at least a card is good again to which money goes back. */
const DAYS_AFTER_RETURN = 90

export interface Returned {
  readonly redemptionId: string
  readonly amount: bigint
  readonly reason: string
  readonly timeZone: string
}

/** Money that it paid goes back to it; answers the movement's id. */
export function returnToCard(ctx: Context, { redemptionId, amount, reason, timeZone }: Returned): string {
  const movementId = ctx.newId()
  const atLeastUntil = addDays(localDateIn(ctx.now, timeZone), DAYS_AFTER_RETURN)
  returnAmount(ctx, { movementId, redemptionId, amount, reason, atLeastUntil })
  return movementId
}

/** The sale of cards is called off: they are worth nothing any more. Refused once something was spent or promised of one. */
export async function cancelCardsOfOrder(ctx: Context, orderId: string): Promise<Result<void>> {
  lockCardsOfOrder(ctx, orderId)
  const cards = (await listCardsOfOrder(ctx.tx, orderId)).filter(({ cancelled }) => !cancelled)
  const used = cards.find(({ balance, held, initial }) => balance !== initial || held > 0n)
  if (used) return refusals.already_used({ params: { last4: used.last4 ?? '' } })
  if (cards.length === 0) return ok()
  cancelCards(ctx, orderId)
  for (const card of cards) {
    ctx.audit({
      action: 'gift-cards:cancel',
      objectType: 'gift_card',
      objectId: card.id,
      changes: [
        {
          field: 'balance',
          before: moneyToJson(money(card.balance, card.currency)),
          after: moneyToJson(money(0n, card.currency)),
        },
      ],
    })
  }
  return ok()
}
