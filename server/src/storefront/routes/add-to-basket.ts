import type { FastifyReply, FastifyRequest } from 'fastify'
import { runCommand, type Context, type House } from '../../host/context.ts'
import type { Locale } from '../../host/i18n/locales.ts'
import { ok, type Refusal, type Result } from '../../kernel/result.ts'
import {
  addBasketBundle,
  createBasket,
  lockOpenBasket,
  openCustomersBasket,
  setBasketLine,
  type Basket,
  type BasketKey,
  type BundleToAdd,
} from '../../departments/orders/index.ts'
import { joinBaskets } from '../../flows/join-baskets/index.ts'
import { goTo, type PageCall } from '../desk.ts'
import { fits } from '../pages/product.ts'
import { quantityOf } from '../quantity-of.ts'
import { basketKeyOf } from '../reads/basket-key.ts'
import { countIn } from '../reads/count-in.ts'
import { bundleChoicesOf } from '../reads/read-bundle.ts'
import { readProduct } from '../reads/read-product.ts'
import { shopperOf } from '../shopper-cookies.ts'
import { href } from '../visit.ts'
import { choicesOf } from './browse.ts'
import { answerGift, keepGift } from './gift-cards.ts'

/** The product's form: finds the variant that was chosen and adds it, opening a basket where there is none. */
export async function addLine(call: PageCall): Promise<FastifyReply> {
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
    { key: await basketKeyOf(call), country: visit.country, locale: visit.locale, wish, ...(isGift && { form }) },
    request,
  )
  if (!added.ok) {
    return isGift ? answerGift(call, product, form, added.refusal) : back({ problem: problemOf(added.refusal) })
  }
  const { made, count } = added.value
  if (made) cookies.keepBasket(made)
  cookies.keepCount(count)
  return back({ added: 'yes' })
}

/** A bundle's form: what was chosen in it goes into the basket as one. */
export async function addBundle(call: PageCall): Promise<FastifyReply> {
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
    { key: await basketKeyOf(call), country: visit.country, locale: visit.locale, wish },
    request,
  )
  if (!added.ok) return back(['problem', problemOf(added.refusal)])
  const { made, count } = added.value
  if (made) cookies.keepBasket(made)
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
  /** Of a basket that was opened for it, for the browser to carry. */
  readonly made: Opened['made']
  readonly count: number
}

/** One transaction: a basket that is opened for a line that cannot be added is not opened at all. */
function addToBasket(
  house: House,
  { key, country, locale, wish, form }: Adding,
  request: FastifyRequest,
): Promise<Result<Added>> {
  return runCommand(house, { actor: request.actor, requestId: request.id }, async (ctx) => {
    const basket = await openBasket(ctx, key, { country, locale, shopper: shopperOf(request) })
    if (!basket.ok) return basket
    const { lines, held, key: its } = basket.value
    const before = lines.find(({ variantId }) => variantId === wish.variantId)?.quantity ?? 0
    const { variantId, quantity, choices } = wish
    const set = choices
      ? await addBasketBundle(ctx, its, { variantId, quantity, choices })
      : await setBasketLine(ctx, its, { variantId, quantity: Math.min(before + quantity, 999) })
    if (!set.ok) return set
    const meant = form ? await keepGift(ctx, its, { variantId, form, before }) : ok()
    if (!meant.ok) return meant
    return ok({ made: basket.value.made, count: held + wish.quantity })
  })
}

interface Opened {
  readonly key: BasketKey
  readonly lines: Basket['lines']
  readonly held: number
  readonly made?: { readonly id: string; readonly token: string }
}

interface Opening {
  readonly country: string
  readonly locale: Locale
  readonly shopper: string | undefined
}

/** Under lock, so that of two devices that add at once neither goes by what the other is about to change. */
export async function openBasket(
  ctx: Context,
  key: BasketKey | undefined,
  { shopper, ...place }: Opening,
): Promise<Result<Opened>> {
  // Who is signed in adds to the basket that is theirs everywhere; what this browser carries besides becomes part of it.
  const joined = key && shopper !== undefined ? await joinBaskets(ctx, key) : undefined
  if (shopper !== undefined && !joined?.ok) {
    const own = await openCustomersBasket(ctx, shopper, place)
    return own.ok ? ok(openedAs(own.value, { id: own.value.id, token: undefined, shopper })) : own
  }
  const its = joined?.ok ? { id: joined.value.basketId, token: key?.token, shopper } : key
  const known = its && (await lockOpenBasket(ctx, its))
  if (known?.ok && its) return ok(openedAs(known.value, its))
  const made = await createBasket(ctx, place)
  return made.ok ? ok({ key: made.value, lines: [], held: 0, made: made.value }) : made
}

const openedAs = (basket: Basket, key: BasketKey): Opened => ({ key, lines: basket.lines, held: countIn(basket) })
