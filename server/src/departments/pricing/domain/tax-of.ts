import { allocateWhole } from '../../../kernel/allocate.ts'
import { add, money, subtract, type Money } from '../../../kernel/money.ts'
import type { Percent } from '../../../kernel/rate.ts'
import { divideRounded } from '../../../kernel/rounding.ts'
import { leviesOf, type Levy, type TaxRate } from './tax-rate.ts'
import { USUAL_TAX_SETTINGS, type TaxSettings } from './tax-settings.ts'

/** What one tax of a rate comes to. */
export interface TaxOfPart {
  readonly tax: string
  readonly percent: Percent
  readonly amount: Money
  /** What it is on, where that is not the net amount of the whole part: delivery that shares the rates of the goods. */
  readonly net?: Money
}

export interface TaxedAmount {
  readonly net: Money
  readonly tax: Money
  readonly gross: Money
  readonly taxes: readonly TaxOfPart[]
}

/** An amount that bears one rate: what is paid for so many units, and what it was before promotions. */
export interface Taxable {
  readonly amount: Money
  readonly before: Money
  readonly units: number
  readonly rate: TaxRate
}

/** One tax of one part, with the amount that it is a share of. */
interface Charge {
  readonly base: bigint
  readonly units: number
  readonly levy: Levy
}

/**
 * Splits amounts into net and taxes. `included`: the amount is what the customer pays, the taxes are inside it; else they are
 * added on top. Rounded as the market says (Directive 2006/112/EC leaves rounding to the states; CJEU C-302/07). Each tax is
 * rounded for itself, so that every one of them can be paid on; net is what is left. Where the tax of an order is rounded once
 * for each rate, its parts bear it in proportion, to the minor unit.
 */
export function taxAll(
  parts: readonly Taxable[],
  included: boolean,
  settings: TaxSettings = USUAL_TAX_SETTINGS,
): TaxedAmount[] {
  const known = new Map<TaxRate, Levy[]>()
  const charges = parts.map((part) => {
    const base = (settings.base === 'before_discount' && !included ? part.before : part.amount).amount
    return leviesIn(known, part.rate, included).map((levy): Charge => ({ base, units: part.units, levy }))
  })
  const amounts =
    settings.roundEach === 'order'
      ? chargesOfOrder(charges, settings)
      : charges.map((ofPart) => ofPart.map((charge) => chargeOfPart(charge, settings)))
  return parts.map(({ amount }, index) => split(amount, charges[index]!, amounts[index]!, included))
}

function leviesIn(known: Map<TaxRate, Levy[]>, rate: TaxRate, included: boolean): Levy[] {
  const levies = known.get(rate) ?? leviesOf(rate, included)
  known.set(rate, levies)
  return levies
}

function chargeOfPart({ base, units, levy: { share } }: Charge, { roundEach, rounding }: TaxSettings): bigint {
  if (roundEach === 'line' || units === 1) return divideRounded(base * share.numerator, share.denominator, rounding)
  // The exact share of one unit, rounded, for each of them.
  return divideRounded(base * share.numerator, share.denominator * BigInt(units), rounding) * BigInt(units)
}

function chargesOfOrder(charges: readonly Charge[][], settings: TaxSettings): bigint[][] {
  const amounts = charges.map((ofPart) => ofPart.map(() => 0n))
  const byRate = new Map<string, { readonly part: number; readonly at: number }[]>()
  for (const [part, ofPart] of charges.entries()) {
    for (const [at, { levy }] of ofPart.entries()) {
      const key = rateKey(levy)
      const places = byRate.get(key)
      if (places) places.push({ part, at })
      else byRate.set(key, [{ part, at }])
    }
  }
  for (const places of byRate.values()) {
    const bases = places.map(({ part, at }) => charges[part]![at]!.base)
    const { share } = charges[places[0]!.part]![places[0]!.at]!.levy
    const whole = bases.reduce((all, base) => all + base, 0n)
    const tax = divideRounded(whole * share.numerator, share.denominator, settings.rounding)
    const shares = shareOut(tax, bases, settings.oddUnit ?? 'nearest')
    places.forEach(({ part, at }, index) => (amounts[part]![at] = shares[index]!))
  }
  return amounts
}

/** Of one tax at one share: GST beside PST is the same share of a net amount as GST alone, and another of a gross one. */
function rateKey({ tax, percent, share: { numerator, denominator } }: Levy): string {
  const common = commonDivisor(numerator, denominator)
  return `${tax} ${percent.ppm} ${numerator / common} ${denominator / common}`
}

function commonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : commonDivisor(b, a % b)
}

/** Each within one minor unit of its exact share, so that no tax is above the amount that it is inside of. */
export function shareOut(
  amount: bigint,
  weights: readonly bigint[],
  odd: NonNullable<TaxSettings['oddUnit']>,
): bigint[] {
  const total = weights.reduce((all, weight) => all + weight, 0n)
  if (odd === 'nearest' || total === 0n) return allocateWhole(amount, weights)
  const parts = weights.map((weight) => (amount * weight) / total)
  let left = parts.reduce((rest, part) => rest - part, amount)
  for (const index of inTurn(weights, odd)) {
    if (left === 0n) break
    // Only who bears a fraction can bear what is left of it.
    if ((amount * weights[index]!) % total === 0n) continue
    parts[index] = parts[index]! + 1n
    left -= 1n
  }
  return parts
}

function inTurn(weights: readonly bigint[], odd: 'first' | 'last' | 'largest'): number[] {
  const order = weights.map((_, index) => index)
  if (odd === 'last') return order.reverse()
  if (odd === 'first') return order
  return order.sort((a, b) => (weights[a]! === weights[b]! ? a - b : weights[a]! > weights[b]! ? -1 : 1))
}

function split(amount: Money, charges: readonly Charge[], amounts: readonly bigint[], included: boolean): TaxedAmount {
  const { currency } = amount
  // Several taxes, each rounded up for each of many units, may come to more than the little that they are inside of.
  let room = included ? amount.amount : undefined
  let whole = 0n
  const taxes = charges.map(({ levy: { tax, percent } }, index): TaxOfPart => {
    const most = room !== undefined && amounts[index]! > room ? room : amounts[index]!
    if (room !== undefined) room -= most
    whole += most
    return { tax, percent, amount: money(most, currency) }
  })
  const [only] = taxes
  const tax = only && taxes.length === 1 ? only.amount : money(whole, currency)
  return included
    ? { net: subtract(amount, tax), tax, gross: amount, taxes }
    : { net: amount, tax, gross: add(amount, tax), taxes }
}
