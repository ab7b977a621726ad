/**
 * A basket becomes an order: the one transaction in which the shop sells.
 *
 * Three round trips. (1) lock and read the basket, take a number; (2) read what its price depends on; then decide, in
 * TypeScript, without I/O; (3) write the order, open its payment and promise its stock, all together with COMMIT. Stock is
 * touched last, by one atomic statement, so a hot item's row is locked for the length of the commit and no longer, and who
 * comes too late is refused by the database itself. No network call happens here: the payment page is asked for afterwards,
 * by a link that may be followed again (flows/settle-payment tells the rest).
 *
 * Rejected: reading stock under lock first and deciding in TypeScript. It reads better and holds the lock over a round
 * trip, which with 5 ms to the database is ten times longer (docs/adr/0005-stock-by-constraint.md).
 *
 * Gift cards cost a round trip more, for those who pay with them alone: what they promise is held by one statement that refuses what
 * is not there any more, and an order that they cover wholly is paid here.
 */
import type { Context } from '../../host/context.ts'
import { compare, isPositive, money, moneyToJson, type Money, type MoneyJson } from '../../kernel/money.ts'
import { ok, type Refused, type Result } from '../../kernel/result.ts'
import { isEmail } from '../../kernel/text.ts'
import { recordCustomer } from '../../departments/customers/index.ts'
import { cardsOfBasket, holdCards } from '../../departments/gift-cards/index.ts'
import { inventoryRefusals, reserveStock, takeOverStock } from '../../departments/inventory/index.ts'
import { checkAccepted, keepPolicies } from '../../departments/legal/index.ts'
import {
  checkAddress,
  checkBilling,
  isCollected,
  limitOf,
  limitRefused,
  clearOrder,
  deferOrder,
  lockOpenBasket,
  lockOrder,
  orderRefusals,
  piecesOfQuote,
  quoteBasket,
  readPaymentMinutes,
  recordDeferral,
  recordOrder,
  takeOrderNumber,
  type Address,
  type BasketKey,
  type ClearanceGround,
  type ConsentKind,
  type Deferral,
  type OrderId,
  type Quote,
  type QuotedLine,
} from '../../departments/orders/index.ts'
import { chooseMethod, clearedBy, openPayment, openTenders } from '../../departments/payments/index.ts'
import { redeemPromotions } from '../../departments/pricing/index.ts'
import { settleCovered } from '../settle-payment/index.ts'
import type { SignedMandate } from '../../departments/bank/index.ts'
import { keepMandate, mandateAsked } from './by-direct-debit.ts'
import { cardsInQuote } from './cards-in-quote.ts'
import { composeOrder, kindsOf, termsOfFiles } from './compose-order.ts'
import { keepContactConsents, type ContactConsents } from './contact-consents.ts'
import { endOf, purchaseOf } from './purchase-of.ts'

type AddressGiven = Pick<Address, 'name' | 'country'> & Partial<Address>

export interface OrderRequest extends ContactConsents {
  readonly basket: BasketKey
  readonly email: string
  /** Where nothing is delivered, no more than a name and the country; for a company it is whole. */
  readonly address: AddressGiven
  /** To whom the invoice goes, where that is another address. */
  readonly billing?: AddressGiven | undefined
  /** Undefined where nothing is delivered. */
  readonly deliveryMethod?: string | undefined
  /** The total that the shopper saw and agreed to; another one now is told, not charged. */
  readonly acceptedTotal: MoneyJson
  /** The versions of the shop's policies that the shopper could read; others now are told. Undefined: they read none. */
  readonly acceptedPolicies?: readonly string[] | undefined
  /** What the shopper saw that gift cards and store credit pay of it; another sum now is told. Undefined: whatever they pay. */
  readonly acceptedGiftCards?: MoneyJson | undefined
  /** Of pre-ordered goods: what the shopper saw that is paid today; another sum now is told. Undefined: whatever it is. */
  readonly acceptedToday?: MoneyJson | undefined
  /** The code of the way to pay; where it is left out, the first that is offered. */
  readonly paymentMethod?: string | undefined
  /** What the buyer signed, where it is paid by direct debit. */
  readonly debit?: SignedMandate | undefined
  /** To what the buyer agreed, so that files and services are there before the withdrawal period is over. */
  readonly consents?: readonly ConsentKind[] | undefined
  readonly locale?: string | undefined
  /** To the shop. */
  readonly note?: string | undefined
  /** For who receives it. */
  readonly giftMessage?: string | undefined
  /** How long stock waits for a hosted page, where that is not as the shop has it: who is sent a link by mail needs days. */
  readonly payWithinMinutes?: number | undefined
  /** A draft whose goods may be set aside: they become the order’s, so that nobody gets them in between. */
  readonly takesOver?: string | undefined
}

