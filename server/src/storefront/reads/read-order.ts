import type { House } from '../../host/context.ts'
import { linkKeysOf, openLink } from '../../host/auth/links.ts'
import type { Locale } from '../../host/i18n/locales.ts'
import { add, moneyFromJson, subtract, sum, type Money } from '../../kernel/money.ts'
import { findLinkedOrder, PAID_LATER, type OrderDetail } from '../../departments/orders/index.ts'
import { STORE_CREDIT, type PaymentView } from '../../departments/payments/index.ts'
import type { CardsOfBasket, OrderPage } from '../views.ts'
import { textIn, type Visit } from '../visit.ts'

/** The order that a signed link opens; undefined for any other link. */
export async function findOrderByLink(house: House, token: string): Promise<OrderDetail | undefined> {
  const order = await findLinkedOrder(house.database, openLink(linkKeysOf(house), 'order', token))
  return order.ok ? order.value : undefined
}

function goodsBefore({ lines, total }: OrderDetail): Money {
  return sum(
    lines.map(({ subtotal }) => moneyFromJson(subtotal)),
    total.currency,
  )
}

/** What the promotions took off and the lines did not lose, the delivery did. */
function deliveryBefore({ lines, discounts, delivery }: OrderDetail): Money {
  const { currency } = delivery.total
  const all = sum(
    discounts.map(({ amount }) => moneyFromJson(amount)),
    currency,
  )
  const ofLines = sum(
    lines.flatMap((line) => line.discounts.map(({ amount }) => moneyFromJson(amount))),
    currency,
  )
  return add(moneyFromJson(delivery.total), subtract(all, ofLines))
}

type Lines = readonly Pick<OrderDetail['lines'][number], 'subtotal' | 'discounts' | 'total'>[]

/** What a line costs, and before its reductions; what is paid later is none of them: its row below the goods takes it off. */
function costOf({ pricesIncludeTax }: OrderDetail, lines: Lines): { before: Money | undefined; total: Money } {
  const currency = lines[0]!.total.currency
  const all = lines.flatMap(({ discounts }) => discounts)
  const later = pricesIncludeTax ? all.filter(({ promotion }) => promotion === PAID_LATER) : []
  const sumOf = (amounts: readonly OrderDetail['total'][]) => sum(amounts.map(moneyFromJson), currency)
  return {
    before: all.length > later.length ? sumOf(lines.map(({ subtotal }) => subtotal)) : undefined,
    total: add(sumOf(lines.map(({ total }) => total)), sumOf(later.map(({ amount }) => amount))),
  }
}

/** A bundle as one line, with its components and what each of them costs. */
function bundleLine(order: OrderDetail, at: number): OrderPage['lines'][number] {
  const { bundles, lines } = order
  const { handle, name, imageFileId, quantity } = bundles[at]!
  const parts = lines.filter(({ bundle }) => bundle === at)
  return {
    handle,
    name,
    options: '',
    imageFileId,
    quantity,
    unitPrice: undefined,
    ...costOf(order, parts),
    parts: parts.map((part) => ({
      name: part.options === '' ? part.name : `${part.name}, ${part.options}`,
      quantity: part.quantity,
      total: costOf(order, [part]).total,
    })),
  }
}

function deliveryOf({ delivery }: OrderDetail, locale: Locale): OrderPage['delivery'] {
  const { names, total, promisedFrom, promisedTo, pickup } = delivery
  if (promisedFrom === null || promisedTo === null) return undefined
  return {
    names,
    total: moneyFromJson(total),
    earliestOn: promisedFrom,
    latestOn: promisedTo,
    pickup: pickup ? { ...pickup, hours: pickup.hours[locale] ?? pickup.hours['en'] ?? '' } : undefined,
  }
}

/** What gift cards and store credit paid of an order or have promised to, and what is paid otherwise; what a card was freed of it did not pay. */
export function cardsOfOrder(payments: readonly PaymentView[], order: Pick<OrderDetail, 'total'>): CardsOfBasket {
  const cards = payments.flatMap(({ giftCard, state, authorised }) =>
    giftCard && state !== 'voided'
      ? [{ id: giftCard.id, last4: giftCard.last4 ?? '', amount: moneyFromJson(authorised) }]
      : [],
  )
  const total = moneyFromJson(order.total)
  const credit = sum(
    payments
      .filter(({ provider, state }) => provider === STORE_CREDIT && state !== 'voided')
      .map(({ authorised }) => moneyFromJson(authorised)),
    total.currency,
  )
  const covered = sum([credit, ...cards.map(({ amount }) => amount)], total.currency)
  return { cards, credit, covered, due: subtract(total, covered) }
}

/** By what the order is paid; undefined where gift cards pay all of it, and for those from before it was kept. */
export function paymentOf(visit: Visit, payments: readonly PaymentView[]): OrderPage['payment'] {
  const method = payments.find((payment) => payment.method !== null && !payment.surplus)?.method
  return method ? { kind: method.kind, name: textIn(visit, method.names) } : undefined
}

interface Beside {
  readonly locale: Locale
  readonly giftCards: CardsOfBasket
  readonly payment: OrderPage['payment']
}

export function orderPageOf(order: OrderDetail, { locale, giftCards, payment }: Beside): OrderPage {
  return {
    number: order.number,
    state: order.state,
    placedAt: new Date(order.placedAt),
    expiresAt: new Date(order.expiresAt),
    email: order.email,
    lines: [
      ...order.lines
        .filter(({ bundle }) => bundle === null)
        .map((line) => ({
          handle: line.handle,
          name: line.name,
          options: line.options,
          imageFileId: line.imageFileId,
          quantity: line.quantity,
          unitPrice: moneyFromJson(line.unitPrice),
          ...costOf(order, [line]),
        })),
      ...order.bundles.map((_, at) => bundleLine(order, at)),
    ],
    discounts: order.discounts.map(({ promotion, names, amount }) => ({
      name: names[locale] ?? names['en'] ?? promotion,
      amount: moneyFromJson(amount),
      isLater: promotion === PAID_LATER,
    })),
    before: { goods: goodsBefore(order), delivery: deliveryBefore(order) },
    goods: moneyFromJson(order.goods),
    delivery: deliveryOf(order, locale),
    tax: moneyFromJson(order.tax),
    pricesIncludeTax: order.pricesIncludeTax,
    total: moneyFromJson(order.total),
    giftCards,
    payment,
    address: order.address,
    billing: order.billing,
    note: order.note,
    giftMessage: order.giftMessage,
    country: order.country,
    company: order.business ? { ...order.business, state: order.business.check?.state } : undefined,
    taxTreatment: order.taxTreatment ?? undefined,
  }
}
