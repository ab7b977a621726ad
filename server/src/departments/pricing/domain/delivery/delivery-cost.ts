import { money, type Money } from '../../../../kernel/money.ts'
import type { DeliveryToPrice, PriceSnapshot } from '../price-snapshot.ts'
import { isFree } from '../free-delivery.ts'
import { parcelOf, tariffCost, type TariffCost } from './tariff.ts'

export interface DeliveryCost {
  /** Before it is made free. */
  readonly base: Money
  readonly surcharges: readonly { readonly name: string; readonly amount: Money }[]
  readonly free: boolean
  readonly freeFrom: Money | undefined
  readonly bracket: TariffCost['bracket']
  /** What is owed before promotions. */
  readonly amount: Money
}

/** What delivery costs by the value of the goods: one price, or the table of a zone. Undefined where nothing is chosen. */
export function deliveryCostOf(snapshot: PriceSnapshot): ((goods: number) => DeliveryCost) | undefined {
  const { delivery, lines, market } = snapshot
  if (!delivery) return undefined
  const { rate } = delivery
  if (!rate) return (goods) => flatCost(delivery, isFree(snapshot, goods))
  const { currency } = market
  const parcel = parcelOf(lines)
  const inZone = rate.scale ?? ((amount: Money) => amount)
  return (goods) => {
    const cost = tariffCost(rate.tariff, parcel, BigInt(goods))
    const base = inZone(money(cost.base, currency))
    const surcharges = cost.surcharges.map(({ name, amount }) => ({ name, amount: inZone(money(amount, currency)) }))
    const owed = surcharges.reduce((all, one) => all + one.amount.amount, cost.free ? 0n : base.amount)
    return {
      base,
      surcharges,
      free: cost.free,
      freeFrom: rate.tariff.freeFrom === undefined ? undefined : money(rate.tariff.freeFrom, currency),
      bracket: cost.bracket,
      amount: money(owed, currency),
    }
  }
}

function flatCost({ price, freeFrom }: DeliveryToPrice, free: boolean): DeliveryCost {
  const amount = free ? money(0n, price.currency) : price
  return { base: price, surcharges: [], free, freeFrom, bracket: undefined, amount }
}