export interface PlacedOrder {
  readonly id: OrderId
  readonly number: string
  readonly total: MoneyJson
  readonly expiresAt: string
}

export async function placeOrder(ctx: Context, request: OrderRequest): Promise<Result<PlacedOrder>> {
  const given = { street: '', postcode: '', city: '', ...request.address }
  const address = await addressAsked(ctx, given, request.deliveryMethod)
  if (!address.ok) return address
  const email = request.email.trim().toLowerCase()
  if (!isEmail(email)) return orderRefusals.invalid_email({ field: 'email' })
  const [basket, number] = await Promise.all([lockOpenBasket(ctx, request.basket), takeOrderNumber(ctx)])
  if (!basket.ok) return basket
  const bound = {
    ...basket.value,
    country: address.value.country,
    destination: { region: address.value.region, postcode: address.value.postcode },
    deliveryMethod: request.deliveryMethod || null,
    locale: request.locale ?? basket.value.locale,
  }
  // An invoice to a company names where it sits, whatever was bought.
  const invoiced = bound.business && !request.billing ? checkAddress(given) : address
  if (!invoiced.ok) return invoiced
  if (bound.lines.length + bound.bundles.length === 0) return orderRefusals.basket_empty()
  if (!bound.market.countries.includes(bound.country)) {
    return orderRefusals.country_not_served({ field: 'address.country', params: { country: bound.country } })
  }
  const [quote, cards, customerId, paymentMinutes] = await Promise.all([
    quoteBasket(ctx.tx, bound, ctx.now),
    cardsOfBasket(ctx.tx, bound),
    // Who is signed in buys as themselves, whatever address the confirmation goes to.
    bound.buyer?.customerId ?? recordCustomer(ctx, { email, name: address.value.name, locale: bound.locale }),
    readPaymentMinutes(ctx.tx),
  ])
  if (!quote.ok) return quote
  const accepted = checkQuote(quote.value, request.acceptedTotal)
  if (!accepted.ok) return accepted
  if (quote.value.method?.asksPhone && !address.value.phone) {
    return orderRefusals.phone_needed({ field: 'address.phone' })
  }
  const billing = checkBilling(request.billing, { address: address.value, kinds: kindsOf(quote.value) })
  if (!billing.ok) return billing
  const paid = cardsInQuote(quote.value, { cards, now: ctx.now, accepted: request.acceptedGiftCards })
  if (!paid.ok) return paid
  const { cover } = paid.value
  const deferral = deferralIn(quote.value, cover)
  const agreed = checkToday(request.acceptedToday, deferral?.today ?? quote.value.priced.total)
  if (!agreed.ok) return agreed
  const due = deferral?.today ?? paid.value.due
  const isCovered = (cover.length > 0 || deferral !== undefined) && !isPositive(due)
  const chosen = isCovered
    ? ok(undefined)
    : await chooseMethod(ctx.tx, purchaseOf(quote.value, due, deferral), request.paymentMethod)
  if (!chosen.ok) return chosen
  const method = chosen.value
  const mandate = mandateAsked(method, request.debit)
  if (!mandate.ok) return mandate
  const read = await checkAccepted(ctx, { market: bound.market.code, accepted: request.acceptedPolicies })
  if (!read.ok) return read
  const whole = composeOrder(ctx, {
    number,
    quote: quote.value,
    customerId,
    email,
    address: address.value,
    billing: billing.value,
    note: wordsOf(request.note),
    giftMessage: wordsOf(request.giftMessage),
    expiresAt: endOf(method, {
      now: ctx.now,
      timeZone: bound.market.timeZone,
      paymentMinutes: request.payWithinMinutes ?? paymentMinutes,
    }),
    consents: request.consents ?? [],
    terms: await termsOfFiles(ctx, quote.value),
  })
  const deferred = deferral && deferOrder(whole, deferral)
  const order = deferred?.order ?? whole
  const { contentHash } = recordOrder(ctx, order)
  if (deferral && deferred) await recordDeferral(ctx, deferred, { deferral, contentHash })
  keepPolicies(ctx, { orderId: order.id, market: bound.market.code })
  const { locale, market, buyer } = bound
  const asked = { customerId, isSignedIn: buyer !== undefined, number, locale, market: market.code }
  await keepContactConsents(ctx, request, asked)
  const { entityId, currency } = bound.market
  const expected = { orderId: order.id, entityId, authorisedHash: contentHash }
  // A deposit is taken when it is agreed: what is held until goods go out would be held for weeks.
  if (method) {
    const paymentId = openPayment(ctx, {
      ...expected,
      amount: due,
      method,
      ...(deferral && { captureOn: 'at_once' as const }),
    })
    const { timeZone } = bound.market
    const collecting = { orderId: order.id, number, paymentId, amount: due, method, timeZone, locale: bound.locale }
    const signed = await keepMandate(ctx, mandate.value, collecting)
    if (!signed.ok) return signed
  }
  const held = await holdCards(ctx, { orderId: order.id, cover })
  if (!held.ok) return held
  openTenders(ctx, { ...expected, currency, held: held.value })
  redeemPromotions(ctx, { orderId: order.id, customerId, redemptions: quote.value.redemptions })
  if (isCovered) {
    const settled = await settleCovered(ctx, order.id)
    if (!settled.ok) return settled
  }
  const ground = method && clearedBy(method)
  if (ground) {
    const cleared = await clearPlaced(ctx, order.id, ground)
    if (!cleared.ok) return cleared
  }
  const goods = {
    orderId: order.id,
    locationCode: bound.market.locationCode,
    wishes: piecesOfQuote(quote.value),
  }
  if (request.takesOver === undefined) reserveStock(ctx, goods)
  else await takeOverStock(ctx, { from: request.takesOver, ...goods })
  return ok({
    id: order.id,
    number: String(number),
    total: moneyToJson(whole.total),
    expiresAt: order.expiresAt.toISOString(),
  })
}

