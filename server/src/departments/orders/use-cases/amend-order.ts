import type { Context } from '../../../host/context.ts'
import { money, moneyToJson } from '../../../kernel/money.ts'
import type { AmendmentKind, AmendmentReason } from '../domain/amendment.ts'
import type { MinorUnits, OrderContent } from '../domain/order-content.ts'
import { orderAmended } from '../events.ts'
import type { OrderToAmend } from '../queries/order-content.ts'
import { contentHashOf, insertAmendment, saveContent } from '../store/amendments.ts'

export { AMENDMENT_KINDS, AMENDMENT_REASONS } from '../domain/amendment.ts'

export interface AmendmentToMake {
  readonly order: OrderToAmend
  readonly after: OrderContent
  readonly kind: AmendmentKind
  readonly reason: AmendmentReason
  readonly note: string | undefined
  readonly refundIds: readonly string[]
  /** What it waited for, where the order had come to cost more. */
  readonly balanceId?: string | undefined
  /** Until when an unpaid order waits then. */
  readonly expiresAt: Date | undefined
}

/** The hash of what the order would hold: what a payment of it stands for. */
export const hashOfContent = contentHashOf

/** Writes a decided change: its row, which stays, and the order as it is from now on. The order is held under lock. */
export function amendOrder(ctx: Context, { order, after, expiresAt, ...why }: AmendmentToMake): void {
  const hashAfter = contentHashOf(order, after)
  insertAmendment(ctx, { order, after, hashAfter, ...why })
  saveContent(ctx, order, { after, hashAfter, expiresAt })
  const inCurrency = (amount: MinorUnits) => moneyToJson(money(amount, order.currency))
  const worth = (content: OrderContent) => inCurrency(content.total)
  const { content: before } = order
  ctx.emit(orderAmended(order.id, { number: order.number, before: worth(before), total: worth(after) }))
  ctx.audit({
    action: 'orders:amend',
    objectType: 'order',
    objectId: order.id,
    version: order.version + 1,
    changes: [
      ...(before.total === after.total ? [] : [{ field: 'total', before: worth(before), after: worth(after) }]),
      ...changedLines(before, after),
      ...(before.delivery === after.delivery
        ? []
        : [{ field: 'delivery', before: inCurrency(before.delivery), after: inCurrency(after.delivery) }]),
      ...(before.method === after.method
        ? []
        : [{ field: 'delivery_method', before: before.method, after: after.method }]),
      ...(sameAddress(before, after) ? [] : [{ field: 'address' }]),
      ...(sameBilling(before, after) ? [] : [{ field: 'billing' }]),
    ],
    // The word of the list stays with the amendment.
    ...(why.note === undefined ? {} : { reason: why.note }),
  })
}

function changedLines(before: OrderContent, after: OrderContent) {
  const pieces = ({ lines }: OrderContent) => {
    const sums = new Map<string, number>()
    for (const { sku, quantity } of lines) sums.set(sku, (sums.get(sku) ?? 0) + quantity)
    return sums
  }
  const [was, is] = [pieces(before), pieces(after)]
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((sku) => was.get(sku) !== is.get(sku))
    .map((sku) => ({ field: 'pieces', before: `${was.get(sku) ?? 0} × ${sku}`, after: `${is.get(sku) ?? 0} × ${sku}` }))
}

const sameBilling = (a: OrderContent, b: OrderContent) =>
  JSON.stringify(a.billing ?? null) === JSON.stringify(b.billing ?? null)
const sameAddress = (a: OrderContent, b: OrderContent) => JSON.stringify(a.address) === JSON.stringify(b.address)
