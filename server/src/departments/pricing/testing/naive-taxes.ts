/**
 * The taxes of amounts a second time, as plainly as can be: fractions that are added by cross-multiplication, odd units handed
 * out one by one, no two taxes shared in code with the engine. What random baskets are held against.
 */
import type { TaxRate } from '../domain/tax-rate.ts'
import type { TaxSettings } from '../domain/tax-settings.ts'

interface Fraction {
  readonly n: bigint
  readonly d: bigint
}

export interface NaivePart {
  readonly amount: bigint
  readonly before: bigint
  readonly units: number
  readonly rate: TaxRate
}

export interface NaiveTaxed {
  readonly net: bigint
  readonly gross: bigint
  readonly taxes: readonly bigint[]
}

const plus = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d })
const by = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.n, d: a.d * b.d })
const over = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d, d: a.d * b.n })
const whole = (n: bigint): Fraction => ({ n, d: 1n })

function rounded({ n, d }: Fraction, rounding: TaxSettings['rounding']): bigint {
  const below = n / d
  const twice = 2n * (n - below * d)
  if (twice > d) return below + 1n
  if (twice < d) return below
  if (rounding === 'half_up') return below + 1n
  return rounding === 'half_down' || below % 2n === 0n ? below : below + 1n
}

const parts = (rate: TaxRate) => ('ppm' in rate ? [{ tax: 'vat', percent: rate, compound: false }] : rate)

/** Each tax as a part of the amount: of the net one, then, where it is inside, over net and all taxes. */
function portions(rate: TaxRate, included: boolean): { key: string; portion: Fraction }[] {
  let gross = whole(1n)
  const ofNet = parts(rate).map(({ tax, percent, compound }) => {
    const own = { n: percent.ppm, d: 1_000_000n }
    const portion = compound ? by(gross, own) : own
    gross = plus(gross, portion)
    return { tax, percent, portion }
  })
  return ofNet.map(({ tax, percent, portion }) => {
    const own = included ? over(portion, gross) : portion
    // Sixty decimals: the same tax beside others may be another share of what is paid.
    return { key: `${tax} ${percent.ppm} ${(own.n * 10n ** 60n) / own.d}`, portion: own }
  })
}

export function naiveTaxes(goods: readonly NaivePart[], included: boolean, settings: TaxSettings): NaiveTaxed[] {
  const base = (one: NaivePart) => (settings.base === 'before_discount' && !included ? one.before : one.amount)
  const due = goods.map((one) =>
    portions(one.rate, included).map(({ key, portion }) => ({ key, exact: by(whole(base(one)), portion), tax: 0n })),
  )
  if (settings.roundEach === 'order') {
    for (const key of new Set(due.flat().map((one) => one.key))) {
      share(
        goods.flatMap((one, index) =>
          due[index]!.filter((tax) => tax.key === key).map((entry) => ({ weight: base(one), entry })),
        ),
        settings,
      )
    }
  } else {
    for (const [index, taxes] of due.entries()) {
      const times = settings.roundEach === 'unit' ? BigInt(goods[index]!.units) : 1n
      for (const tax of taxes) {
        tax.tax = rounded({ n: tax.exact.n, d: tax.exact.d * times }, settings.rounding) * times
      }
    }
  }
  return goods.map(({ amount }, index) => {
    const taxes: bigint[] = []
    for (const { tax } of due[index]!) {
      const left = taxes.reduce((rest, one) => rest - one, amount)
      taxes.push(included && tax > left ? left : tax)
    }
    const all = taxes.reduce((sum, one) => sum + one, 0n)
    return included ? { net: amount - all, gross: amount, taxes } : { net: amount, gross: amount + all, taxes }
  })
}

interface Bearer {
  readonly weight: bigint
  readonly entry: { readonly exact: Fraction; tax: bigint }
}

/** The tax of all together is rounded once; each bears its share without the fraction, and the rest is handed out in turn. */
function share(bearers: readonly Bearer[], { rounding, oddUnit = 'nearest' }: TaxSettings): void {
  const total = bearers.reduce((sum, { weight }) => sum + weight, 0n)
  const tax = rounded(
    bearers.map(({ entry }) => entry.exact).reduce((sum, one) => plus(sum, one), whole(0n)),
    rounding,
  )
  if (total === 0n) return
  const shares = bearers.map(({ weight, entry }, place) => {
    entry.tax = (tax * weight) / total
    return { place, weight, entry, rest: (tax * weight) % total }
  })
  let left = shares.reduce((rest, { entry }) => rest - entry.tax, tax)
  const turns = shares.filter(({ rest }) => rest > 0n)
  if (oddUnit === 'last') turns.reverse()
  if (oddUnit === 'nearest') turns.sort((a, b) => Number(b.rest - a.rest) || a.place - b.place)
  if (oddUnit === 'largest') turns.sort((a, b) => Number(b.weight - a.weight) || a.place - b.place)
  for (const { entry } of turns) {
    if (left === 0n) return
    entry.tax += 1n
    left -= 1n
  }
}
