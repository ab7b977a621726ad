import type { FastifyInstance, FastifyReply } from 'fastify'
import { runCommand } from '../../host/context.ts'
import type { Locale } from '../../host/i18n/locales.ts'
import { isUuid } from '../../kernel/ids.ts'
import { ok } from '../../kernel/result.ts'
import {
  acknowledgeChanges,
  setBasketBundle,
  setBasketLine,
  tellJoin,
  type Basket,
} from '../../departments/orders/index.ts'
import { keepGiftsWithin } from '../../departments/gift-cards/index.ts'
import { changeBasketCoupons } from '../change-coupons.ts'
import { goTo, sendPage, type Desk, type PageCall } from '../desk.ts'
import { basketPage, type BasketView, type RefusedCode } from '../pages/basket.ts'
import { cardWords } from '../partials/gift-cards.ts'
import { quantityOf, quantitySeen } from '../quantity-of.ts'
import { basketKeyOf } from '../reads/basket-key.ts'
import { countIn } from '../reads/count-in.ts'
import { findOpenBasket, keepLooked, readBasket } from '../reads/read-basket.ts'
import { refusalWords } from '../refusal-words.ts'
import { href, type Visit } from '../visit.ts'
import { inCountry } from '../visit-of.ts'
import { addBundle, addLine } from './add-to-basket.ts'
import { changeBasketCards, changeCreditUse } from './gift-cards.ts'

export function mountBasket(scope: FastifyInstance, desk: Desk, locale: Locale): void {
  scope.get('/basket', desk.own(locale, showBasket))
  scope.post('/basket/lines', desk.own(locale, addLine))
  scope.post('/basket/lines/:variantId', desk.own(locale, changeLine))
  scope.post('/basket/bundles', desk.own(locale, addBundle))
  scope.post('/basket/bundles/:bundleId', desk.own(locale, changeBundle))
  scope.post('/basket/seen', desk.own(locale, sawChanges))
  scope.post('/basket/coupons', desk.own(locale, changeCoupons))
  scope.post('/basket/gift-cards', desk.own(locale, changeCards))
  scope.post('/basket/store-credit', desk.own(locale, changeCredit))
}

async function showBasket(call: PageCall): Promise<FastifyReply> {
  return answerBasket(call, messageOf(call.visit), 200)
}

async function answerBasket(
  call: PageCall,
  message: BasketView['message'],
  status: number,
  typed?: BasketView['typed'],
): Promise<FastifyReply> {
  const { reply, house, visit, cookies } = call
  const open = await findOpenBasket(house, await basketKeyOf(call))
  cookies.keepCount(open ? countIn(open) : 0)
  if (!open) return sendPage(reply, basketPage(visit, { basket: undefined, message }), status)
  const there = inCountry(visit, open.country)
  const basket = await readBasket(house, there, open)
  await keepLooked(call, basket)
  const joined = await joinedOf(call, open)
  return sendPage(reply, basketPage(there, { basket, message, typed, joined, shared: sharedOf(visit) }), status)
}

/** After signing in: what became of two baskets, as long as the address says so. */
function joinedOf({ house, visit }: PageCall, { id }: Basket): Promise<BasketView['joined']> {
  const from = new URLSearchParams(visit.query).get('joined')
  return from === null ? Promise.resolve(undefined) : tellJoin(house.database, { into: id, from, locale: visit.locale })
}

/** The link that was just made, as long as the address says so. */
function sharedOf({ query, origin, locale }: Visit): string | undefined {
  const token = new URLSearchParams(query).get('shared') ?? ''
  return /^[\w-]{20,80}$/.test(token) ? `${origin}/${locale}/shared-baskets/${token}` : undefined
}

function messageOf(visit: Visit): BasketView['message'] {
  const { query, t } = visit
  switch (new URLSearchParams(query).get('done')) {
    case 'card_in':
      return { kind: 'good', words: cardWords(visit, 'in') }
    case 'card_out':
      return { kind: 'good', words: cardWords(visit, 'out') }
    case 'credit_in':
      return { kind: 'good', words: cardWords(visit, 'credit_in') }
    case 'credit_out':
      return { kind: 'good', words: cardWords(visit, 'credit_out') }
    case 'removed':
      return { kind: 'good', words: t('basket.removed') }
    case 'updated':
      return { kind: 'good', words: t('basket.updated') }
    case 'copied':
      return { kind: 'good', words: t('share.copied') }
    case 'copied_partly':
      return { kind: 'warning', words: t('share.copied_partly') }
    case 'coupon_in':
      return { kind: 'good', words: t('basket.coupon_in') }
    case 'coupon_out':
      return { kind: 'good', words: t('basket.coupon_out') }
    case 'ordered':
      return { kind: 'warning', words: t('basket.moved_on') }
    case 'lost':
      return { kind: 'warning', words: t('checkout.cookies') }
    case 'changed':
      return { kind: 'warning', words: t('checkout.basket_changed') }
    default:
      return undefined
  }
}

