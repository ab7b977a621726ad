import { currencyCode } from '../../../kernel/currency.ts'
import { asId } from '../../../kernel/ids.ts'
import type { Payment } from '../domain/payment.ts'
import type { ProviderMovement, ProviderPayment } from '../domain/provider.ts'

const at = new Date('2026-11-22T10:00:00Z')

/** A payment of 10.00 EUR that was just opened. */
export function aPayment(changes: Partial<Payment> = {}): Payment {
  const id = asId<'payment'>('01900000-0000-7000-8000-000000000001')
  return {
    id,
    orderId: '01900000-0000-7000-8000-000000000002',
    entityId: '01900000-0000-7000-8000-000000000003',
    timeZone: 'Europe/Rome',
    provider: 'devpay',
    reference: id,
    providerPaymentId: null,
    surplus: false,
    balanceOf: null,
    amount: 1000n,
    currency: currencyCode('EUR'),
    authorised: 0n,
    captured: 0n,
    refunded: 0n,
    released: 0n,
    state: 'open',
    authorisedHash: 'what was ordered',
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
    ...changes,
  }
}

export function aMovement(ref: string, amount: bigint, changes: Partial<ProviderMovement> = {}): ProviderMovement {
  return { ref, amount, reference: null, state: 'succeeded', at, ...changes }
}

/** What the provider says of it: authorised, nothing captured yet. */
export function aTruth(changes: Partial<ProviderPayment> = {}): ProviderPayment {
  return {
    id: 'dpp_1',
    reference: aPayment().id,
    currency: 'EUR',
    authorised: 1000n,
    released: 0n,
    captureBefore: null,
    capturesInParts: true,
    captures: [],
    refunds: [],
    createdAt: at,
    updatedAt: at,
    ...changes,
  }
}
