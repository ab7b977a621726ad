import type { Context } from '../../../host/context.ts'
import type { Money } from '../../../kernel/money.ts'
import type { PaymentId } from '../domain/payment.ts'
import { insertPayment } from '../store/save-payments.ts'

export interface PaymentToOpen {
  readonly orderId: string
  readonly entityId: string
  readonly amount: Money
  /** Hash of what the shopper was shown: what is paid is what was ordered (verify O7). */
  readonly authorisedHash: string
  readonly provider?: string
}

/** The only provider of this version; the market will name its own. */
const USUAL_PROVIDER = 'devpay'

/** Expects money for an order: one queued row, no read, no network. */
export function openPayment(
  ctx: Context,
  { orderId, entityId, amount, authorisedHash, provider }: PaymentToOpen,
): PaymentId {
  const id = ctx.newId<'payment'>()
  insertPayment(ctx, {
    id,
    orderId,
    entityId,
    provider: provider ?? USUAL_PROVIDER,
    reference: id,
    providerPaymentId: null,
    surplus: false,
    amount: amount.amount,
    currency: amount.currency,
    authorised: 0n,
    state: 'open',
    authorisedHash,
    reviewReason: null,
    openCharge: false,
    version: 1,
  })
  return id
}
