import type { Payment } from './payment.ts'

/** A payment for money that came beyond what an order expects: for the same order and by the same way, and nothing of it has moved yet. */
export function surplusOf(
  elder: Payment,
  { id, providerPaymentId }: Pick<Payment, 'id'> & { readonly providerPaymentId: string },
): Payment {
  return {
    ...elder,
    id,
    providerPaymentId,
    surplus: true,
    amount: 0n,
    authorised: 0n,
    captured: 0n,
    refunded: 0n,
    released: 0n,
    state: 'open',
    reviewReason: null,
    openCharge: false,
    captureOn: 'at_once',
    captureShare: 'all_with_first',
    capturesInParts: null,
    captureBefore: null,
    captures: [],
    disputed: 0n,
    authentication: null,
    version: 1,
    knownEvents: new Set(),
    refunds: [],
  }
}
