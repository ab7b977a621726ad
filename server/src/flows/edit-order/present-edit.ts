import type { House } from '../../host/context.ts'
import { moneyToJson, type MoneyJson } from '../../kernel/money.ts'
import {
  fixedBecause,
  readBalanceDays,
  waysOfOrder,
  type ContentLine,
  type OrderContent,
  type OrderToAmend,
} from '../../departments/orders/index.ts'
import { listPaymentsOf, type PaymentView } from '../../departments/payments/index.ts'
import type { EditWish } from './edit-order.ts'
import type { PiecesLeft } from './may-edit.ts'

/** The difference, line by line and each with its reason: what is shown before it is made. */
export async function presentEdit(
  { database, clock }: Pick<House, 'database' | 'clock'>,
  {
    order,
    after,
    wish,
    locale,
  }: {
    readonly order: OrderToAmend
    readonly after: OrderContent
    readonly wish: EditWish
    readonly locale: string
  },
) {
  const { content: before, currency } = order
  const worth = (amount: number): MoneyJson => ({ amount, currency })
  const sides = (was: number, is: number) => ({ before: worth(was), after: worth(is) })
  const differing = (was: number, is: number) => ({ ...sides(was, is), difference: worth(is - was) })
  const side = (line: ContentLine | undefined) =>
    line ? { quantity: line.quantity, unitPrice: worth(line.unitPrice), total: worth(line.total) } : null
  const positions = [...new Set([...before.lines, ...after.lines].map(({ position }) => position))]
  const isDearer = order.paid && after.total > before.total
  const days = isDearer ? await readBalanceDays(database) : 0
  const payments = order.paid ? await listPaymentsOf(database, order.id) : []
  return {
    version: order.version,
    deliveryOptions: await presentWays({ database, clock }, { order, after, locale }),
    paid: order.paid,
    lines: positions.map((position) => {
      const was = before.lines.find((line) => line.position === position)
      const is = after.lines.find((line) => line.position === position)
      const { variantId, sku, name, options } = (is ?? was)!
      const difference = worth((is?.total ?? 0) - (was?.total ?? 0))
      const because = becauseOf(was, is, wish)
      return { position, variantId, sku, name, options, because, before: side(was), after: side(is), difference }
    }),
    delivery: differing(before.delivery, after.delivery),
    tax: sides(before.tax, after.tax),
    total: differing(before.total, after.total),
    /** Until when the change would wait for its difference; null where nothing is asked for. */
    asksUntil: isDearer ? new Date(clock.now().getTime() + days * 24 * 60 * 60_000).toISOString() : null,
    refunds: refundsOf(payments, before.total - after.total),
  }
}

type Because = 'as_sold' | 'share' | 'price_of_now' | 'price_said' | 'leaves'

function becauseOf(was: ContentLine | undefined, is: ContentLine | undefined, wish: EditWish): Because {
  if (!is) return 'leaves'
  if (!was) {
    const said = wish.added.some(({ variantId, unitPrice }) => variantId === is.variantId && unitPrice !== undefined)
    return said ? 'price_said' : 'price_of_now'
  }
  if (wish.lines.some(({ position, unitPrice }) => position === was.position && unitPrice !== undefined)) {
    return 'price_said'
  }
  if (is.quantity > was.quantity) return 'price_of_now'
  return is.quantity < was.quantity ? 'share' : 'as_sold'
}

/** By the same rule as the refund itself (payments/domain/share-of-refund.ts): gift cards first, each no more than it holds. */
function refundsOf(payments: readonly PaymentView[], amount: number) {
  const own = payments.filter(({ surplus }) => !surplus)
  const inTurn = [...own.filter(({ giftCard }) => giftCard), ...own.filter(({ giftCard }) => !giftCard)]
  let left = amount
  return inTurn.flatMap(({ id, provider, giftCard, refundable }) => {
    const share = Math.min(left, refundable.amount)
    if (share <= 0) return []
    left -= share
    return [{ paymentId: id, provider, giftCard: giftCard?.last4 ?? null, amount: { ...refundable, amount: share } }]
  })
}

/** By which ways it could be delivered, and for what. */
export async function presentWays(
  { database, clock }: Pick<House, 'database' | 'clock'>,
  { order, after, locale }: { readonly order: OrderToAmend; readonly after: OrderContent; readonly locale: string },
) {
  const ways = await waysOfOrder(database, { order, after, now: clock.now() })
  return ways.map(({ code, names, price }) => ({
    code,
    name: names[locale] ?? names['en'] ?? code,
    price: moneyToJson(price),
  }))
}

/** Which lines are fixed and why, and how many pieces of each must stay. */
export function presentOptions({ version, content }: OrderToAmend, left: PiecesLeft) {
  return {
    version,
    lines: content.lines.map((line) => ({
      position: line.position,
      fixed: (fixedBecause(line) ?? null) as 'bundle' | 'digital' | 'gift_card' | null,
      least: line.quantity - (left.get(line.position) ?? line.quantity),
    })),
  }
}
