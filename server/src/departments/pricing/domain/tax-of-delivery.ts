import { allocate } from '../../../kernel/allocate.ts'
import type { CurrencyCode } from '../../../kernel/currency.ts'
import { add, sum, zero, type Money } from '../../../kernel/money.ts'
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
  const byRate = new Map<string, TaxTotal>()
  for (const { net, taxes } of parts) {
    for (const { tax: name, percent, amount, net: own } of taxes) {
      const key = `${name} ${percent.ppm}`
      const known = byRate.get(key) ?? { name, percent, net: zero(currency), tax: zero(currency) }
      byRate.set(key, { name, percent, net: add(known.net, own ?? net), tax: add(known.tax, amount) })
    }
  }
  return [...byRate.values()].sort(highestFirst)
}

function highestFirst(a: TaxTotal, b: TaxTotal): number {
  if (a.percent.ppm !== b.percent.ppm) return a.percent.ppm < b.percent.ppm ? 1 : -1
  return a.name < b.name ? -1 : 1
}
