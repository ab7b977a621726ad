import { negate, subtract, type Money } from '../../../kernel/money.ts'
import { applyRate, includedRateOf, rateOf, type Percent } from '../../../kernel/rate.ts'

export interface TaxedAmount {
  readonly net: Money
  readonly tax: Money
  readonly gross: Money
}

/**
 * Splits one amount at one rate. `included`: the amount is what the customer pays, the tax is inside it; else it is added on
 * top. Rounded half up, away from zero, per line (Directive 2006/112/EC leaves rounding to the states; CJEU C-302/07).
 */
export function taxOf(amount: Money, percent: Percent, included: boolean): TaxedAmount {
  if (included) {
    const tax = applyRate(amount, includedRateOf(percent), 'half_up')
    return { net: subtract(amount, tax), tax, gross: amount }
  }
  const tax = applyRate(amount, rateOf(percent), 'half_up')
  return { net: amount, tax, gross: subtract(amount, negate(tax)) }
}
