import { allocateWhole } from '../../../kernel/allocate.ts'
import type { AmendmentReason } from './amendment.ts'
import type { ContentLine, MinorUnits, OrderContent } from './order-content.ts'

/** How a balance ended: the change came about, or the order stayed as it was. */
export const BALANCE_OUTCOMES = ['paid', 'received', 'waived', 'undone', 'expired', 'order_cancelled'] as const
export type BalanceOutcome = (typeof BALANCE_OUTCOMES)[number]

/** What a paid order would come to cost more by a change that waits for it. */
export interface Balance {
  readonly id: string
  readonly orderId: string
  readonly amount: MinorUnits
  readonly currency: string
  readonly reason: AmendmentReason
  readonly note: string | null
  readonly askedBy: string
  readonly askedAt: Date
  readonly expiresAt: Date
  readonly hashBefore: string
  readonly hashAfter: string
  /** What the order holds then. */
  readonly after: OrderContent
  readonly endedAt: Date | null
  readonly outcome: BalanceOutcome | null
  readonly endedBy: string | null
  readonly endReason: string | null
}

/** By which every waiver is known among an order's reductions. */
export const WAIVED = 'waived'

/**
 * The same change at no more than the order cost before: what it would cost more is taken off what is new or dearer, each its share, as a
 * reduction of its price with its taxes (Directive 2006/112/EC, art. 79 (b)), so that sale, documents and refunds go on adding up.
 */
export function waiveIncrease(
  before: OrderContent,
  after: OrderContent,
  { names, pricesIncludeTax }: { readonly names: Readonly<Record<string, string>>; readonly pricesIncludeTax: boolean },
): OrderContent {
  const amount = after.total - before.total
  const grown = after.lines.map((line) => {
    const was = before.lines.find(({ position }) => position === line.position)
    return Math.max(0, line.total - (was?.total ?? 0))
  })
  const ofDelivery = Math.max(0, after.delivery - before.delivery)
  const shares = allocateWhole(BigInt(amount), [...grown, ofDelivery].map(BigInt)).map(Number)
  const lines = after.lines.map((line, at) => cheaper(line, shares[at] ?? 0, pricesIncludeTax))
  const delivery = after.delivery - (shares.at(-1) ?? 0)
  const deliveryNet = part(after.deliveryNet, delivery, after.delivery)
  const goodsNet = lines.reduce((all, { net }) => all + net, 0)
  const goods = lines.reduce((all, { total }) => all + total, 0)
  const total = goods + delivery
  const shown = (content: Pick<OrderContent, 'goods' | 'goodsNet' | 'delivery' | 'deliveryNet'>) =>
    pricesIncludeTax ? content.goods + content.delivery : content.goodsNet + content.deliveryNet
  const off = shown(after) - shown({ goods, goodsNet, delivery, deliveryNet })
  const known = after.discounts.find(({ promotion }) => promotion === WAIVED)?.amount ?? 0
  return {
    ...after,
    lines,
    discounts: [
      ...after.discounts.filter(({ promotion }) => promotion !== WAIVED),
      { promotion: WAIVED, names, amount: known + off },
    ],
    goods,
    goodsNet,
    delivery,
    deliveryNet,
    tax: total - goodsNet - deliveryNet,
    taxes: taxesThen(after, lines, { delivery, deliveryNet }),
    total,
  }
}

const part = (amount: number, kept: number, whole: number): number =>
  whole === 0 ? amount : Number(allocateWhole(BigInt(amount), [BigInt(kept), BigInt(whole - kept)])[0])

function cheaper(line: ContentLine, off: MinorUnits, pricesIncludeTax: boolean): ContentLine {
  if (off === 0) return line
  const total = line.total - off
  const taxes = line.taxes.map((one) => ({ ...one, amount: part(one.amount, total, line.total) }))
  const tax = taxes.length > 0 ? taxes.reduce((all, { amount }) => all + amount, 0) : part(line.tax, total, line.total)
  const shown = pricesIncludeTax ? off : line.net - (total - tax)
  const before = line.discounts.find(({ promotion }) => promotion === WAIVED)?.amount ?? 0
  return {
    ...line,
    discounts: [
      ...line.discounts.filter(({ promotion }) => promotion !== WAIVED),
      { promotion: WAIVED, amount: before + shown },
    ],
    taxes,
    tax,
    net: total - tax,
    total,
  }
}

/** Each tax as lines and delivery bear it then: less by what each of them lost. */
function taxesThen(
  after: OrderContent,
  lines: readonly ContentLine[],
  { delivery, deliveryNet }: { readonly delivery: MinorUnits; readonly deliveryNet: MinorUnits },
): OrderContent['taxes'] {
  const lost = after.lines.flatMap((line, at) => {
    const now = lines[at]!
    return line.taxes.map(({ name, ppm, amount }, which) => ({
      name,
      ppm,
      net: line.net - now.net,
      tax: amount - (now.taxes[which]?.amount ?? 0),
    }))
  })
  const taxes = after.taxes.map((row) => {
    const own = lost.filter(({ name, ppm }) => name === row.name && ppm === row.ppm)
    return {
      ...row,
      net: row.net - own.reduce((all, { net }) => all + net, 0),
      tax: row.tax - own.reduce((all, { tax }) => all + tax, 0),
    }
  })
  const taxOff = after.delivery - after.deliveryNet - (delivery - deliveryNet)
  const netOff = after.deliveryNet - deliveryNet
  // What the delivery lost is taken from the tax that bears it: the first that has so much left.
  const bearer = taxes.findIndex(({ tax }) => tax >= taxOff)
  return taxes
    .map((row, at) => (at === bearer ? { ...row, net: row.net - netOff, tax: row.tax - taxOff } : row))
    .filter(({ net, tax }) => net !== 0 || tax !== 0)
}
