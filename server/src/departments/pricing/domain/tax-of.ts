import { allocate } from '../../../kernel/allocate.ts'
import { add, money, subtract, sum, type Money } from '../../../kernel/money.ts'
import { applyRate, includedRateOf, rateOf, type Percent, type Rate } from '../../../kernel/rate.ts'
import { divideRounded } from '../../../kernel/rounding.ts'
import { USUAL_TAX_SETTINGS, type TaxSettings } from './tax-settings.ts'

export interface TaxedAmount {
  readonly net: Money
  readonly tax: Money
  readonly gross: Money
}

/** An amount that bears one rate: what is paid for so many units, and what it was before promotions. */
export interface Taxable {
  readonly amount: Money
  readonly before: Money
  readonly units: number
  readonly percent: Percent
}

/**
 * Splits amounts into net and tax. `included`: the amount is what the customer pays, the tax is inside it; else it is added on
 * top. Rounded as the market says (Directive 2006/112/EC leaves rounding to the states; CJEU C-302/07). Where the tax of an
 * order is rounded once for each rate, its parts bear it in proportion, to the minor unit.
 */
export function taxAll(
  parts: readonly Taxable[],
  included: boolean,
  settings: TaxSettings = USUAL_TAX_SETTINGS,
): TaxedAmount[] {
  const bases = parts.map((part) => (settings.base === 'before_discount' && !included ? part.before : part.amount))
  const taxes =
    settings.roundEach === 'order'
      ? taxesOfOrder(parts, bases, { included, settings })
      : parts.map((part, index) => taxOfPart(part, bases[index]!, { included, settings }))
  return parts.map(({ amount }, index) => split(amount, taxes[index]!, included))
}

interface Way {
  readonly included: boolean
  readonly settings: TaxSettings
}

const rateFor = (percent: Percent, included: boolean): Rate => (included ? includedRateOf(percent) : rateOf(percent))

function taxOfPart({ units, percent }: Taxable, base: Money, { included, settings }: Way): Money {
  const rate = rateFor(percent, included)
  if (settings.roundEach === 'line' || units === 1) return applyRate(base, rate, settings.rounding)
  // The exact share of one unit, rounded, for each of them.
  const ofUnit = divideRounded(base.amount * rate.numerator, rate.denominator * BigInt(units), settings.rounding)
  return money(ofUnit * BigInt(units), base.currency)
}

function taxesOfOrder(parts: readonly Taxable[], bases: readonly Money[], { included, settings }: Way): Money[] {
  const byRate = new Map<bigint, number[]>()
  for (const [index, { percent }] of parts.entries()) {
    const known = byRate.get(percent.ppm)
    if (known) known.push(index)
    else byRate.set(percent.ppm, [index])
  }
  const taxes: Money[] = []
  for (const indices of byRate.values()) {
    const amounts = indices.map((index) => bases[index]!)
    const { percent } = parts[indices[0]!]!
    const whole = sum(amounts, amounts[0]!.currency)
    const tax = applyRate(whole, rateFor(percent, included), settings.rounding)
    const shares = allocate(
      tax,
      amounts.map(({ amount }) => amount),
    )
    indices.forEach((index, position) => (taxes[index] = shares[position]!))
  }
  return taxes
}

function split(amount: Money, tax: Money, included: boolean): TaxedAmount {
  return included ? { net: subtract(amount, tax), tax, gross: amount } : { net: amount, tax, gross: add(amount, tax) }
}
