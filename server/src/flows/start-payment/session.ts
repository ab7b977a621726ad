import type { House } from '../../host/context.ts'
import { money } from '../../kernel/money.ts'
import { orderPage } from '../../departments/orders/index.ts'
import {
  sessionKey,
  type Attempt,
  type PaymentAddress,
  type PaymentProvider,
  type ProviderAnswer,
  type ProviderSession,
} from '../../departments/payments/index.ts'
import { payerOf } from './payer-of.ts'

export interface OrderToPay {
  readonly id: string
  readonly number: string
  readonly locale: string
}

export interface SessionToOpen {
  readonly provider: PaymentProvider
  readonly payment: PaymentAddress
  readonly attempt: Attempt
  readonly order: OrderToPay
}

/** The provider's page for an attempt. Everything in the request is the order's own, so the same attempt asks the same. */
export async function openSession(house: House, opening: SessionToOpen): Promise<ProviderAnswer<ProviderSession>> {
  const { provider, payment, attempt } = opening
  const keep = attempt.keep
    ? { customer: await payerOf(house, provider, attempt.keep.customerId), later: attempt.keep.later }
    : undefined
  return provider.createSession({ ...askedFor(house, opening), keep }, sessionKey(payment.id, attempt))
}

/** What is paid, and where the shopper comes back to. */
export function askedFor(house: House, { payment, order }: Pick<SessionToOpen, 'payment' | 'order'>) {
  return {
    reference: payment.id,
    amount: money(payment.amount, payment.currency),
    capture: payment.captureOn,
    ...(payment.captureShare === 'each_its_share' && { inParts: true }),
    returnUrl: orderPage(house, order, 'returned'),
    cancelUrl: orderPage(house, order, 'cancelled'),
    description: `${house.organisation.name} · ${order.number}`,
    locale: order.locale,
  }
}
