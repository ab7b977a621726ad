import { hashToken } from '../../../host/auth/tokens.ts'
import type { Context } from '../../../host/context.ts'
import type { Database } from '../../../host/database/pool.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { isEmail } from '../../../kernel/text.ts'
import { getBasket, lockOpenBasket, type BasketKey } from '../../orders/index.ts'
import { stateOf } from '../domain/card.ts'
import { readCode } from '../domain/code.ts'
import { refusals } from '../domain/refusals.ts'
import { findCardByCode, listBasketCards, todayOf, type Card } from '../queries/read-cards.ts'
import {
  deleteBasketCard,
  deleteGiftsBeyond,
  insertBasketCard,
  insertGift,
  moveBasket,
  type BasketsJoined,
} from '../store/baskets.ts'
import type { Recipient } from './issue-card.ts'

const MOST_CARDS = 10
const LONGEST = { name: 100, message: 500 }

/** The card of a code that can be used now; every other code gets the same answer. */
export async function findUsableCard(reader: Pick<Database, 'rows'>, typed: string, now: Date): Promise<Result<Card>> {
  const code = readCode(typed)
  const card = code && (await findCardByCode(reader, hashToken(code)))
  if (!card || stateOf(card, todayOf(card, now)) !== 'active') return refusals.code_not_usable({ field: 'code' })
  return ok(card)
}

/** Those that a basket is to be paid with, for who may see the basket. */
export async function viewBasketCards(reader: Pick<Database, 'rows'>, key: BasketKey): Promise<Result<Card[]>> {
  const basket = await getBasket(reader, key)
  return basket.ok ? ok(await listBasketCards(reader, basket.value.id)) : basket
}

/** The basket is to be paid with this card, as far as it reaches. */
export async function addBasketCard(
  ctx: Context,
  key: BasketKey,
  typed: string,
): Promise<Result<{ readonly cardId: string }>> {
  const basket = await lockOpenBasket(ctx, key)
  if (!basket.ok) return basket
  const card = await findUsableCard(ctx.tx, typed, ctx.now)
  if (!card.ok) return card
  const { entityId, currency } = basket.value.market
  if (card.value.entityId !== entityId || card.value.currency !== currency) {
    return refusals.code_not_usable({ field: 'code' })
  }
  const known = await listBasketCards(ctx.tx, basket.value.id)
  if (known.length >= MOST_CARDS) return refusals.too_many_cards({ params: { most: MOST_CARDS } })
  insertBasketCard(ctx, basket.value.id, card.value.id)
  return ok({ cardId: card.value.id })
}

export async function removeBasketCard(ctx: Context, key: BasketKey, cardId: string): Promise<Result<void>> {
  const basket = await lockOpenBasket(ctx, key)
  if (!basket.ok) return basket
  deleteBasketCard(ctx, basket.value.id, cardId)
  return ok()
}

/** To whom one piece of a gift card in the basket goes; the piece itself is put there by whoever calls. */
export async function addGift(
  ctx: Context,
  key: BasketKey,
  { variantId, ...to }: Recipient & { readonly variantId: string },
): Promise<Result<void>> {
  const basket = await getBasket(ctx.tx, key)
  if (!basket.ok) return basket
  const recipientEmail = to.recipientEmail.trim().toLowerCase()
  if (recipientEmail === '') return refusals.recipient_missing({ field: 'recipientEmail' })
  if (!isEmail(recipientEmail)) return refusals.recipient_wrong({ field: 'recipientEmail' })
  const cut = (text: string | undefined, most: number) => (text ?? '').trim().slice(0, most)
  insertGift(ctx, {
    basketId: basket.value.id,
    variantId,
    recipientEmail,
    recipientName: cut(to.recipientName, LONGEST.name),
    senderName: cut(to.senderName, LONGEST.name),
    message: cut(to.message, LONGEST.message),
  })
  return ok()
}

/** Pieces were taken out of the basket: what was meant for somebody by them must not reach them by the next one that is put there. */
export async function keepGiftsWithin(
  ctx: Context,
  key: BasketKey,
  { variantId, quantity }: { readonly variantId: string; readonly quantity: number },
): Promise<Result<void>> {
  const basket = await lockOpenBasket(ctx, key)
  if (!basket.ok) return basket
  deleteGiftsBeyond(ctx, basket.value.id, variantId, quantity)
  return ok()
}

/** What was said of gift cards in a basket that went into another, after the baskets themselves were locked. */
export function joinBasketCards(ctx: Context, joined: BasketsJoined): void {
  moveBasket(ctx, joined, MOST_CARDS)
}
