import { allocate } from '../../../kernel/allocate.ts'
import type { CurrencyCode } from '../../../kernel/currency.ts'
import { money, sum, type Money } from '../../../kernel/money.ts'
import type { Percent } from '../../../kernel/rate.ts'
import type { TaxTotal } from './priced-basket.ts'
import type { Taxable, TaxedAmount, TaxOfPart } from './tax-of.ts'
import type { TaxRate } from './tax-rate.ts'
import type { TaxSettings } from './tax-settings.ts'

/**
 * Delivery as what bears tax: by its own category, or one part for each rate of the goods, in proportion to what is paid for
 * them. Goods that cost nothing have no proportion, so their delivery bears its own.
 */
export function deliveryTaxables(
  { amount, before, rate }: { readonly amount: Money; readonly before: Money; readonly rate: TaxRate },
  goods: readonly Taxable[],
  settings: TaxSettings | undefined,
): Taxable[] {
  const byRate = new Map<TaxRate, bigint>()
  for (const one of goods) byRate.set(one.rate, (byRate.get(one.rate) ?? 0n) + one.amount.amount)
  const weights = [...byRate.values()]
  if (settings?.deliveryTax !== 'pro_rata' || weights.every((weight) => weight === 0n)) {
    return [{ amount, before, units: 1, rate }]
  }
  const amounts = allocate(amount, weights)
  const befores = allocate(before, weights)
  return [...byRate.keys()].map((one, index) => ({
    amount: amounts[index]!,
    before: befores[index]!,
    units: 1,
    rate: one,
  }))
}

/** Its parts as one. */
export function deliveryTaxed(parts: readonly TaxedAmount[], currency: CurrencyCode): TaxedAmount {
  const total = (pick: (part: TaxedAmount) => Money) => sum(parts.map(pick), currency)
  return {
    net: total(({ net }) => net),
    tax: total(({ tax }) => tax),
    gross: total(({ gross }) => gross),
    taxes: parts.flatMap(({ taxes, net }) => taxes.map((one) => ({ ...one, net }))),
  }
}

/** What each tax comes to at each rate, the highest first. */
export function taxTotals(
  parts: readonly { readonly net: Money; readonly taxes: readonly TaxOfPart[] }[],
  currency: CurrencyCode,
): TaxTotal[] {
  // A basket has a handful of rates: looking through them is quicker than a map with keys that are put together.
  const sums: { readonly name: string; readonly percent: Percent; net: bigint; tax: bigint }[] = []
  for (const { net, taxes } of parts) {
    for (const { tax: name, percent, amount, net: own } of taxes) {
      const known = sums.find((one) => one.percent.ppm === percent.ppm && one.name === name)
      if (known) {
        known.net += (own ?? net).amount
        known.tax += amount.amount
      } else sums.push({ name, percent, net: (own ?? net).amount, tax: amount.amount })
    }
  }
  return sums
    .sort(highestFirst)
    .map(({ name, percent, net, tax }) => ({ name, percent, net: money(net, currency), tax: money(tax, currency) }))
}

function highestFirst(a: Pick<TaxTotal, 'name' | 'percent'>, b: Pick<TaxTotal, 'name' | 'percent'>): number {
  if (a.percent.ppm !== b.percent.ppm) return a.percent.ppm < b.percent.ppm ? 1 : -1
  return a.name < b.name ? -1 : 1
}
