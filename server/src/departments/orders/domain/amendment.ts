/**
 * An order is changed after it was placed. What stays stays as it was sold: its price, its promotions, its taxes. What leaves, leaves with
 * its share of them. What is new, and what is more, is priced as of now, without promotions. Pure: prices of now come as arguments (use-cases/price-amendment.ts).
 */
import { allocateWhole } from '../../../kernel/allocate.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type {
  ContentAddress,
  ContentDelivery,
  ContentLine,
  ContentTax,
  MinorUnits,
  OrderContent,
} from './order-content.ts'
import { isAllSent, type Dispatch, type OrderState } from './order.ts'
import { refusals } from './refusals.ts'
import { shareOfLine } from './share-of-line.ts'

export const AMENDMENT_KINDS = ['edit', 'part_cancellation'] as const
export type AmendmentKind = (typeof AMENDMENT_KINDS)[number]
export const AMENDMENT_REASONS = ['customer_asked', 'out_of_stock', 'mistake', 'goodwill', 'other'] as const
export type AmendmentReason = (typeof AMENDMENT_REASONS)[number]

/** Prices in whole minor units, as the market shows prices. */
export interface AmendmentWish {
  /** Lines of the order that become others; none of what is not named. Quantity 0: it leaves. */
  readonly lines: readonly { readonly position: number; readonly quantity: number; readonly unitPrice?: MinorUnits }[]
  readonly added: readonly { readonly variantId: string; readonly quantity: number; readonly unitPrice?: MinorUnits }[]
  /** By which way it is delivered then, at its price of now. */
  readonly deliveryMethod?: string | undefined
  /** What the delivery costs then, no more than before, or than the new way costs. */
  readonly deliveryPrice?: MinorUnits | undefined
  readonly address?: Omit<ContentAddress, 'country'> | undefined
  /** To whom the invoice goes; null: where the goods go. */
  readonly billing?: Omit<ContentAddress, 'phone'> | null | undefined
}

/** What is priced as of now. */
export interface PricesOfNow {
  /** Position -> the pieces that come to it, or all of them at another price. */
  readonly more: ReadonlyMap<number, ContentLine>
  readonly repriced: ReadonlyMap<number, ContentLine>
  readonly added: readonly ContentLine[]
}

/** A way of delivery for the goods of an order, as it is priced now. */
export interface WayOfNow extends ContentDelivery {
  readonly taxes: readonly ContentTax[]
}

export interface SoldHow {
  readonly pricesIncludeTax: boolean
  readonly currency: string
}

export const MOST_LINES = 100

/**
 * Whether an order can become another one at all. Of one that was sent in part what lies in no parcel may be called off and changed
 * (`checkWish`); once all of it is out it stays as it is.
 */
export function mayAmend(state: OrderState, dispatch: Dispatch | null): Result<void> {
  if (state !== 'awaiting_payment' && state !== 'paid') return refusals.not_editable({ params: { state } })
  return isAllSent(dispatch) ? refusals.all_sent() : ok()
}

/**
 * Calls off all that is still here of an order of which a part was sent: every piece of it that lies in no parcel. Files and gift cards
 * were handed over when it was paid, and stay. Refused where nothing is here.
 */
export function wishToCallOffRest(
  { lines }: OrderContent,
  left: ReadonlyMap<number, number>,
): Result<Pick<AmendmentWish, 'lines' | 'added'>> {
  const here = lines
    .filter(({ kind }) => kind !== 'digital' && kind !== 'gift_card')
    .map(({ position, quantity }) => ({
      position,
      quantity: quantity - (left.get(position) ?? quantity),
      was: quantity,
    }))
    .filter(({ quantity, was }) => quantity < was)
  if (here.length === 0) return refusals.all_sent()
  return ok({ lines: here.map(({ position, quantity }) => ({ position, quantity })), added: [] })
}

/** Why a line cannot become another one; undefined where it can. */
export function fixedBecause({ bundle, kind }: Pick<ContentLine, 'bundle' | 'kind'>): string | undefined {
  if (bundle !== null) return 'bundle'
  return kind === 'digital' || kind === 'gift_card' ? kind : undefined
}

/** Of an order whose every line stays as it was sold there is no part to call off. */
export function mayCancelPart(lines: readonly Pick<ContentLine, 'bundle' | 'kind' | 'name'>[]): Result<void> {
  const [first] = lines
  const why = first && fixedBecause(first)
  if (!why || lines.some((line) => fixedBecause(line) === undefined)) return ok()
  return refusals.line_fixed({ params: { name: first.name, why } })
}

