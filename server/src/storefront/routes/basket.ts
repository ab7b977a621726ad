import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { runCommand, type Context, type House } from '../../host/context.ts'
import { RateLimiter } from '../../host/http/rate-limit.ts'
import type { Locale } from '../../host/i18n/locales.ts'
import { hostRefusals } from '../../host/refusals.ts'
import { isUuid } from '../../kernel/ids.ts'
import { ok, type Refusal, type Result } from '../../kernel/result.ts'
import {
  addBasketBundle,
  createBasket,
  getBasket,
  linkBasket,
  setBasketCoupons,
  setBasketBundle,
  setBasketLine,
  type Basket,
  type BasketKey,
  type BundleToAdd,
} from '../../departments/orders/index.ts'
import { keepGiftsWithin } from '../../departments/gift-cards/index.ts'
import { goTo, sendPage, type Desk, type PageCall } from '../desk.ts'
import { basketPage, type BasketView, type RefusedCode } from '../pages/basket.ts'
import { fits } from '../pages/product.ts'
import { cardWords } from '../partials/gift-cards.ts'
import { findOpenBasket, readBasket } from '../reads/read-basket.ts'
import { bundleChoicesOf } from '../reads/read-bundle.ts'
import { readProduct } from '../reads/read-product.ts'
import { basketKeyOf, shopperOf } from '../shopper-cookies.ts'
import { refusalWords } from '../refusal-words.ts'
import { href, type Visit } from '../visit.ts'
import { inCountry } from '../visit-of.ts'
import { choicesOf } from './browse.ts'
import { answerGift, changeBasketCards, keepGift } from './gift-cards.ts'

export function mountBasket(scope: FastifyInstance, desk: Desk, locale: Locale): void {
  scope.get('/basket', desk.own(locale, showBasket))
  scope.post('/basket/lines', desk.own(locale, addLine))
  scope.post('/basket/lines/:variantId', desk.own(locale, changeLine))
  scope.post('/basket/bundles', desk.own(locale, addBundle))
  scope.post('/basket/bundles/:bundleId', desk.own(locale, changeBundle))
  scope.post('/basket/coupons', desk.own(locale, changeCoupons))
  scope.post('/basket/gift-cards', desk.own(locale, changeCards))
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
  const { request, reply, house, visit, cookies } = call
  const open = await findOpenBasket(house, basketKeyOf(request))
  cookies.keepCount(open ? countIn(open) : 0)
  if (!open) return sendPage(reply, basketPage(visit, { basket: undefined, message }), status)
  const there = inCountry(visit, open.country)
  const basket = await readBasket(house, there, open)
  return sendPage(reply, basketPage(there, { basket, message, typed }), status)
}

