/**
 * Changes what an order holds after it was placed: lines, prices, delivery, address; fewer pieces are a part that is called off. An order is
 * not overwritten: each change is a row that says what was before and after, and the order is what its last one says.
 *
 * Not paid yet: the provider's page is closed first, so that nobody pays for what the order held before; in the one transaction then the
 * payment waits for the new sum, and only if nobody opened another page meanwhile, which is closed in its turn. The shopper pays on the
 * order's page as before. Paid: what it costs less goes back by the ways it came, in the transaction that changes the order; its sale in
 * the books follows, and its documents once the money is back. Paid, and dearer: the change waits until its difference is there
 * (flows/settle-payment/settle-balance.ts).
 *
 * The stock moves by the difference, last of all, and refuses the whole change where there is too little. What was sent in part may change
 * in the pieces that lie in no parcel; how far it is on its way follows.
 *
 * Rejected: cancelling and placing anew. It gives back and takes all of the money, frees stock that somebody else takes, and loses the
 * number by which the shopper knows the order.
 */
import { runCommand, type Actor, type Context, type House } from '../../host/context.ts'
import { ok, type Refused, type Result } from '../../kernel/result.ts'
import {
  amendOrder,
  askBalance,
  findOrderToAmend,
  hashOfContent,
  listAmendments,
  lockOrder,
  orderRefusals,
  priceAmendment,
  readPaymentMinutes,
  sameContent,
  type AmendmentKind,
  type AmendmentReason,
  type AmendmentWish,
  type AskedBalance,
  type OrderContent,
  type OrderState,
  type OrderToAmend,
} from '../../departments/orders/index.ts'
import {
  expectOther,
  findAttempt,
  findPaymentOfOrder,
  giveBackShare,
  lockOrderPayments,
  type Payment,
} from '../../departments/payments/index.ts'
import { followContents } from '../../departments/fulfilment/index.ts'
import { amendSale, promiseStock, settleOrder, worthMore } from '../settle-payment/index.ts'
import { closeSession } from '../start-payment/index.ts'
import { mayEdit, type PiecesLeft } from './may-edit.ts'

export interface EditWish extends AmendmentWish {
  readonly kind: AmendmentKind
  readonly reason: AmendmentReason
  readonly note?: string | undefined
}

/** What is wished depends on what lies in no parcel: asked behind the order's lock. */
export type WishBehindLock = (order: OrderToAmend, left: PiecesLeft) => Result<EditWish>

export interface Edit {
  readonly orderId: string
  readonly wish: EditWish | WishBehindLock
  readonly actor: Actor
  readonly requestId?: string | undefined
  /** The version that the caller saw; refused with `otherwise` when it is another one now. */
  readonly expected?: { readonly version: number; readonly otherwise: () => Refused } | undefined
  /** Asked behind the order's lock: what a caller may not change by themselves is refused there. */
  readonly admit?: ((ctx: Context) => Promise<Result<unknown>>) | undefined
}

export interface Edited {
  readonly state: OrderState
  readonly version: number
  readonly before: number
  readonly total: number
  readonly currency: string
  /** What is asked for first: until it is there, the change waits. */
  readonly balance: AskedBalance | undefined
}

const MOST_PAGES = 3

export async function editOrder(
  house: House,
  { orderId, wish, actor, requestId, expected, admit }: Edit,
): Promise<Result<Edited>> {
  for (let round = 0; round < MOST_PAGES; round++) {
    // A page is closed only for a change that may go ahead.
    const foreseen = await foreseeEdit(house, { orderId, wish, expected })
    if (!foreseen.ok) return foreseen
    const { order } = foreseen.value
    const closed = order.paid ? undefined : await closePage(house, order, actor)
    const edited = await runCommand(house, { actor, requestId }, (ctx) =>
      editIn(ctx, { orderId, wish, expected, admit, ...(closed && { closed }) }),
    )
    if (!edited.ok || edited.value !== 'again') return edited as Result<Edited>
  }
  return orderRefusals.not_editable({ params: { state: 'awaiting_payment' } })
}

interface Foreseen {
  readonly order: OrderToAmend
  readonly after: OrderContent
}

/** What a change would come to, without any lock: what is shown before it is made. */
export async function foreseeEdit(
  { database, clock }: Pick<House, 'database' | 'clock'>,
  { orderId, wish, expected }: Pick<Edit, 'orderId' | 'wish' | 'expected'>,
): Promise<Result<Foreseen>> {
  const order = await findOrderToAmend(database, orderId)
  if (!order) return orderRefusals.not_found()
  if (expected && expected.version !== order.version) return expected.otherwise()
  const left = await mayEdit(database, order)
  if (!left.ok) return left
  const said = wishFor(wish, order, left.value)
  if (!said.ok) return said
  const after = await priceAmendment(database, { order, wish: said.value, now: clock.now(), left: left.value })
  if (!after.ok) return after
  const possible = checkOutcome(order, after.value)
  return possible.ok ? ok({ order, after: after.value }) : possible
}

