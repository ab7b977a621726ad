/**
 * Who bought calls an order or some of its lines off, by themselves: while nothing of it is packed, as long as the terms say under which
 * it was sold. The money goes back as if staff had done it (cancel-order, edit-order); what the terms allow is asked once before the
 * provider's page is closed, and again behind the order's lock, since somebody may pack it in between.
 *
 * Rejected: a request that staff answer. Whoever may cancel waits for nobody; whoever may not is told at once what else there is.
 */
import type { Actor, Context, House } from '../../host/context.ts'
import type { Money } from '../../kernel/money.ts'
import { moneyFromJson } from '../../kernel/money.ts'
import { ok, type Refused, type Result } from '../../kernel/result.ts'
import { callOffOrder } from '../cancel-order/index.ts'
import { editOrder } from '../edit-order/index.ts'
import {
  asEdit,
  checkWishOfBuyer,
  foreseeCancelByBuyer,
  partOf,
  viewBuyerCancellation,
  type WishOfBuyer,
} from './view-cancellation.ts'

export interface BuyerCancels extends WishOfBuyer {
  /** The version that the buyer saw; refused with `otherwise` when it is another one now. */
  readonly expected: { readonly version: number; readonly otherwise: () => Refused }
  readonly actor: Actor
  readonly requestId?: string | undefined
}

export interface BuyerCancelled {
  readonly whole: boolean
  /** What goes back; nothing where it was not paid yet. */
  readonly back: Money
}

export async function cancelByBuyer(house: House, wish: BuyerCancels): Promise<Result<BuyerCancelled>> {
  const { orderId, expected, actor, requestId, reason = '' } = wish
  const foreseen = await foreseeCancelByBuyer(house, wish)
  if (!foreseen.ok) return foreseen
  const { view, paid, before, after, currency } = foreseen.value
  if (view.version !== expected.version) return expected.otherwise()
  const part = partOf(view, wish)
  const admit = (ctx: Context) => admitBuyer(ctx, wish)
  const common = { orderId, actor, requestId, admit, expected }
  const done = part
    ? await editOrder(house, { ...common, wish: asEdit(part, reason) })
    : await callOffOrder(house, { ...common, reason })
  if (!done.ok) return done
  const back = paid ? before - after : 0
  return ok({ whole: part === undefined, back: moneyFromJson({ amount: back, currency }) })
}

async function admitBuyer(ctx: Context, wish: WishOfBuyer): Promise<Result<void>> {
  const view = await viewBuyerCancellation(ctx.tx, { id: wish.orderId, now: ctx.now })
  return view.ok ? checkWishOfBuyer(view.value, wish) : view
}
