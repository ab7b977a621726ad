import type { Database } from '../../../host/database/pool.ts'
import { currencyCode } from '../../../kernel/currency.ts'
import { money, zero, type Money } from '../../../kernel/money.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import { priceBasket, type PricedBasket } from '../../pricing/index.ts'
import { refusals } from '../domain/refusals.ts'
import type { TaxPlace } from '../domain/tax-zone.ts'
import { listMarketChoices } from '../queries/list-market-choices.ts'
import { saleTaxes } from './sale-taxes.ts'

export interface TaxTrial {
  readonly market: string
  readonly place: TaxPlace
  readonly category: string
  /** Of one piece, as prices are shown in the market; whole minor units of its currency. */
  readonly amount: number
  readonly on: LocalDate
}

export interface Tried extends Pick<PricedBasket, 'taxes' | 'total' | 'treatment' | 'reasons'> {
  readonly net: Money
}

/** What one piece would be taxed in a place on a day, and why: by the rates and choices that baskets are priced with. */
export async function tryTaxes(reader: Pick<Database, 'rows'>, trial: TaxTrial): Promise<Result<Tried>> {
  const { market: code, place, category, amount, on } = trial
  const [markets, { tax, sale }] = await Promise.all([
    listMarketChoices(reader),
    saleTaxes(reader, { market: code, place, on }),
  ])
  const market = markets.find((one) => one.market === code)
  if (!market) return refusals.unknown_market({ field: 'market' })
  const priced = priceBasket({
    market: { code, currency: currencyCode(market.currency), pricesIncludeTax: market.pricesIncludeTax, tax },
    country: place.country,
    lines: [
      {
        variantId: 'trial',
        quantity: 1,
        unitPrice: money(amount, market.currency),
        compareAt: undefined,
        taxCategory: category,
        sellable: true,
      },
    ],
    delivery: undefined,
    ...sale,
  })
  if (!priced.ok) return priced
  const { lines, taxes, total, treatment, reasons } = priced.value
  const net = lines[0]?.net ?? zero(market.currency)
  return ok({ net, taxes, total, treatment, reasons: reasons.filter(({ rule }) => rule.startsWith('tax')) })
}