const wishFor = (wish: Edit['wish'], order: OrderToAmend, left: PiecesLeft): Result<EditWish> =>
  typeof wish === 'function' ? wish(order, left) : ok(wish)

function checkOutcome(order: OrderToAmend, after: OrderContent): Result<void> {
  if (sameContent(order.content, after)) return orderRefusals.nothing_changed()
  return ok()
}

interface Closed {
  /** The last time that the shopper was sent to a page, whose page is closed. */
  readonly attempt: number
}

async function closePage(house: House, order: OrderToAmend, actor: Actor): Promise<Closed> {
  const payment = await findPaymentOfOrder(house.database, order.id)
  const attempt = payment && (await findAttempt(house.database, payment.id))
  // Paid in the last moment: it is settled, and the version tells who would change it.
  if ((await closeSession(house, order)) === 'completed') await settleOrder(house, order.id, actor)
  return { attempt: attempt?.number ?? 0 }
}

/** The one transaction in which an order is changed: also what is tried and rolled back to show what it would do. */
export async function editIn(
  ctx: Context,
  {
    orderId,
    wish,
    expected,
    admit,
    closed,
  }: Pick<Edit, 'orderId' | 'wish' | 'expected' | 'admit'> & { readonly closed?: Closed },
): Promise<Result<Edited | 'again'>> {
  const held = await lockOrder(ctx, orderId)
  if (!held.ok) return held
  if (expected && expected.version !== held.value.version) return expected.otherwise()
  const asked = await admit?.(ctx)
  if (asked && !asked.ok) return asked
  const payments = await lockOrderPayments(ctx, orderId)
  const order = await findOrderToAmend(ctx.tx, orderId)
  if (!order) return orderRefusals.not_found()
  if (!order.paid && closed && (await isOpenedAnew(ctx, orderId, closed))) return ok('again' as const)
  const left = await mayEdit(ctx.tx, order)
  if (!left.ok) return left
  const said = wishFor(wish, order, left.value)
  if (!said.ok) return said
  const priced = await priceAmendment(ctx.tx, { order, wish: said.value, now: ctx.now, left: left.value })
  if (!priced.ok) return priced
  const after = priced.value
  const possible = checkOutcome(order, after)
  if (!possible.ok) return possible
  const { content: before, currency } = order
  const { kind, reason, note } = said.value
  const { state } = order
  const told = { state, version: order.version + 1, before: before.total, total: after.total, currency }
  if (order.paid && after.total > before.total) {
    const balance = await askBalance(ctx, { order, after, reason, note })
    await promiseStock(ctx, order, { held: [before], wanted: [before, after] })
    return ok({ ...told, balance })
  }
  let refundIds: readonly string[] = []
  let expiresAt: Date | undefined
  if (order.paid) {
    const amount = BigInt(before.total - after.total)
    const back = await giveBackShare(ctx, payments, { amount, reason: 'order_amended' })
    if (!back.ok) return back
    refundIds = back.value
    const number = (await listAmendments(ctx.tx, orderId)).length + 1
    amendSale(ctx, held.value, { number, more: worthMore(before, after, currency) })
  } else {
    const waits = expectOther(ctx, payments, {
      total: BigInt(after.total),
      authorisedHash: hashOfContent(order, after),
    })
    if (!waits.ok) return waits
    expiresAt = new Date(ctx.now.getTime() + (await readPaymentMinutes(ctx.tx)) * 60_000)
  }
  amendOrder(ctx, { order, after, kind, reason, note, refundIds, expiresAt })
  if (!order.paid && order.cleared === 'authorised') askForRest(ctx, order, payments)
  await promiseStock(ctx, order, { held: [before], wanted: [after] })
  if (order.hasLeft) await followContents(ctx, orderId)
  return ok({ ...told, balance: undefined })
}

/** Its money is held, and it came to less: what is left to take of what went out is taken, and where nothing is, the order is paid. */
function askForRest(ctx: Context, { id, version }: OrderToAmend, payments: readonly Payment[]): void {
  ctx.enqueue({ kind: 'capture-shipment', ref: id, payload: { rest: true }, dedupKey: `${id} amended ${version}` })
  for (const { id: paymentId } of payments) ctx.enqueue({ kind: 'settle-payment', ref: paymentId })
}

async function isOpenedAnew(ctx: Context, orderId: string, { attempt }: Closed): Promise<boolean> {
  const payment = await findPaymentOfOrder(ctx.tx, orderId)
  const latest = payment && (await findAttempt(ctx.tx, payment.id))
  return (latest?.number ?? 0) !== attempt
}