/** Everything that is wrong with a wish, before anything is priced. `left`: how many pieces of a line have not left the house. */
export function checkWish(
  { lines }: OrderContent,
  wish: AmendmentWish,
  left: ReadonlyMap<number, number> = new Map(),
): Result<void> {
  for (const [at, { position, quantity, unitPrice }] of wish.lines.entries()) {
    const line = lines.find((one) => one.position === position)
    if (!line) return refusals.line_not_found({ field: `lines.${at}` })
    if (line.quantity === quantity && unitPrice === undefined) continue
    const why = fixedBecause(line)
    if (why !== undefined) return refusals.line_fixed({ field: `lines.${at}`, params: { why, name: line.name } })
    const gone = line.quantity - (left.get(position) ?? line.quantity)
    if (quantity < gone || (gone > 0 && unitPrice !== undefined)) {
      return refusals.pieces_have_left({ field: `lines.${at}.quantity`, params: { least: gone, name: line.name } })
    }
  }
  // What is packed goes where its label says.
  const packed = lines.some((line) => (left.get(line.position) ?? line.quantity) < line.quantity)
  if (packed && wish.deliveryMethod !== undefined) return refusals.already_packed({ field: 'deliveryMethod' })
  if (packed && wish.address) return refusals.already_packed({ field: 'address' })
  const after = lines.length + wish.added.length
  return after > MOST_LINES ? refusals.too_many_lines({ field: 'added', params: { maximum: MOST_LINES } }) : ok()
}

/** The lines as they are then, in their places; what is new comes after them. */
export function amendLines(
  before: OrderContent,
  wish: AmendmentWish,
  { prices, sold }: { readonly prices: PricesOfNow; readonly sold: SoldHow },
): Result<ContentLine[]> {
  const wished = new Map(wish.lines.map((one) => [one.position, one]))
  const more: ContentLine[] = []
  const kept = before.lines.flatMap((line): ContentLine[] => {
    const to = wished.get(line.position)
    if (!to) return [line]
    if (to.quantity === 0) return []
    const repriced = prices.repriced.get(line.position)
    if (repriced) return [{ ...repriced, position: line.position }]
    if (to.quantity < line.quantity) return [shareOfLine(line, to.quantity, sold)]
    const extra = prices.more.get(line.position)
    if (!extra) return [line]
    if (soldAlike(line, extra)) return [together(line, extra)]
    more.push(extra)
    return [line]
  })
  const first = Math.max(-1, ...before.lines.map(({ position }) => position)) + 1
  const fresh = [...more, ...prices.added].map((line, at) => ({ ...line, position: first + at }))
  const lines = [...kept, ...fresh]
  return lines.length > 0 ? ok(lines) : refusals.nothing_left()
}

/** At the same price and without promotions: then they are one line. */
function soldAlike(line: ContentLine, extra: ContentLine): boolean {
  const rates = (one: ContentLine) => one.taxes.map(({ name, ppm }) => `${name} ${ppm}`).join(',')
  return (
    line.unitPrice === extra.unitPrice &&
    line.subtotal === line.unitPrice * line.quantity &&
    line.discounts.length + extra.discounts.length === 0 &&
    rates(line) === rates(extra)
  )
}

function together(line: ContentLine, extra: ContentLine): ContentLine {
  return {
    ...line,
    quantity: line.quantity + extra.quantity,
    subtotal: line.subtotal + extra.subtotal,
    net: line.net + extra.net,
    tax: line.tax + extra.tax,
    total: line.total + extra.total,
    taxes: line.taxes.map((one, at) => ({ ...one, amount: one.amount + (extra.taxes[at]?.amount ?? 0) })),
  }
}

