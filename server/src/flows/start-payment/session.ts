import type { House } from '../../host/context.ts'
import { Outage } from '../../kernel/outage.ts'
import { money } from '../../kernel/money.ts'
import { orderPage } from '../../departments/orders/index.ts'
import {
  findAttempt,
  findPaymentOfOrder,
  isAsked,
  listPaymentsOfBalance,
  providerOf,
  sessionKey,
  type Attempt,
  type PaymentAddress,
  type PaymentProvider,
  type ProviderAnswer,
  type ProviderSession,
} from '../../departments/payments/index.ts'

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
export function openSession(
  house: House,
  { provider, payment, attempt, order }: SessionToOpen,
): Promise<ProviderAnswer<ProviderSession>> {
  const input = {
    reference: payment.id,
    amount: money(payment.amount, payment.currency),
    capture: payment.captureOn,
    returnUrl: orderPage(house, order, 'returned'),
    cancelUrl: orderPage(house, order, 'cancelled'),
    description: `${house.organisation.name} · ${order.number}`,
    locale: order.locale,
  }
  return provider.createSession(input, sessionKey(payment.id, attempt))
}

/**
 * Sees to it that nobody can pay this order any more, before it ends. `completed`: somebody has, so it must be settled first. An
 * attempt without a session (we died before the answer) is asked for again under its key: the provider names its session.
 */
export async function closeSession(house: House, order: OrderToPay): Promise<'closed' | 'completed'> {
  return closePage(house, order, await findPaymentOfOrder(house.database, order.id))
}

/** The same for what a change of a paid order waits for. */
export async function closeBalanceSession(
  house: House,
  order: OrderToPay,
  balanceId: string,
): Promise<'closed' | 'completed'> {
  return closePage(house, order, (await listPaymentsOfBalance(house.database, balanceId)).find(isAsked))
}

async function closePage(
  house: House,
  order: OrderToPay,
  payment: PaymentAddress | undefined,
): Promise<'closed' | 'completed'> {
  const attempt = payment && (await findAttempt(house.database, payment.id))
  const provider = payment && (await providerOf(house, payment.provider))
  if (!attempt || !provider?.ok) return 'closed'
  const sessionId = attempt.providerSessionId ?? (await findSession(house, provider.value, { payment, attempt, order }))
  if (sessionId === undefined) return 'closed'
  const closed = await provider.value.expireSession(sessionId)
  if (closed.ok) return closed.value.state === 'completed' ? 'completed' : 'closed'
  if (closed.code === 'session_completed') return 'completed'
  if (closed.code === 'session_not_found') return 'closed'
  throw new Outage('payments.provider_away', `the session could not be closed: ${closed.code}`)
}

async function findSession(
  house: House,
  provider: PaymentProvider,
  rest: Omit<SessionToOpen, 'provider'>,
): Promise<string | undefined> {
  const opened = await openSession(house, { provider, ...rest })
  return opened.ok ? opened.value.id : undefined
}
