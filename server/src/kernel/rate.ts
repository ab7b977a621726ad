import { assert } from './assert.ts'
import { decimalText, parseExactDecimal, shortestDecimal, tenTo } from './decimal.ts'
import { money } from './money.ts'
import type { Money } from './money.ts'
import { divideRounded } from './rounding.ts'
import type { Rounding } from './rounding.ts'

/** A percentage in parts per million: 22 % is 220000, so 0.0001 % is the finest there is. Frozen. */
export interface Percent {
  readonly ppm: bigint
}

/** An exact fraction that money is multiplied by. The denominator is positive. */
export interface Rate {
  readonly numerator: bigint
  readonly denominator: bigint
}

const million = 1_000_000n
const percentDecimals = 4

/** "22" or "7.25" as a Percent; `undefined` when it is no decimal or has more than four decimals. Without a % sign. */
export function parsePercent(text: string): Percent | undefined {
  const decimal = parseExactDecimal(text)
  if (!decimal || decimal.scale > percentDecimals) return undefined
  return percentFromPpm(decimal.value * tenTo(percentDecimals - decimal.scale))
}

/** As parsePercent, for text of our own: faults where that would say `undefined`. */
export function percent(text: string): Percent {
  const parsed = parsePercent(text)
  assert(parsed, `not a percentage: ${text}`)
  return parsed
}

/** Faults for a number that is not a safe integer. */
export function percentFromPpm(ppm: bigint | number): Percent {
  assert(typeof ppm === 'bigint' || Number.isSafeInteger(ppm), `not whole parts per million: ${ppm}`)
  return Object.freeze({ ppm: BigInt(ppm) })
}

/** 220000 ppm as "22", 72500 as "7.25": the shortest text that `percent` reads back, without a % sign. */
export function percentText(p: Percent): string {
  const shortest = shortestDecimal({ value: p.ppm, scale: percentDecimals })
  return decimalText(shortest.value, shortest.scale)
}

/** The percentage of an amount: 22 % is 220000 / 1000000. */
export function rateOf(p: Percent): Rate {
  return Object.freeze({ numerator: p.ppm, denominator: million })
}

/**
 * The share of a gross amount that is the tax inside it: ppm / (1000000 + ppm). 22 % in 122.00 is 22.00.
 * Faults at -100 % and below, where no gross amount exists.
 */
export function includedRateOf(p: Percent): Rate {
  assert(p.ppm > -million, 'no gross amount contains -100 %')
  return Object.freeze({ numerator: p.ppm, denominator: million + p.ppm })
}

/** m x rate, rounded once to whole minor units. Multiplies first, so nothing is lost on the way. */
export function applyRate(m: Money, rate: Rate, rounding: Rounding): Money {
  return money(divideRounded(m.amount * rate.numerator, rate.denominator, rounding), m.currency)
}
