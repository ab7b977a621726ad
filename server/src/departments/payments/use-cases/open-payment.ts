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
  /** Where a paid order came to cost more: for which change. It is taken at once, and the change's own mail says how it is paid. */
  readonly balanceOf?: string
  /** Taken at once, whatever the market has agreed for orders that are sent soon. */
  readonly captureOn?: 'at_once'
}

/** Expects money for an order: one queued row, no read, no network. */
export function openPayment(
  ctx: Context,
  { orderId, entityId, amount, authorisedHash, method, balanceOf, captureOn }: PaymentToOpen,
): PaymentId {
  const id = ctx.newId<'payment'>()
  const asked = method && providerOfMethod(method)
  insertPayment(ctx, {
    id,
    orderId,
    entityId,
    provider: asked ?? 'usual',
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
    captureOn:
      captureOn ?? (balanceOf !== undefined || (asked && !isAsked({ provider: asked })) ? 'at_once' : 'by_market'),
    version: 1,
    method: method?.code ?? null,
    balanceOf: balanceOf ?? null,
  })
  // Said once more by mail where to, when the order stands.
  if (method?.kind === 'bank_transfer' && balanceOf === undefined)
    ctx.enqueue({ kind: 'transfer-instructions', ref: orderId, dedupKey: orderId })
  return id
}
