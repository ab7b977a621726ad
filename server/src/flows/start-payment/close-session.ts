import type { House } from '../../host/context.ts'
import {
  findAttempt,
  findPaymentOfOrder,
  isAsked,
  listPaymentsOfBalance,
  providerOf,
  type PaymentAddress,
} from '../../departments/payments/index.ts'
import { endAttempt } from './end-attempt.ts'
import type { OrderToPay } from './session.ts'

/**
 * Sees to it that nobody can pay this order any more, before it ends. `completed`: somebody has, so it must be settled first.
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
  return endAttempt(house, { provider: provider.value, payment, attempt, order })
}
