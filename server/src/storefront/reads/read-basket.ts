import { runCommand, type House } from '../../host/context.ts'
import { ok } from '../../kernel/result.ts'
import type { PageCall } from '../desk.ts'
import { compare, isPositive, moneyFromJson, subtract, sum, type MoneyJson } from '../../kernel/money.ts'
import { latePieces, type PromiseOfVariant } from '../../departments/inventory/index.ts'
import { listGifts, type KnownGift } from '../../departments/gift-cards/index.ts'
import {
  getBasket,
  keepSeen,
  offeredGifts,
  presentBasket,
  quoteToShow,
  type Basket,
  type BasketKey,
  type BasketView,
  type OfferedGift,
  type Quote,
} from '../../departments/orders/index.ts'
import type { BasketLine, BasketPage, GiftOffer } from '../views.ts'
import { textIn, type Visit } from '../visit.ts'
import { readBasketCards } from './basket-cards.ts'
import { readEarning } from './read-earning.ts'
import { readWaysToPay } from './ways-to-pay.ts'
import { nearPromotions } from './near-promotions.ts'

/** The basket of a key while it is open; undefined where there is none, or it has been ordered. */
export async function findOpenBasket(house: House, key: BasketKey | undefined): Promise<Basket | undefined> {
  if (!key) return undefined
  const basket = await getBasket(house.database, key)
  return basket.ok && !basket.value.ordered && basket.value.joinedInto === undefined ? basket.value : undefined
}

/** A basket priced as it would be ordered now; undefined where it cannot be priced at all. */
export async function readBasket(house: House, visit: Visit, basket: Basket): Promise<BasketPage | undefined> {
  const now = house.clock.now()
  const quote = await quoteToShow(house.database, basket, now)
  if (!quote.ok) return undefined
  const shown = presentBasket(quote.value, visit.locale)
  const { priced } = quote.value
  const gifts = await offeredGifts(house.database, quote.value, now)
  const giftCards = await readBasketCards(house, quote.value, now)
  const meant = shown.lines.some(({ kind }) => kind === 'gift_card') ? await listGifts(house.database, shown.id) : []
  const earns = await readEarning(house, visit, quote.value)
  const { promises, deferred } = quote.value
  // Who pays with gift cards pays all of it today.
  const deferral = isPositive(giftCards.covered) ? undefined : deferred.deferral
  return {
    earns,
    giftCards,
    waysToPay: await readWaysToPay(house, visit, { quote: quote.value, giftCards, deferral }),
    paysLater: deferral,
    isMixed: !deferral && shown.orderable && (deferred.deferral !== undefined || deferred.mixed),
    gifts: gifts.map((gift) => giftOf(visit, gift, shown.promotionNames)),
    near: nearPromotions(visit, quote.value),
    changes: shown.changes.map(({ kind, line, name, from, to }) => ({
      kind,
      line: line ?? undefined,
      name: name ?? visit.t('basket.gone'),
      from: moneyOf(from),
      to: moneyOf(to),
    })),
    changesMark: shown.changesMark,
    toSee: quote.value.toSee,
    id: shown.id,
    country: shown.country,
    coupons: shown.coupons,
    company: shown.company ? { ...shown.company, state: shown.company.check?.state } : undefined,
    taxTreatment: shown.taxTreatment ?? undefined,
    discounts: shown.discounts.map(({ name, amount }) => ({ name, amount: moneyFromJson(amount) })),
    before: {
      goods: sum(
        priced.lines.map((line) => line.subtotal),
        priced.currency,
      ),
      delivery: priced.delivery?.subtotal,
    },
    promotionNames: shown.promotionNames,
    pricesIncludeTax: shown.pricesIncludeTax,
    orderable: shown.orderable,
    needsDelivery: shown.needsDelivery,
    consentsAsked: shown.consentsAsked,
    lines: [
      ...shown.lines.map((line) => ({
        variantId: line.variantId,
        handle: line.handle,
        name: line.name ?? visit.t('basket.gone'),
        options: line.options ?? '',
        imageFileId: line.imageFileId,
        quantity: line.quantity,
        unitPrice: moneyOf(line.unitPrice),
        exactPrice: priced.lines.find(({ variantId }) => variantId === line.variantId)?.exactPrice,
        compareAt: moneyOf(line.compareAt),
        lowest: moneyOf(line.lowest),
        before: line.discounted ? moneyOf(line.subtotal) : undefined,
        total: moneyOf(line.total),
        available: line.available,
        limit: line.limit ?? undefined,
        problem: line.problem ?? undefined,
        late: lateOf(line, promises),
        isVoucher: line.kind === 'gift_card',
        gifts: giftsOf(line, meant),
      })),
      ...shown.bundles.map((bundle) => bundleLine(visit, bundle)),
    ],
    goods: priced.goods,
    total: priced.total,
    taxes: shown.taxes.map(({ name, percent, tax }) => ({
      ...(name !== 'vat' && { name: name.toUpperCase() }),
      percent,
      tax: moneyFromJson(tax),
    })),
    reasons: priced.reasons,
    reasonNames: namesOf(visit, quote.value),
    deliveries: shown.deliveryOptions.map((option) => ({
      code: option.code,
      name: option.name,
      asksPhone: option.asksPhone,
      description: option.description,
      // What promotions take off is known of the chosen one.
      price: moneyFromJson(option.code === shown.delivery?.method ? shown.delivery.total : option.price),
      freeFrom: moneyOf(option.freeFrom),
      earliestOn: option.promisedFrom,
      latestOn: option.promisedTo,
      pickup: option.pickup ?? undefined,
    })),
    otherDeliveries: shown.otherDeliveries.map(({ code, name, because, maxWeightGrams, maxValue }) => ({
      code,
      name,
      because,
      kilograms: maxWeightGrams === null ? undefined : maxWeightGrams / 1000,
      most: moneyOf(maxValue),
    })),
    chosenDelivery: shown.delivery?.method,
    deliveryPrice: priced.delivery?.total,
    missingForFreeDelivery: moneyOf(shown.missingForFreeDelivery),
  }
}

