import { isCurrencyCode } from '../../../kernel/currency.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { DeliveryMethod } from './delivery-method.ts'
import { refusals } from './refusals.ts'

/** What no schema says: words, prices in real currencies, and days in their order. */
export function checkDeliveryMethod(method: DeliveryMethod): Result<void> {
  if (!method.names['en']?.trim()) return refusals.delivery_name_missing({ field: 'names.en' })
  if (Object.keys(method.prices).length === 0) return refusals.delivery_price_missing({ field: 'prices' })
  const unknown = Object.keys({ ...method.prices, ...method.freeFrom }).find((currency) => !isCurrencyCode(currency))
  if (unknown) return refusals.unknown_currency({ field: `prices.${unknown}`, params: { currency: unknown } })
  const unpriced = Object.keys(method.freeFrom).find((currency) => method.prices[currency] === undefined)
  if (unpriced) return refusals.delivery_price_missing({ field: `freeFrom.${unpriced}` })
  if (method.minDays > method.maxDays) return refusals.delivery_days_crossed({ field: 'maxDays' })
  return ok()
}