/** The order as it is then, whole. Its delivery stays as it was sold, or bears less in the same proportion. */
export function amendContent(
  before: OrderContent,
  lines: readonly ContentLine[],
  {
    wish,
    address,
    billing,
    way,
    sold,
  }: {
    readonly wish: AmendmentWish
    readonly address: ContentAddress | undefined
    readonly billing?: OrderContent['billing'] | undefined
    /** Another way of delivery, as it is priced now, without promotions. */
    readonly way?: WayOfNow | undefined
    readonly sold: SoldHow
  },
): Result<OrderContent> {
  const goods = sumOf(lines, ({ total }) => total)
  const goodsNet = sumOf(lines, ({ net }) => net)
  const base = way
    ? { total: way.delivery, net: way.deliveryNet, taxes: way.taxes }
    : { total: before.delivery, net: before.deliveryNet, taxes: taxesOfDelivery(before) }
  const delivery = shareOfDelivery(base, wish.deliveryPrice, sold)
  if (!delivery.ok) return delivery
  const { total: deliveryTotal, net: deliveryNet, taxes: ofDelivery } = delivery.value
  const { taxes: _, ...howNow } = way ?? { taxes: [] }
  const taxed = before.taxes.length > 0
  const total = goods + deliveryTotal
  return ok({
    ...before,
    ...howNow,
    lines,
    discounts: discountsAfter(before, lines, way !== undefined),
    goods,
    goodsNet,
    delivery: deliveryTotal,
    deliveryNet,
    tax: total - goodsNet - deliveryNet,
    taxes: taxed ? taxesOf(lines, ofDelivery) : [],
    total,
    ...(address && { address }),
    ...(billing !== undefined && { billing }),
  })
}

interface DeliverySold {
  readonly total: MinorUnits
  readonly net: MinorUnits
  readonly taxes: readonly ContentTax[]
}

function shareOfDelivery(
  base: DeliverySold,
  price: MinorUnits | undefined,
  { pricesIncludeTax, currency }: SoldHow,
): Result<DeliverySold> {
  const { taxes } = base
  const shown = pricesIncludeTax ? base.total : base.net
  if (price === undefined || price === shown) return ok(base)
  if (price > shown) return refusals.delivery_not_dearer({ field: 'deliveryPrice', params: { most: shown, currency } })
  const part = (amount: number) => Number(allocateWhole(BigInt(amount), [BigInt(price), BigInt(shown - price)])[0])
  const kept = taxes.map((one) => ({ ...one, net: part(one.net), tax: part(one.tax) }))
  const tax = taxes.length > 0 ? kept.reduce((all, one) => all + one.tax, 0) : part(base.total - base.net)
  const net = pricesIncludeTax ? price - tax : price
  return ok({ total: net + tax, net, taxes: kept.filter((one) => one.net !== 0 || one.tax !== 0) })
}

const sumOf = (lines: readonly ContentLine[], of: (line: ContentLine) => number): number =>
  lines.reduce((all, line) => all + of(line), 0)

const rateOf = ({ name, ppm }: Pick<ContentTax, 'name' | 'ppm'>) => `${name} ${ppm}`

/** By tax and rate, the highest first. */
function taxesOf(lines: readonly ContentLine[], ofDelivery: readonly ContentTax[]): ContentTax[] {
  const sums = new Map<string, ContentTax>()
  const count = (one: ContentTax) => {
    const known = sums.get(rateOf(one))
    sums.set(rateOf(one), { ...one, net: (known?.net ?? 0) + one.net, tax: (known?.tax ?? 0) + one.tax })
  }
  for (const { taxes, net } of lines) for (const { name, ppm, amount } of taxes) count({ name, ppm, net, tax: amount })
  ofDelivery.forEach(count)
  return [...sums.values()].sort((a, b) => b.ppm - a.ppm || (a.name < b.name ? -1 : 1))
}

/** What of an order's taxes its goods do not bear. */
export function taxesOfDelivery({ lines, taxes }: Pick<OrderContent, 'lines' | 'taxes'>): ContentTax[] {
  const goods = new Map(taxesOf(lines, []).map((one) => [rateOf(one), one]))
  return taxes
    .map((one) => {
      const known = goods.get(rateOf(one))
      return { ...one, net: one.net - (known?.net ?? 0), tax: one.tax - (known?.tax ?? 0) }
    })
    .filter(({ net, tax }) => net !== 0 || tax !== 0)
}

/** What each promotion takes off then: of lines what they keep of it, of the delivery what it did, if that is as it was sold. */
function discountsAfter(
  before: OrderContent,
  lines: readonly ContentLine[],
  otherWay: boolean,
): OrderContent['discounts'] {
  const ofLines = (all: readonly ContentLine[], promotion: string) =>
    sumOf(all, ({ discounts }) =>
      discounts.reduce((sum, one) => sum + (one.promotion === promotion ? one.amount : 0), 0),
    )
  return before.discounts
    .map((one) => {
      const ofDelivery = otherWay ? 0 : one.amount - ofLines(before.lines, one.promotion)
      return { ...one, amount: ofLines(lines, one.promotion) + ofDelivery }
    })
    .filter(({ amount }) => amount > 0)
}
