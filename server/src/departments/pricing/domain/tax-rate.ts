import { percentFromPpm, type Percent, type Rate } from '../../../kernel/rate.ts'
import { divideRounded } from '../../../kernel/rounding.ts'

/** One of several taxes on the same goods: GST beside PST. */
export interface TaxPart {
  /** What it is called: `vat`, `gst`. */
  readonly tax: string
  readonly percent: Percent
  /** On the net amount and the taxes before it, rather than on the net amount alone. */
  readonly compound?: boolean
}

/** What a category of goods bears: one tax, or several in their order. */
export type TaxRate = Percent | readonly TaxPart[]

/** What the one tax of a rate without names is called. */
export const USUAL_TAX = 'vat'

/** A tax as an exact share of the amounts that it is taken from. */
export interface Levy {
  readonly tax: string
  readonly percent: Percent
  readonly share: Rate
}

const MILLION = 1_000_000n

export function taxPartsOf(rate: TaxRate): readonly TaxPart[] {
  return 'ppm' in rate ? [{ tax: USUAL_TAX, percent: rate }] : rate
}

/** The shares of all taxes of a rate: of a gross amount where they are inside it, else of the net one that they are added to. */
export function leviesOf(rate: TaxRate, included: boolean): Levy[] {
  const parts = taxPartsOf(rate)
  const { shares, whole } = sharesOfNet(parts)
  const scale = MILLION ** BigInt(parts.length)
  return parts.map(({ tax, percent }, index) => ({
    tax,
    percent,
    share: { numerator: shares[index]!, denominator: included ? scale + whole : scale },
  }))
}

/** Gross over net: 1.22 for 22 %. */
export function grossFactor(rate: TaxRate): Rate {
  const parts = taxPartsOf(rate)
  const scale = MILLION ** BigInt(parts.length)
  return { numerator: scale + sharesOfNet(parts).whole, denominator: scale }
}

/** All taxes together on the net amount; compound ones may be finer than a percentage can say, and are rounded for showing. */
export function effectivePercent(rate: TaxRate): Percent {
  if ('ppm' in rate) return rate
  const scale = MILLION ** BigInt(rate.length)
  return percentFromPpm(divideRounded(sharesOfNet(rate).whole * MILLION, scale, 'half_up'))
}

/** Over a common denominator of a million for each part, which is exact however many compound. */
function sharesOfNet(parts: readonly TaxPart[]): { readonly shares: bigint[]; readonly whole: bigint } {
  const scale = MILLION ** BigInt(parts.length)
  let whole = 0n
  const shares = parts.map(({ percent, compound }) => {
    // With k taxes before it the sum has k factors of a million at most, so this division leaves nothing.
    const share = (percent.ppm * (compound ? scale + whole : scale)) / MILLION
    whole += share
    return share
  })
  return { shares, whole }
}
