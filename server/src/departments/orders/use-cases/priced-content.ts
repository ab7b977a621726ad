import type { Money } from '../../../kernel/money.ts'
import type { PricedBasket, PricedLine } from '../../pricing/index.ts'
import type { ContentLine, ContentTax } from '../domain/order-content.ts'

export type Described = Pick<ContentLine, 'variantId' | 'kind' | 'sku' | 'handle' | 'name' | 'options' | 'imageFileId'>

const minor = (amount: Money) => Number(amount.amount)

/** A line as it is priced, in whole minor units. */
export function linesOf(described: Described, priced: PricedLine): ContentLine {
  const { quantity, unitPrice, compareAt, taxCategory, taxPercent, taxes, subtotal, net, tax, total } = priced
  return {
    ...described,
    position: 0,
    quantity,
    bundle: null,
    own: null,
    unitPrice: minor(unitPrice),
    compareAt: compareAt ? minor(compareAt) : null,
    subtotal: minor(subtotal),
    discounts: [],
    taxCategory,
    taxPpm: Number(taxPercent.ppm),
    taxes: taxes.map((one) => ({ name: one.tax, ppm: Number(one.percent.ppm), amount: minor(one.amount) })),
    net: minor(net),
    tax: minor(tax),
    total: minor(total),
  }
}

export const contentTaxes = (taxes: PricedBasket['taxes']): ContentTax[] =>
  taxes.map(({ name, percent, net, tax }) => ({ name, ppm: Number(percent.ppm), net: minor(net), tax: minor(tax) }))
