/**
 * An order that staff took for somebody becomes an order: by the same transaction in which every basket does (flows/place-order), so that
 * prices, taxes, stock, promotions and payments are decided there and nowhere else. What differs is said here alone: who opens the basket,
 * and that its buyer pays by a link in a mail, for which there are days instead of minutes. Card numbers are never taken by phone.
 */
import type { Context } from '../../host/context.ts'
import type { MoneyJson } from '../../kernel/money.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { getBasket, endDraft, lockOpenDraft, readLinkDays, sendPaymentLink } from '../../departments/orders/index.ts'
import { findPaymentOfOrder, isAsked } from '../../departments/payments/index.ts'
import { keyOfDraft } from './key-of-draft.ts'
import { placeOrder, type PlacedOrder } from '../place-order/index.ts'

const MINUTES_OF_DAY = 24 * 60

export async function orderDraft(
  ctx: Context,
  {
    id,
    ...accepted
  }: {
    readonly id: string
    readonly acceptedTotal: MoneyJson
    readonly acceptedGiftCards?: MoneyJson | undefined
    readonly acceptedToday?: MoneyJson | undefined
  },
): Promise<Result<PlacedOrder>> {
  const draft = await lockOpenDraft(ctx, id)
  if (!draft.ok) return draft
  const { email, address, billing, paymentMethod, note } = draft.value
  const key = keyOfDraft(draft.value)
  const basket = await getBasket(ctx.tx, key)
  if (!basket.ok) return basket
  const placed = await placeOrder(ctx, {
    basket: key,
    email,
    address,
    billing: billing ?? undefined,
    deliveryMethod: basket.value.deliveryMethod ?? undefined,
    ...accepted,
    takesOver: id,
    paymentMethod: paymentMethod ?? undefined,
    note: note ?? undefined,
    payWithinMinutes: (await readLinkDays(ctx.tx)) * MINUTES_OF_DAY,
  })
  if (!placed.ok) return placed
  endDraft(ctx, draft.value, placed.value.id)
  // Who pays online is sent there by mail; of transfers and of what is paid at the door other mails tell.
  const payment = await findPaymentOfOrder(ctx.tx, placed.value.id)
  if (payment && isAsked(payment)) sendPaymentLink(ctx, id, { orderId: placed.value.id, due: payment.amount })
  return ok(placed.value)
}
