import { assert } from './assert.ts'
import { exponentOf } from './currency.ts'
import type { CurrencyCode } from './currency.ts'
import { parseExactDecimal, tenTo } from './decimal.ts'
import { money } from './money.ts'
import type { Money } from './money.ts'
import { convert, pieces } from './quantity.ts'
import type { Quantity } from './quantity.ts'
import { divideRounded } from './rounding.ts'
import type { Rounding } from './rounding.ts'

/**
 * A price that may be finer than the minor unit: `amount` / 10^`scale` whole currency units (euros, not cents) for each
 * `per`. 0.0345 EUR per 100 g is { amount: 345n, scale: 4, currency: 'EUR', per: 100 g }. Nothing owed: it becomes Money
 * once, at the line.
 */
export interface UnitPrice {
  readonly amount: bigint
  readonly scale: number
  readonly currency: CurrencyCode
  readonly per: Quantity
}

/** Faults when the scale is not whole and >= 0, or when `per` is not positive. */
export function unitPrice(price: UnitPrice): UnitPrice {
  assert(Number.isInteger(price.scale) && price.scale >= 0, `not a scale: ${price.scale}`)
  assert(price.per.value > 0n, 'a price is per something')
  return Object.freeze({ amount: price.amount, scale: price.scale, currency: price.currency, per: price.per })
}

/** A price in whole minor units, for one piece unless told otherwise. */
export function unitPriceOf(m: Money, per: Quantity = pieces(1)): UnitPrice {
  return unitPrice({ amount: m.amount, scale: exponentOf(m.currency), currency: m.currency, per })
}

/** "0.0345" of a currency, for each `per`; `undefined` when it is no decimal. */
export function parseUnitPrice(text: string, currency: CurrencyCode, per: Quantity = pieces(1)): UnitPrice | undefined {
  const decimal = parseExactDecimal(text)
  return decimal && unitPrice({ amount: decimal.value, scale: decimal.scale, currency, per })
}

/**
 * What `quantity` costs at `price`, rounded once to whole minor units. Units of one dimension convert (a price per 100 g
 * of 1.5 kg). Faults across dimensions.
 */
export function lineTotal(price: UnitPrice, quantity: Quantity, rounding: Rounding): Money {
  const bought = convert(quantity, price.per.unit)
  const numerator = price.amount * bought.value * tenTo(exponentOf(price.currency)) * tenTo(price.per.scale)
  const denominator = tenTo(price.scale) * tenTo(bought.scale) * price.per.value
  return money(divideRounded(numerator, denominator, rounding), price.currency)
}
