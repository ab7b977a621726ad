import type { Context } from '../../../host/context.ts'
import type { Money } from '../../../kernel/money.ts'
import { providerOfMethod, type PaymentMethod } from '../domain/method.ts'
import type { PaymentId } from '../domain/payment.ts'
import { isAsked } from '../domain/tender.ts'
import { insertPayment } from '../store/save-payments.ts'

export interface PaymentToOpen {
  readonly orderId: string
  readonly entityId: string
  readonly amount: Money
  /** Hash of what the shopper was shown: what is paid is what was ordered (verify O7). */
  readonly authorisedHash: string
  /** Under which it is opened; without one the usual provider is asked. */
  readonly method?: Pick<PaymentMethod, 'code' | 'kind' | 'provider'>
}

/** Whose page it is where the method names nobody. */
const USUAL_PROVIDER = 'devpay'

/** Expects money for an order: one queued row, no read, no network. */
export function openPayment(
  ctx: Context,
  { orderId, entityId, amount, authorisedHash, method }: PaymentToOpen,
): PaymentId {
  const id = ctx.newId<'payment'>()
  insertPayment(ctx, {
    id,
    orderId,
    entityId,
    provider: (method && providerOfMethod(method)) ?? USUAL_PROVIDER,
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
    captureOn: method && !isAsked({ provider: providerOfMethod(method) ?? USUAL_PROVIDER }) ? 'at_once' : 'by_market',
    version: 1,
    method: method?.code ?? null,
  })
  return id
}
