import { decimalText, shortestDecimal } from '../../../../kernel/decimal.ts'
import type { PricedLine, Reason } from '../priced-basket.ts'
import type { PriceSnapshot } from '../price-snapshot.ts'
import { reasonsOfShare } from '../bundles/bundle-reasons.ts'
import { listsFor, occasionOf, type PassedOver } from './choose-price.ts'

/** Tells where the price of a line comes from, and which lists it does not come from. */
export function tellOrigin(reasons: Reason[], snapshot: PriceSnapshot, line: PricedLine, index: number): void {
  const { listed, share } = snapshot.lines[index] ?? {}
  if (share) {
    reasons.push(...reasonsOfShare(share, index))
    return
  }
  const { unitPrice, exactPrice, quantity } = line
  const { market } = snapshot
  const { choice } = listed ?? {}
  const exact = exactPrice && shortestDecimal({ value: exactPrice.amount, scale: exactPrice.scale })
  reasons.push(
    choice
      ? {
          rule: 'price_list',
          applied: true,
          line: index,
          because: exact ? 'exact_price_of_list' : 'price_of_list',
          params: {
            list: choice.list.code,
            quantity,
            tier: choice.from,
            ...(exact ? { price: decimalText(exact.value, exact.scale), currency: market.currency } : { unitPrice }),
          },
        }
      : {
          rule: 'base_price',
          applied: true,
          line: index,
          because: 'price_of_market',
          params: { unitPrice, quantity, market: market.code },
        },
  )
  for (const one of listed?.passed ?? []) reasons.push(passedOver(one, index))
}

/** The lists that were not meant at all, whatever lies in the basket. */
export function listsNotMeant({ sale, market }: PriceSnapshot): Reason[] {
  if (!sale?.priceLists || sale.priceLists.length === 0) return []
  return listsFor(sale.priceLists, occasionOf(market, sale)).others.map((one) => passedOver(one, null))
}

function passedOver({ list, failure: { because, params } }: PassedOver, line: number | null): Reason {
  return { rule: 'price_list', applied: false, line, because, params: { list: list.code, ...params } }
}