/** Sets how many there are; 0 takes the line out. */
async function changeLine(call: PageCall): Promise<FastifyReply> {
  const { request, reply, house, visit } = call
  const { variantId } = request.params as { variantId: string }
  const form = request.body as URLSearchParams
  const quantity = quantityOf(form, 0)
  const key = await basketKeyOf(call)
  const to = (done: string) => goTo(reply, `${href(visit, '/basket')}?done=${done}`)
  if (!key || quantity === undefined || !isUuid(variantId)) return goTo(reply, href(visit, '/basket'))
  const set = await runCommand(house, { actor: request.actor, requestId: request.id }, async (ctx) => {
    const done = await setBasketLine(ctx, key, { variantId, quantity, was: quantitySeen(form) })
    return done.ok ? keepGiftsWithin(ctx, key, { variantId, quantity }) : done
  })
  if (set.ok) return to(quantity === 0 ? 'removed' : 'updated')
  if (set.refusal.code === 'orders.basket_already_ordered') return to('ordered')
  return answerBasket(call, { kind: 'warning', words: refusalWords(visit, set.refusal) }, set.refusal.status)
}

/** The same for a bundle. */
async function changeBundle(call: PageCall): Promise<FastifyReply> {
  const { request, reply, house, visit } = call
  const { bundleId } = request.params as { bundleId: string }
  const quantity = quantityOf(request.body as URLSearchParams, 0)
  const key = await basketKeyOf(call)
  if (!key || quantity === undefined || !isUuid(bundleId)) return goTo(reply, href(visit, '/basket'))
  const set = await runCommand(house, { actor: request.actor, requestId: request.id }, (ctx) =>
    setBasketBundle(ctx, key, { id: bundleId, quantity: Math.min(quantity, 99) }),
  )
  const to = (done: string) => goTo(reply, `${href(visit, '/basket')}?done=${done}`)
  if (set.ok) return to(quantity === 0 ? 'removed' : 'updated')
  if (set.refusal.code === 'orders.basket_already_ordered') return to('ordered')
  return answerBasket(call, { kind: 'warning', words: refusalWords(visit, set.refusal) }, set.refusal.status)
}

/** "I have seen it": what changed is told no more. Something else that changed since is told instead. */
async function sawChanges(call: PageCall): Promise<FastifyReply> {
  const { request, reply, house, visit } = call
  const key = await basketKeyOf(call)
  const mark = (request.body as URLSearchParams).get('mark') ?? ''
  if (key) {
    await runCommand(house, { actor: request.actor, requestId: request.id }, (ctx) =>
      acknowledgeChanges(ctx, key, mark),
    )
  }
  return goTo(reply, href(visit, '/basket'))
}

/** Names a gift card that is to pay, or takes one out. */
async function changeCards(call: PageCall): Promise<FastifyReply> {
  const { reply, visit } = call
  const form = call.request.body as URLSearchParams
  const code = form.get('add')
  const key = await basketKeyOf(call)
  const changed = key ? await changeBasketCards(call, key, { added: code, removed: form.get('remove') }) : ok()
  if (changed.ok) return goTo(reply, `${href(visit, '/basket')}?done=${code === null ? 'card_out' : 'card_in'}`)
  const message = { kind: 'warning', words: refusalWords(visit, changed.refusal) } as const
  return answerBasket(call, message, changed.refusal.status, refusedCode('card', code))
}

/** Pays with the store credit of who is signed in, or keeps it. */
async function changeCredit(call: PageCall): Promise<FastifyReply> {
  const { request, reply, visit } = call
  const use = (request.body as URLSearchParams).get('act') === 'use_credit'
  const changed = await changeCreditUse(call, use)
  if (changed.ok) return goTo(reply, `${href(visit, '/basket')}?done=${use ? 'credit_in' : 'credit_out'}`)
  return answerBasket(call, { kind: 'warning', words: refusalWords(visit, changed.refusal) }, changed.refusal.status)
}

/** Adds a coupon or takes one out. */
async function changeCoupons(call: PageCall): Promise<FastifyReply> {
  const { request, reply, house, visit } = call
  const form = request.body as URLSearchParams
  const key = await basketKeyOf(call)
  if (!key || !(await findOpenBasket(house, key))) return goTo(reply, href(visit, '/basket'))
  const added = form.get('add')
  const set = await changeBasketCoupons(call, key, { added, removed: form.get('remove') })
  if (set.ok) return goTo(reply, `${href(visit, '/basket')}?done=${added === null ? 'coupon_out' : 'coupon_in'}`)
  const message = { kind: 'warning', words: refusalWords(visit, set.refusal) } as const
  return answerBasket(call, message, set.refusal.status, refusedCode('coupon', added))
}

const refusedCode = (kind: RefusedCode['kind'], code: string | null): RefusedCode | undefined =>
  code === null ? undefined : { kind, code: code.slice(0, 60) }
