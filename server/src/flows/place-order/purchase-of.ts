import { addDays, localDateIn, startOfDay } from '../../kernel/time.ts'
import type { Money } from '../../kernel/money.ts'
import type { Deferral, Quote } from '../../departments/orders/index.ts'
import { addBankingDays, type PaymentMethod, type Purchase } from '../../departments/payments/index.ts'

/** What of a quote decides how it can be paid. `due` is what gift cards leave, or what of pre-ordered goods is paid today. */
export function purchaseOf({ basket, needsDelivery }: Quote, due: Money, deferral?: Deferral): Purchase {
  const { market, country, buyer } = basket
  return {
    market: market.code,
    country,
    due,
    groups: buyer?.groups ?? [],
    delivered: needsDelivery,
    deposit: deferral !== undefined,
  }
}

/** As long as a payer may have back what was collected without a mandate. */
const DEBIT_DAYS = 400

interface Ending {
  readonly now: Date
  readonly timeZone: string
  readonly paymentMinutes: number
}

/** Until when stock waits for the money: minutes on a hosted page, else the end of so many banking days of the seller. */
export function endOf(method: PaymentMethod | undefined, { now, timeZone, paymentMinutes }: Ending): Date {
  if (!method || method.kind === 'provider_hosted') return new Date(now.getTime() + paymentMinutes * 60_000)
  // What is collected has its own day, and comes or does not: its order waits until a person ends it.
  if (method.kind === 'sepa_debit') return startOfDay(addDays(localDateIn(now, timeZone), DEBIT_DAYS), timeZone)
  const last = addBankingDays(localDateIn(now, timeZone), method.dueDays)
  return startOfDay(addDays(last, 1), timeZone)
}
