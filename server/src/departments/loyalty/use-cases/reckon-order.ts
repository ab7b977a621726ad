import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { compareDates, localDate, localDateIn } from '../../../kernel/time.ts'
import { needsDelivery } from '../../catalog/index.ts'
import { hasAccount } from '../../customers/index.ts'
import { listParcelsOf } from '../../fulfilment/index.ts'
import { findOrderToAmend, lockOrder, type LockedOrder, type OrderContent } from '../../orders/index.ts'
import { listPaymentsOf } from '../../payments/index.ts'
import { decideChange, ripeOn, type Arrival } from '../domain/points.ts'
import { countedOf, pointsFor, shareKept, type Terms } from '../domain/programme.ts'
import { findBuyer, readCategories, type Buyer } from '../queries/order-facts.ts'
import { findEarning, type Earned } from '../queries/read-accounts.ts'
import { findTermsAt, findTermsById } from '../queries/read-terms.ts'
import { saveConfirmed, saveEarning } from '../store/points.ts'
import { lockAccount, lockAccountOf } from '../store/locks.ts'
import { addPoints, movePending, removePoints } from './move-points.ts'

/** Parcels that are there, or on their way: what is lost or came back has not arrived. */
const ARRIVING = new Set(['shipped', 'delivered'])

/**
 * Brings the points of an order to what they should be by now. One way for every fact that changes them (paid, changed, called off, money
 * back, arrived, time passed): the order is looked at as it is, under its lock, so that facts may come twice, late, or in another order than
 * they happened.
 *
 * Rejected: taking points off by each refund's own amount. A fact that came twice, or never, would leave them wrong for good.
 */
export async function reckonOrder(ctx: Context, orderId: string): Promise<Result<void>> {
  const order = await lockOrder(ctx, orderId)
  if (!order.ok) return order
  const known = await findEarning(ctx.tx, orderId)
  const buyer = await findBuyer(ctx.tx, orderId)
  const content = (await findOrderToAmend(ctx.tx, orderId))?.content
  if (!buyer || !content) return ok()
  const terms = await termsOf(ctx, order.value, { known, buyer })
  if (!terms) return ok()
  const facts = { order: order.value, content, buyer, terms }
  const due = await pointsDue(ctx, facts)
  if (!known && due === 0n) return ok()
  const ripe = await ripeDay(ctx, facts)
  const account = known ? await lockAccount(ctx, known.accountId) : await lockAccountOf(ctx, keyOf(facts))
  // Under the account's lock it is as it stays: the order's lock keeps everybody else from this order.
  if (!account) return ok()
  const before = {
    earned: known?.earned ?? 0n,
    reversed: known?.reversed ?? 0n,
    confirmed: (known?.confirmedAt ?? null) !== null,
  }
  const change = decideChange(before, due)
  const after = { earned: change?.earned ?? before.earned, reversed: change?.reversed ?? before.reversed }
  if (change || !known || known.ripeOn !== ripe) {
    const of = { orderId, accountId: account.id, termsId: terms.id }
    saveEarning(ctx, { ...of, ...after, ripeOn: ripe })
  }
  if (change) {
    const { kind, points } = change
    if (!before.confirmed) movePending(ctx, account, kind === 'reversed' ? kind : 'pending', { points, orderId })
    else if (kind === 'restored') await addPoints(ctx, account, { kind, points, orderId, terms })
    else (await removePoints(ctx, account, { kind: 'reversed', points: -points, orderId })).close()
  }
  const certain = after.earned - after.reversed
  const isRipe = ripe !== null && compareDates(ripe, localDateIn(ctx.now, order.value.timeZone)) <= 0
  if (!before.confirmed && certain > 0n && isRipe) {
    saveConfirmed(ctx, orderId)
    await addPoints(ctx, account, { kind: 'earned', points: certain, fromPending: certain, orderId, terms })
  }
  return ok()
}

interface Facts {
  readonly order: LockedOrder
  readonly content: OrderContent
  readonly buyer: Buyer
  readonly terms: Terms
}

const keyOf = ({ order, buyer }: Facts) => ({
  customerId: buyer.customerId,
  market: order.marketCode,
  entityId: order.entityId,
  currency: order.total.currency,
})

/** Those that it was placed under; who had no account when it was paid, or is of a group that is left out, takes no part. */
async function termsOf(
  ctx: Context,
  { marketCode }: LockedOrder,
  { known, buyer }: { readonly known: Earned | undefined; readonly buyer: Buyer },
): Promise<Terms | undefined> {
  if (known) return findTermsById(ctx.tx, known.termsId)
  const terms = await findTermsAt(ctx.tx, marketCode, buyer.placedAt)
  if (!terms?.running || buyer.groups.some((group) => terms.excludedGroups.includes(group))) return undefined
  return (await hasAccount(ctx.tx, buyer.customerId)) ? terms : undefined
}

/** What an order should have earned by now: nothing before it is paid or once it is called off; of what went back, no more. */
async function pointsDue(ctx: Context, { order, content, terms }: Facts): Promise<bigint> {
  if (order.state !== 'paid') return 0n
  const categories = await readCategories(
    ctx.tx,
    content.lines.map(({ variantId }) => variantId),
  )
  const lines = content.lines.map(({ kind, net, total, variantId }) => ({
    kind,
    net: BigInt(net),
    total: BigInt(total),
    categories: categories.get(variantId) ?? [],
  }))
  const payments = (await listPaymentsOf(ctx.tx, order.id)).filter(({ surplus }) => !surplus)
  const kept = payments.reduce((all, { captured, refunded }) => all + BigInt(captured.amount - refunded.amount), 0n)
  return shareKept(pointsFor(terms, countedOf(terms, lines)), { kept, total: BigInt(content.total) })
}

async function ripeDay(ctx: Context, { order, content, buyer, terms }: Facts) {
  const parcels = (await listParcelsOf(ctx.tx, order.id)).filter(({ state }) => ARRIVING.has(state))
  const arrivals: Arrival[] = parcels.map(({ deliveredOn, leftAt, lines }) => ({
    deliveredOn: deliveredOn === null ? null : localDate(deliveredOn),
    leftOn: leftAt === null ? null : localDateIn(leftAt, order.timeZone),
    lines,
  }))
  return ripeOn({
    paidOn: localDateIn(buyer.placedAt, order.timeZone),
    sent: content.lines.filter(({ kind }) => needsDelivery(kind)),
    arrivals,
    confirmDays: terms.confirmDays,
  })
}
