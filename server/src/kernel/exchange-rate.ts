import { assert, Fault } from './assert.ts'
import { exponentOf } from './currency.ts'
import type { CurrencyCode } from './currency.ts'
import { parseExactDecimal, tenTo } from './decimal.ts'
import { money } from './money.ts'
import type { Money } from './money.ts'
import { divideRounded } from './rounding.ts'
import type { Rounding } from './rounding.ts'
import type { LocalDate } from './time.ts'

/**
 * One whole unit of `from` is numerator / denominator whole units of `to`, exactly as `source` published it for the day
 * `on`. The denominator is a power of ten. Frozen.
 */
export interface ExchangeRate {
  readonly from: CurrencyCode
  readonly to: CurrencyCode
  readonly numerator: bigint
  readonly denominator: bigint
  readonly source: string
  readonly on: LocalDate
}

export interface PublishedRate {
  readonly from: CurrencyCode
  readonly to: CurrencyCode
  /** As published: "1.0873" means that one unit of `from` is 1.0873 units of `to`. */
  readonly rate: string
  readonly source: string
  readonly on: LocalDate
}

/** Faults when the rate is no decimal or not positive. */
export function exchangeRate(published: PublishedRate): ExchangeRate {
  const { from, to, source, on } = published
  const decimal = parseExactDecimal(published.rate)
  assert(decimal && decimal.value > 0n, `not an exchange rate: ${published.rate}`)
  return Object.freeze({ from, to, numerator: decimal.value, denominator: tenTo(decimal.scale), source, on })
}

/** m in the other currency, rounded once to its minor units; exponents may differ (EUR cents to whole JPY). Faults unless m is in `from`. */
export function exchange(m: Money, rate: ExchangeRate, rounding: Rounding): Money {
  if (m.currency !== rate.from) throw new Fault(`a rate from ${rate.from} does not fit ${m.currency}`)
  const numerator = m.amount * rate.numerator * tenTo(exponentOf(rate.to))
  const denominator = rate.denominator * tenTo(exponentOf(rate.from))
  return money(divideRounded(numerator, denominator, rounding), rate.to)
}
