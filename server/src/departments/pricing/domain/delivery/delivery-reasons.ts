import { money, subtract, type Money } from '../../../../kernel/money.ts'
import type { DeliveryToPrice } from '../price-snapshot.ts'
import type { Reason } from '../priced-basket.ts'
import type { DeliveryCost } from './delivery-cost.ts'
import type { DeliveryTariff, TariffCost } from './tariff.ts'

type Params = Reason['params']

/** Why delivery costs what it does: from when it is free, which line of which table gave the price, what came on top. */
export function deliveryCostReasons(delivery: DeliveryToPrice, cost: DeliveryCost, goods: Money): Reason[] {
  const { code: method, rate } = delivery
  const { base: price, free, freeFrom, surcharges, bracket } = cost
  const reasons: Reason[] = freeFrom ? [freeFromReason(free, freeFrom, goods)] : []
  const told = rate && !free ? tariffReason(rate.tariff, bracket, price.currency) : undefined
  reasons.push({
    rule: 'delivery_price',
    applied: !free,
    line: null,
    because: free ? 'made_free' : (told?.because ?? 'price_of_method'),
    params: { method, price, ...(rate && { zone: rate.zone }), ...told?.params },
  })
  for (const { name, amount } of surcharges)
    reasons.push({
      rule: 'delivery_surcharge',
      applied: true,
      line: null,
      because: 'delivery_surcharge',
      params: { name, amount },
    })
  return reasons
}

function freeFromReason(free: boolean, threshold: Money, goods: Money): Reason {
  const missing: Params = free ? {} : { missing: subtract(threshold, goods) }
  const because = free ? 'threshold_reached' : 'threshold_not_reached'
  return { rule: 'delivery_free_from', applied: free, line: null, because, params: { threshold, goods, ...missing } }
}

const GRAMS_IN_KILOGRAM = 1000

/** As which line of the table it is read. */
export function tariffReason(
  tariff: DeliveryTariff,
  bracket: TariffCost['bracket'],
  currency: Money['currency'],
): { readonly because: string; readonly params: Params } {
  if (tariff.by === 'flat') return { because: 'rate_flat', params: {} }
  if (tariff.by === 'first_next') {
    return {
      because: 'rate_first_next',
      params: { first: money(tariff.first, currency), next: money(tariff.next, currency) },
    }
  }
  const size = (amount: number): number | Money => {
    if (tariff.by === 'weight') return amount / GRAMS_IN_KILOGRAM
    return tariff.by === 'value' ? money(amount, currency) : amount
  }
  if (bracket && bracket.upTo !== null) return { because: `rate_${tariff.by}`, params: { upTo: size(bracket.upTo) } }
  return bracket?.over === undefined
    ? { because: 'rate_flat', params: {} }
    : { because: `rate_${tariff.by}_over`, params: { over: size(bracket.over) } }
}
