import type { House } from '../../host/context.ts'
import { ok, type Refusal, type Result } from '../../kernel/result.ts'
import { listParcelsOf } from '../../departments/fulfilment/index.ts'
import { listAwaited } from '../../departments/inventory/index.ts'
import { findRulesOfOrder, type CancelUntil } from '../../departments/legal/index.ts'
import {
  fixedBecause,
  getOrder,
  mayBuyerCancel,
  orderRefusals,
  viewIntangibles,
  type OrderDetail,
} from '../../departments/orders/index.ts'
import { foreseeEdit, type EditWish } from '../edit-order/index.ts'

type Reader = Parameters<typeof listParcelsOf>[0]

export interface CancellableLine {
  readonly position: number
  readonly name: string
  readonly quantity: number
  /** Why it alone cannot be called off; null where it can. */
  readonly refusal: Refusal | null
}

export interface BuyerCancellation {
  readonly version: number
  readonly until: CancelUntil
  readonly minutes: number
  /** Why the order as a whole cannot be called off; null where it can. */
  readonly refusal: Refusal | null
  readonly lines: readonly CancellableLine[]
}

/** What of an order its buyer may call off now, by the terms under which it was sold. */
export async function viewBuyerCancellation(
  reader: Reader,
  { id, now }: { readonly id: string; readonly now: Date },
): Promise<Result<BuyerCancellation>> {
  const found = await getOrder(reader, id)
  return found.ok ? ok(await cancellationOfOrder(reader, found.value, now)) : found
}

/** The same of an order that was read already. */
export async function cancellationOfOrder(reader: Reader, order: OrderDetail, now: Date): Promise<BuyerCancellation> {
  const { id } = order
  const [{ cancelUntil, cancelMinutes: minutes }, awaited, packed, begun] = await Promise.all([
    findRulesOfOrder(reader, { orderId: id, kind: 'sales' }),
    listAwaited(reader, id),
    packedOf(reader, id),
    begunOf(reader, order, now),
  ])
  // Who was told of a later day need not wait, whatever the terms say.
  const until = awaited.some((one) => one.slipped) ? 'packing' : cancelUntil
  const judge = (positions: readonly number[]) => {
    const any = (set: ReadonlySet<number>) => positions.some((position) => set.has(position))
    const asked = { ...order, placedAt: new Date(order.placedAt), packed: any(packed), begun: any(begun) }
    const may = mayBuyerCancel(asked, { until, minutes }, now)
    return may.ok ? null : may.refusal
  }
  return {
    version: order.version,
    until,
    minutes,
    refusal: judge(order.lines.map(({ position }) => position)),
    lines: order.lines.map((line) => ({
      position: line.position,
      name: line.options === '' ? line.name : `${line.name}, ${line.options}`,
      quantity: line.quantity,
      refusal: judge([line.position]) ?? fixedRefusal(line),
    })),
  }
}

function fixedRefusal(line: OrderDetail['lines'][number]): Refusal | null {
  const why = fixedBecause(line)
  return why === undefined ? null : orderRefusals.line_fixed({ params: { why, name: line.name } }).refusal
}

async function packedOf(reader: Reader, orderId: string): Promise<Set<number>> {
  const parcels = (await listParcelsOf(reader, orderId)).filter(({ state }) => state !== 'taken_back')
  return new Set(parcels.flatMap(({ lines }) => lines.map(({ position }) => position)))
}

/** Files that were fetched, and services that began because the buyer wished it: what cannot be given back. */
async function begunOf(reader: Reader, { id, lines }: OrderDetail, now: Date): Promise<Set<number>> {
  if (!lines.some(({ kind }) => kind === 'digital' || kind === 'service')) return new Set()
  const view = await viewIntangibles(reader, id, now)
  if (!view.ok) return new Set()
  const { downloads, consents } = view.value
  const fetched = downloads.filter(({ log }) => log.length > 0).map(({ line }) => line.position)
  const agreed = consents.some(({ kind }) => kind === 'service')
  const services = agreed ? lines.filter(({ kind }) => kind === 'service').map(({ position }) => position) : []
  return new Set([...fetched, ...services])
}

export interface WishOfBuyer {
  readonly orderId: string
  /** Places of the lines that are called off; undefined: all of the order. */
  readonly lines?: readonly number[] | undefined
  readonly reason?: string | undefined
}

/** Who names every line means the whole order, with its delivery. */
export function partOf(order: BuyerCancellation, { lines }: WishOfBuyer): readonly number[] | undefined {
  const isWhole = lines === undefined || order.lines.every(({ position }) => lines.includes(position))
  return isWhole ? undefined : lines
}

/** The wish as an edit of the order, whose part is called off line by line. */
export function asEdit(lines: readonly number[], reason: string | undefined): EditWish {
  return {
    kind: 'part_cancellation',
    reason: 'customer_asked',
    ...(reason ? { note: reason } : {}),
    lines: lines.map((position) => ({ position, quantity: 0 })),
    added: [],
  }
}

/** Refused with what stands against any of it. */
export function checkWishOfBuyer(order: BuyerCancellation, wish: WishOfBuyer): Result<void> {
  const part = partOf(order, wish)
  if (part === undefined) return order.refusal === null ? ok() : { ok: false, refusal: order.refusal }
  if (part.length === 0) return orderRefusals.nothing_changed({ field: 'lines' })
  for (const [at, position] of part.entries()) {
    const line = order.lines.find((one) => one.position === position)
    if (!line) return orderRefusals.line_not_found({ field: `lines.${at}` })
    if (line.refusal !== null) return { ok: false, refusal: line.refusal }
  }
  return ok()
}

export interface ForeseenByBuyer {
  readonly view: BuyerCancellation
  readonly paid: boolean
  /** What the order costs before and after; nothing where all of it is called off. */
  readonly before: number
  readonly after: number
  readonly currency: string
}

/** What calling it off would come to: shown before it is confirmed, and nothing is written. */
export async function foreseeCancelByBuyer(
  house: Pick<House, 'database' | 'clock'>,
  wish: WishOfBuyer,
): Promise<Result<ForeseenByBuyer>> {
  const view = await viewBuyerCancellation(house.database, { id: wish.orderId, now: house.clock.now() })
  if (!view.ok) return view
  const possible = checkWishOfBuyer(view.value, wish)
  if (!possible.ok) return possible
  const order = await getOrder(house.database, wish.orderId)
  if (!order.ok) return order
  const { total, paidAt } = order.value
  const known = { view: view.value, paid: paidAt !== null, before: total.amount, currency: total.currency }
  const part = partOf(view.value, wish)
  if (part === undefined) return ok({ ...known, after: 0 })
  const edit = await foreseeEdit(house, { orderId: wish.orderId, wish: asEdit(part, wish.reason) })
  return edit.ok ? ok({ ...known, after: edit.value.after.total }) : edit
}
