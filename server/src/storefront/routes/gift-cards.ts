import type { FastifyInstance, FastifyReply } from 'fastify'
import { linkKeysOf, openLink } from '../../host/auth/links.ts'
import { runCommand, type Context } from '../../host/context.ts'
import { RateLimiter } from '../../host/http/rate-limit.ts'
import type { Locale } from '../../host/i18n/locales.ts'
import { hostRefusals } from '../../host/refusals.ts'
import { isUuid } from '../../kernel/ids.ts'
import { money } from '../../kernel/money.ts'
import { ok, type Refusal, type Result } from '../../kernel/result.ts'
import {
  addBasketCard,
  addGift,
  codeOfCard,
  findCard,
  findUsableCard,
  keepGiftsWithin,
  removeBasketCard,
  stateOf,
  todayOf,
  payWithCredit,
} from '../../departments/gift-cards/index.ts'
import type { BasketKey } from '../../departments/orders/index.ts'
import type { CodeChange } from '../change-coupons.ts'
import { sendPage, type Desk, type PageCall } from '../desk.ts'
import { balancePage, giftCardPage } from '../pages/gift-card.ts'
import { productPage } from '../pages/product.ts'
import { deliveryPromise } from '../reads/delivery-promise.ts'
import { giftFormOf } from '../partials/gift-cards.ts'
import { refusalWords } from '../refusal-words.ts'
import { basketKeyOf } from '../reads/basket-key.ts'
import type { ProductPage } from '../views.ts'
import { choicesOf } from './browse.ts'

export function mountGiftCards(scope: FastifyInstance, desk: Desk, locale: Locale): void {
  scope.get('/gift-cards', desk.own(locale, showBalanceForm))
  scope.post('/gift-cards', desk.own(locale, showBalance))
  scope.get('/gift-cards/:token', desk.own(locale, showCard))
}

/** Codes are guessed at by programs: so many a minute from one address, here and in the basket together. */
const CODES_A_MINUTE = 20
const guesses = new RateLimiter()

function tooMany({ request, house }: PageCall): Result<void> {
  const wait = guesses.take(request.ip, CODES_A_MINUTE, house.clock.now().getTime())
  return wait > 0 ? hostRefusals.too_many_requests({ params: { seconds: wait } }) : ok()
}

async function showBalanceForm({ reply, visit }: PageCall): Promise<FastifyReply> {
  return sendPage(reply, balancePage(visit, {}))
}

async function showBalance(call: PageCall): Promise<FastifyReply> {
  const { request, reply, house, visit } = call
  reply.header('cache-control', 'no-store')
  const allowed = tooMany(call)
  const now = house.clock.now()
  const code = (request.body as URLSearchParams).get('code') ?? ''
  const found = allowed.ok ? await findUsableCard(house.database, code.slice(0, 60), now) : allowed
  if (!found.ok) {
    const warning = refusalWords(visit, found.refusal)
    return sendPage(reply, balancePage(visit, { warning }), found.refusal.status)
  }
  const { last4, balance, held, currency, expiresOn } = found.value
  const card = { last4: last4 ?? '', balance: money(balance - held, currency), expiresOn }
  return sendPage(reply, balancePage(visit, { card }))
}

/** What the link in the mail opens. */
async function showCard(call: PageCall): Promise<FastifyReply> {
  const { request, reply, house, visit } = call
  reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer')
  const { token } = request.params as { token: string }
  const id = openLink(linkKeysOf(house), 'gift-card', token)
  const card = id === undefined ? undefined : await findCard(house.database, id)
  const code = card && codeOfCard(house, card)
  if (!card || code === undefined) {
    reply.callNotFound()
    return reply
  }
  const { balance, held, currency, expiresOn, senderName, message } = card
  const usable = stateOf(card, todayOf(card, house.clock.now())) === 'active'
  const page = { code, balance: money(balance - held, currency), expiresOn, senderName, message, usable }
  return sendPage(reply, giftCardPage(visit, page))
}

/** Names a card for the basket or takes one out; answers why not, where it did not. */
export async function changeBasketCards(
  call: PageCall,
  key: BasketKey,
  { added, removed }: CodeChange,
): Promise<Result<unknown>> {
  const { request, house } = call
  const run = (command: (ctx: Context) => Promise<Result<unknown>>) =>
    runCommand(house, { actor: request.actor, requestId: request.id }, command)
  if (added === null) return isUuid(removed ?? '') ? run((ctx) => removeBasketCard(ctx, key, removed ?? '')) : ok()
  const allowed = tooMany(call)
  return allowed.ok ? run((ctx) => addBasketCard(ctx, key, added.slice(0, 60))) : allowed
}

/** The basket is to be paid with the store credit of who is signed in, or not after all. */
export async function changeCreditUse(call: PageCall, use: boolean): Promise<Result<void>> {
  const { request, house } = call
  const key = await basketKeyOf(call)
  if (!key) return ok()
  return runCommand(house, { actor: request.actor, requestId: request.id }, (ctx) => payWithCredit(ctx, key, use))
}

/** For whom the card is that was just put into the basket; nothing was said, it is for who buys. */
export async function keepGift(
  ctx: Context,
  key: BasketKey,
  {
    variantId,
    form,
    before,
  }: {
    readonly variantId: string
    readonly form: URLSearchParams
    /** How many lay there already. */
    readonly before: number
  },
): Promise<Result<void>> {
  const kept = await keepGiftsWithin(ctx, key, { variantId, quantity: before })
  if (!kept.ok) return kept
  const gift = giftFormOf(form)
  if (Object.values(gift).every((text) => text === '')) return ok()
  return addGift(ctx, key, {
    variantId,
    recipientEmail: gift.recipient_email,
    recipientName: gift.recipient_name,
    senderName: gift.sender_name,
    message: gift.message,
  })
}

/** The page of a gift card once more, with all that was typed: what is said to somebody is not written twice. */
export async function answerGift(
  { house, visit, reply }: PageCall,
  product: ProductPage,
  form: URLSearchParams,
  refusal?: Refusal,
): Promise<FastifyReply> {
  const words = refusal ? refusalWords(visit, refusal) : visit.t('product.no_such_choice')
  const isOfField = refusal?.field === 'recipientEmail'
  const gift = { values: giftFormOf(form), problem: isOfField ? words : undefined }
  const there = { ...visit, path: `/products/${product.handle}`, query: '' }
  const page = productPage(there, {
    product,
    delivery: deliveryPromise(house, visit),
    chosen: choicesOf(form),
    again: { gift, quantity: form.get('quantity') ?? '1' },
    message: isOfField ? undefined : { kind: 'warning', words, toBasket: false },
  })
  return sendPage(reply, page, refusal?.status ?? 422)
}