function messageOf(visit: Visit): BasketView['message'] {
  const { query, t } = visit
  switch (new URLSearchParams(query).get('done')) {
    case 'card_in':
      return { kind: 'good', words: cardWords(visit, 'in') }
    case 'card_out':
      return { kind: 'good', words: cardWords(visit, 'out') }
    case 'removed':
      return { kind: 'good', words: t('basket.removed') }
    case 'updated':
      return { kind: 'good', words: t('basket.updated') }
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

/** The product's form: finds the variant that was chosen and adds it, opening a basket where there is none. */
async function addLine(call: PageCall): Promise<FastifyReply> {
  const { request, reply, house, visit, cookies } = call
  const form = request.body as URLSearchParams
  const handle = form.get('product') ?? ''
  const product = await readProduct(house, visit, handle)
  if (!product) {
    reply.callNotFound()
    return reply
  }
  const choices = choicesOf(form)
  const variant = product.variants.find((one) => fits(one, choices))
  const back = (outcome: Record<string, string>) => {
    const chosen = Object.entries(choices).map(([option, choice]): [string, string] => [`option-${option}`, choice])
    return goTo(
      reply,
      `${href(visit, `/products/${handle}`)}?${new URLSearchParams([...chosen, ...Object.entries(outcome)])}`,
    )
  }
  const isGift = product.intangible?.kind === 'gift_card'
  if (!variant) return isGift ? answerGift(call, product, form) : back({ problem: 'choice' })
  const wish = { variantId: variant.id, quantity: quantityOf(form, 1) ?? 1 }
  const added = await addToBasket(
    house,
    { key: basketKeyOf(request), country: visit.country, locale: visit.locale, wish, ...(isGift && { form }) },
    request,
  )
  if (!added.ok) {
    return isGift ? answerGift(call, product, form, added.refusal) : back({ problem: problemOf(added.refusal) })
  }
  const { key, count, isNew } = added.value
  if (isNew) cookies.keepBasket(key)
  cookies.keepCount(count)
  return back({ added: 'yes' })
}

/** A bundle's form: what was chosen in it goes into the basket as one. */
async function addBundle(call: PageCall): Promise<FastifyReply> {
  const { request, reply, house, visit, cookies } = call
  const form = request.body as URLSearchParams
  const handle = form.get('product') ?? ''
  const product = await readProduct(house, visit, handle)
  const [variant] = product?.variants ?? []
  if (!product?.bundle || !variant) {
    reply.callNotFound()
    return reply
  }
  const chosen = [...form].filter(([name]) => name.startsWith('choice-') || name.startsWith('count-'))
  const back = (outcome: [string, string]) =>
    goTo(reply, `${href(visit, `/products/${handle}`)}?${new URLSearchParams([...chosen, outcome])}`)
  const wish = { variantId: variant.id, choices: bundleChoicesOf(form), quantity: quantityOf(form, 1) ?? 1 }
  const added = await addToBasket(
    house,
    { key: basketKeyOf(request), country: visit.country, locale: visit.locale, wish },
    request,
  )
  if (!added.ok) return back(['problem', problemOf(added.refusal)])
  const { key, count, isNew } = added.value
  if (isNew) cookies.keepBasket(key)
  cookies.keepCount(count)
  return back(['added', 'yes'])
}

function problemOf({ code }: Refusal): string {
  if (code === 'inventory.sold_out') return 'sold_out'
  if (code.startsWith('catalog.bundle_choice')) return 'bundle'
  return code === 'inventory.not_enough_left' ? 'not_enough_left' : 'other'
}

interface Adding {
  readonly key: BasketKey | undefined
  readonly country: string
  readonly locale: Locale
  /** Of a gift card: for whom it is. */
  readonly form?: URLSearchParams
  /** With choices it is a bundle. */
  readonly wish: Omit<BundleToAdd, 'choices'> & Partial<Pick<BundleToAdd, 'choices'>>
}

interface Added {
  readonly key: { readonly id: string; readonly token: string }
  readonly count: number
  readonly isNew: boolean
}

/** One transaction: a basket that is opened for a line that cannot be added is not opened at all. */
function addToBasket(
  house: House,
  { key, country, locale, wish, form }: Adding,
  request: FastifyRequest,
): Promise<Result<Added>> {
  const shopper = shopperOf(request)
  return runCommand(house, { actor: request.actor, requestId: request.id }, async (ctx) => {
    const basket = await openBasket(ctx, key, { country, locale })
    if (!basket.ok) return basket
    const { lines, held } = basket.value
    const before = lines.find(({ variantId }) => variantId === wish.variantId)?.quantity ?? 0
    const its = { ...basket.value.key, shopper }
    const { variantId, quantity, choices } = wish
    const set = choices
      ? await addBasketBundle(ctx, its, { variantId, quantity, choices })
      : await setBasketLine(ctx, its, { variantId, quantity: Math.min(before + quantity, 999) })
    if (!set.ok) return set
    const meant = form ? await keepGift(ctx, its, { variantId, form, before }) : ok()
    if (!meant.ok) return meant
    const linked = shopper === undefined ? ok() : await linkBasket(ctx, its)
    if (!linked.ok) return linked
    return ok({ key: basket.value.key, isNew: basket.value.isNew, count: held + wish.quantity })
  })
}

async function openBasket(ctx: Context, key: BasketKey | undefined, place: { country: string; locale: Locale }) {
  const known = key && (await getBasket(ctx.tx, key))
  if (known?.ok && !known.value.ordered) {
    const { id, lines } = known.value
    return ok({ key: { id, token: key?.token ?? '' }, lines, held: countIn(known.value), isNew: false })
  }
  const made = await createBasket(ctx, place)
  return made.ok ? ok({ key: made.value, lines: [], held: 0, isNew: true }) : made
}

/** Sets how many there are; 0 takes the line out. */
async function changeLine(call: PageCall): Promise<FastifyReply> {
  const { request, reply, house, visit } = call
  const { variantId } = request.params as { variantId: string }
  const quantity = quantityOf(request.body as URLSearchParams, 0)
  const key = basketKeyOf(request)
  const to = (done: string) => goTo(reply, `${href(visit, '/basket')}?done=${done}`)
  if (!key || quantity === undefined || !isUuid(variantId)) return goTo(reply, href(visit, '/basket'))
  const set = await runCommand(house, { actor: request.actor, requestId: request.id }, async (ctx) => {
    const done = await setBasketLine(ctx, key, { variantId, quantity })
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
  const key = basketKeyOf(request)
  if (!key || quantity === undefined || !isUuid(bundleId)) return goTo(reply, href(visit, '/basket'))
  const set = await runCommand(house, { actor: request.actor, requestId: request.id }, (ctx) =>
    setBasketBundle(ctx, key, { id: bundleId, quantity: Math.min(quantity, 99) }),
  )
  const to = (done: string) => goTo(reply, `${href(visit, '/basket')}?done=${done}`)
  if (set.ok) return to(quantity === 0 ? 'removed' : 'updated')
  if (set.refusal.code === 'orders.basket_already_ordered') return to('ordered')
  return answerBasket(call, { kind: 'warning', words: refusalWords(visit, set.refusal) }, set.refusal.status)
}

/** Names a gift card that is to pay, or takes one out. */
async function changeCards(call: PageCall): Promise<FastifyReply> {
  const { reply, visit } = call
  const changed = await changeBasketCards(call)
  const done = (call.request.body as URLSearchParams).has('add') ? 'card_in' : 'card_out'
  if (changed.ok) return goTo(reply, `${href(visit, '/basket')}?done=${done}`)
  const code = (call.request.body as URLSearchParams).get('add')
  const message = { kind: 'warning', words: refusalWords(visit, changed.refusal) } as const
  return answerBasket(call, message, changed.refusal.status, refusedCode('card', code))
}

/** Adds a coupon or takes one out. Guessed at by programs, so a limited number of times a minute. */
async function changeCoupons(call: PageCall): Promise<FastifyReply> {
  const { request, reply, house, visit } = call
  const form = request.body as URLSearchParams
  const key = basketKeyOf(request)
  const open = await findOpenBasket(house, key)
  if (!key || !open) return goTo(reply, href(visit, '/basket'))
  const wait = guesses.take(request.ip, COUPONS_A_MINUTE, house.clock.now().getTime())
  if (wait > 0) {
    const refusal = hostRefusals.too_many_requests({ params: { seconds: wait } }).refusal
    return answerBasket(call, { kind: 'warning', words: refusalWords(visit, refusal) }, refusal.status)
  }
  const added = form.get('add')
  const removed = form.get('remove')
  const coupons = [...open.coupons.filter((code) => code !== removed), ...(added === null ? [] : [added])]
  const set = await runCommand(house, { actor: request.actor, requestId: request.id }, (ctx) =>
    setBasketCoupons(ctx, key, coupons),
  )
  if (set.ok) return goTo(reply, `${href(visit, '/basket')}?done=${added === null ? 'coupon_out' : 'coupon_in'}`)
  const message = { kind: 'warning', words: refusalWords(visit, set.refusal) } as const
  return answerBasket(call, message, set.refusal.status, refusedCode('coupon', added))
}

const refusedCode = (kind: RefusedCode['kind'], code: string | null): RefusedCode | undefined =>
  code === null ? undefined : { kind, code: code.slice(0, 60) }

const COUPONS_A_MINUTE = 20
const guesses = new RateLimiter()

function quantityOf(form: URLSearchParams, least: number): number | undefined {
  const quantity = Number(form.get('quantity') ?? '')
  return Number.isInteger(quantity) && quantity >= least && quantity <= 999 ? quantity : undefined
}

/** A bundle counts as one, whatever is in it. */
export function countIn({ lines, bundles }: Pick<Basket, 'lines' | 'bundles'>): number {
  return countOf([...lines, ...bundles])
}

function countOf(lines: readonly { readonly quantity: number }[]): number {
  return lines.reduce((sum, { quantity }) => sum + quantity, 0)
}