/** Who pays with gift cards pays all of it today. */
export function deferralIn({ deferred }: Quote, cover: readonly unknown[]): Deferral | undefined {
  return cover.length > 0 ? undefined : deferred.deferral
}

function checkToday(accepted: MoneyJson | undefined, today: Money): Result<void> {
  const { amount, currency } = moneyToJson(today)
  if (!accepted || (accepted.amount === amount && accepted.currency === currency)) return ok()
  return orderRefusals.deposit_changed({ field: 'acceptedToday', params: { amount, currency } })
}

const wordsOf = (text: string | undefined) => text?.trim() || undefined

/** It is paid at the door, or afterwards: nobody waits for its money before it is packed. */
async function clearPlaced(ctx: Context, orderId: OrderId, ground: ClearanceGround): Promise<Result<void>> {
  const order = await lockOrder(ctx, orderId)
  return order.ok ? clearOrder(ctx, order.value, ground) : order
}

/** Whole where something is brought there; of what is collected no more is asked, or kept, than who comes and their country. */
async function addressAsked(
  ctx: Context,
  given: Address,
  deliveryMethod: string | undefined,
): Promise<Result<Address>> {
  if (!deliveryMethod) return checkAddress(given, { delivered: false })
  const whole = checkAddress(given)
  // Asked only of who did not write one, so that others pay no round trip for it; who did may still collect.
  return whole.ok || !(await isCollected(ctx.tx, deliveryMethod)) ? whole : checkAddress(given, { delivered: false })
}

/** What the shopper agreed to is what is ordered: every line, the way of delivery, the total to the cent. */
function checkQuote(
  { method, needsDelivery: isDelivered, lines, bundles, priced }: Quote,
  acceptedTotal: MoneyJson,
): Result<void> {
  if (isDelivered && !method) return orderRefusals.delivery_method_unavailable({ field: 'deliveryMethod' })
  const index = lines.findIndex((line) => line.problem !== undefined)
  const line = lines[index]
  if (line) return notOrderable({ ...line, variantId: line.line.variantId }, `lines.${index}`)
  const at = bundles.findIndex((bundle) => bundle.problem !== undefined)
  const bundle = bundles[at]
  if (bundle) return notOrderable({ ...bundle, variantId: bundle.bundle.variantId }, `bundles.${at}`)
  const expected = money(acceptedTotal.amount, priced.currency)
  if (acceptedTotal.currency !== priced.currency || compare(priced.total, expected) !== 0) {
    const now = moneyToJson(priced.total)
    return orderRefusals.total_changed({
      field: 'acceptedTotal',
      params: { amount: now.amount, currency: now.currency },
    })
  }
  return ok()
}

type Unorderable = Pick<QuotedLine, 'problem' | 'available' | 'offer'> & { readonly variantId: string }

function notOrderable({ variantId, problem, available, offer }: Unorderable, field: string): Refused {
  const params = { variantId, available }
  if (problem === 'sold_out') return inventoryRefusals.sold_out({ field, params })
  if (problem === 'not_enough_left') return inventoryRefusals.not_enough_left({ field, params })
  const limited = problem && limitRefused(problem, limitOf(offer?.limit), { field, variantId })
  if (limited) return limited
  return orderRefusals.line_not_orderable({ field, params: { ...params, problem: problem ?? '' } })
}
