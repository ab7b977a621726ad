import { isCurrencyCode } from '../../../kernel/currency.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { DeliveryMethod } from './delivery-method.ts'
import { zonesMeet } from './delivery-zone.ts'
import type { PickupAddress } from './dispatch-calendar.ts'
import { refusals } from './refusals.ts'

/** What no schema says: words, real currencies, days in their order, zones that do not meet, and a place to collect at. */
export function checkDeliveryMethod(method: DeliveryMethod, pickup: PickupAddress | null): Result<void> {
  if (!method.names['en']?.trim()) return refusals.delivery_name_missing({ field: 'names.en' })
  const { kind, rates, limits } = method
  for (const [at, { tariffs, minDays, maxDays }] of rates.entries()) {
    const currencies = Object.keys(tariffs)
    if (currencies.length === 0) return refusals.delivery_price_missing({ field: `rates.${at}.tariffs` })
    const unknown = currencies.find((currency) => !isCurrencyCode(currency))
    if (unknown)
      return refusals.unknown_currency({ field: `rates.${at}.tariffs.${unknown}`, params: { currency: unknown } })
    if (minDays > maxDays) return refusals.delivery_days_crossed({ field: `rates.${at}.maxDays` })
    const met = rates.slice(0, at).find(({ zone }) => zonesMeet(zone, rates[at]!.zone))
    if (met) return refusals.delivery_zones_meet({ field: `rates.${at}.zone`, params: { zone: met.zone.name } })
  }
  const foreign = Object.keys(limits.maxValue ?? {}).find((currency) => !isCurrencyCode(currency))
  if (foreign) return refusals.unknown_currency({ field: `limits.maxValue.${foreign}`, params: { currency: foreign } })
  return kind === 'pickup' ? checkPickup(method, pickup) : ok()
}

/** What is collected is taxed where it is handed over: only people of that country are offered it. */
function checkPickup({ place, rates }: DeliveryMethod, pickup: PickupAddress | null): Result<void> {
  if (!place || !pickup) return refusals.delivery_pickup_place_missing({ field: 'place' })
  const abroad = rates.findIndex(({ zone }) => zone.countries.some((country) => country !== pickup.country))
  return abroad < 0
    ? ok()
    : refusals.delivery_pickup_abroad({ field: `rates.${abroad}.zone`, params: { country: pickup.country } })
}
