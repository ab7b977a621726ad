import { allocateWhole } from '../../../kernel/allocate.ts'
import type { ContentLine, MinorUnits, OrderContent } from './order-content.ts'

export interface TakenOff {
  /** By which it is known among the order's reductions, and what it is called. */
  readonly promotion: string
  readonly names: Readonly<Record<string, string>>
  /** Of each line in their order, and of the delivery: tax included. */
  readonly lines: readonly MinorUnits[]
  readonly delivery: MinorUnits
  readonly pricesIncludeTax: boolean
}

/** The same content for less: what is taken off each line and the delivery is a reduction of its price, with its taxes. */
export function takenOff(after: OrderContent, off: TakenOff): OrderContent {
  const { promotion, names, pricesIncludeTax } = off
  const lines = after.lines.map((line, at) => cheaper(line, off.lines[at] ?? 0, off))
  const delivery = after.delivery - off.delivery
  const deliveryNet = part(after.deliveryNet, delivery, after.delivery)
  const goodsNet = lines.reduce((all, { net }) => all + net, 0)
  const goods = lines.reduce((all, { total }) => all + total, 0)
  const total = goods + delivery
  const shown = (content: Pick<OrderContent, 'goods' | 'goodsNet' | 'delivery' | 'deliveryNet'>) =>
    pricesIncludeTax ? content.goods + content.delivery : content.goodsNet + content.deliveryNet
  const reduction = shown(after) - shown({ goods, goodsNet, delivery, deliveryNet })
  const known = after.discounts.find((one) => one.promotion === promotion)?.amount ?? 0
  return {
    ...after,
    lines,
    discounts: [
      ...after.discounts.filter((one) => one.promotion !== promotion),
      { promotion, names, amount: known + reduction },
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

function cheaper(line: ContentLine, off: MinorUnits, { promotion, pricesIncludeTax }: TakenOff): ContentLine {
  if (off === 0) return line
  const total = line.total - off
  const taxes = line.taxes.map((one) => ({ ...one, amount: part(one.amount, total, line.total) }))
  const tax = taxes.length > 0 ? taxes.reduce((all, { amount }) => all + amount, 0) : part(line.tax, total, line.total)
  const shown = pricesIncludeTax ? off : line.net - (total - tax)
  const before = line.discounts.find((one) => one.promotion === promotion)?.amount ?? 0
  return {
    ...line,
    discounts: [...line.discounts.filter((one) => one.promotion !== promotion), { promotion, amount: before + shown }],
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
  if (delivery === 0 && after.delivery > 0 && lines.every(({ tax, taxes }) => tax === 0 || taxes.length > 0)) {
    return taxesOfLines(after.taxes, lines)
  }
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

/** Without a delivery they are what the lines bear: that of a delivery may have stood under several rates. */
function taxesOfLines(rows: OrderContent['taxes'], lines: readonly ContentLine[]): OrderContent['taxes'] {
  return rows
    .map((row) => {
      const own = lines.flatMap(({ net, taxes }) =>
        taxes.filter(({ name, ppm }) => name === row.name && ppm === row.ppm).map(({ amount }) => ({ net, amount })),
      )
      const sumOf = (of: (one: { readonly net: number; readonly amount: number }) => number) =>
        own.reduce((all, one) => all + of(one), 0)
      return { ...row, net: sumOf(({ net }) => net), tax: sumOf(({ amount }) => amount) }
    })
    .filter(({ net, tax }) => net !== 0 || tax !== 0)
}