/** Of the first that were put there, as many as there are pieces. */
function giftsOf({ variantId, quantity }: { variantId: string; quantity: number }, meant: readonly KnownGift[]) {
  return meant
    .filter((gift) => gift.variantId === variantId)
    .slice(0, quantity)
    .map(({ recipientName, recipientEmail }) => ({ name: recipientName, email: recipientEmail }))
}

function giftOf(
  visit: Visit,
  { offer, units, promotion }: OfferedGift,
  promotionNames: Readonly<Record<string, string>>,
): GiftOffer {
  const { variantId, handle, names, optionNames, imageFileId } = offer
  const [name, options] = [textIn(visit, names), textIn(visit, optionNames)]
  return { variantId, handle, name, options, imageFileId, units, promotion: promotionNames[promotion] ?? promotion }
}

/** By their places among the priced lines: those of the basket, then the components of its bundles. */
function namesOf(visit: Visit, { lines, bundles }: Quote): string[] {
  const plain = lines.filter(({ priced }) => priced).map(({ offer }) => textIn(visit, offer?.names ?? {}))
  const components = bundles.flatMap(({ priced, offer, components: all }) => {
    if (!priced) return []
    const names = new Map(all.map((one) => [one.component.variantId, textIn(visit, one.offer?.names ?? {})]))
    return [...names.values()].map((name) => `${textIn(visit, offer?.names ?? {})}: ${name}`)
  })
  return [...plain, ...components]
}

/** A bundle as one line of the basket, with what is in it. */
function bundleLine({ t }: Visit, shown: BasketView['bundles'][number]): BasketLine {
  const { own, subtotal, total, components, quantity, available } = shown
  const [before, after] = [moneyOf(own), moneyOf(subtotal)]
  const saved = before && after && compare(before, after) > 0 ? subtract(before, after) : undefined
  return {
    variantId: shown.variantId,
    handle: shown.handle,
    name: shown.name ?? t('basket.gone'),
    options: '',
    imageFileId: shown.imageFileId,
    quantity,
    unitPrice: undefined,
    exactPrice: undefined,
    compareAt: undefined,
    lowest: undefined,
    before: components.some(({ discounted }) => discounted) ? after : undefined,
    total: moneyOf(total),
    available,
    limit: shown.limit ?? undefined,
    problem: shown.problem ?? undefined,
    bundle: {
      id: shown.id,
      saved,
      parts: components.map((one) => ({
        name: [one.name ?? t('basket.gone'), one.options ?? ''].filter((text) => text !== '').join(', '),
        quantity: one.quantity,
      })),
    },
  }
}

const moneyOf = (json: MoneyJson | null) => (json === null ? undefined : moneyFromJson(json))

/** Who looks at a page of it has seen what is new in it; what changed without them stays told. */
export async function keepLooked({ house, request }: Looking, basket: BasketPage | undefined): Promise<void> {
  const toSee = basket?.toSee
  if (!basket || !toSee) return
  await runCommand(house, { actor: request.actor, requestId: request.id }, async (ctx) => {
    keepSeen(ctx, basket, { toSee })
    return ok()
  })
}

type Looking = Pick<PageCall, 'house' | 'request'>

function lateOf(
  { variantId, quantity }: { readonly variantId: string; readonly quantity: number },
  promises: ReadonlyMap<string, PromiseOfVariant>,
): BasketPage['lines'][number]['late'] {
  const promise = promises.get(variantId)
  const count = promise ? latePieces(quantity, promise.onShelf) : 0
  return promise && count > 0 ? { count, shipsOn: promise.shipsOn } : undefined
}
