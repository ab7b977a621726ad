/**
 * How a bundle's price is shared out, a second time and as plainly as can be: minor unit by minor unit, each to whoever lacks most
 * of what would be just. It shares no code with the engine but the types, and knows no price lists.
 */
import type { BundleToPrice } from '../domain/bundles/bundle-to-price.ts'

export interface NaiveShare {
  readonly variantId: string
  readonly pieces: bigint
  readonly amount: bigint
}

export function naiveShares(bundle: BundleToPrice, own: bigint, bundles: bigint): NaiveShare[] {
  const variants = [...new Set(bundle.components.map(({ variantId }) => variantId))].sort()
  const parts = variants.map((variantId) => {
    const chosen = bundle.components.filter((one) => one.variantId === variantId)
    const of = (value: (one: (typeof chosen)[number]) => bigint) => chosen.reduce((all, one) => all + value(one), 0n)
    return {
      variantId,
      pieces: of(({ quantity }) => BigInt(quantity)),
      worth: of(({ quantity, unitPrice }) => BigInt(quantity) * unitPrice!.amount),
      extra: of(({ quantity, surcharge }) => BigInt(quantity) * (surcharge?.amount ?? 0n)),
    }
  })
  const worth = parts.reduce((all, one) => all + one.worth, 0n)
  const price = priceOfOne(bundle, own, worth) * bundles
  const weights = worth === 0n ? parts.map(() => 1n) : parts.map((one) => one.worth)
  const whole = weights.reduce((all, one) => all + one, 0n)
  const given = weights.map((weight) => (price * weight) / whole)
  for (let left = price - given.reduce((all, one) => all + one, 0n); left > 0n; left -= 1n) {
    // What each still lacks, in fractions of the whole; the first of those that lack most.
    const lacks = weights.map((weight, at) => price * weight - given[at]! * whole)
    const most = lacks.reduce((one, other) => (other > one ? other : one))
    const at = lacks.indexOf(most)
    given[at] = given[at]! + 1n
  }
  return parts.map(({ variantId, pieces, extra }, at) => ({
    variantId,
    pieces: pieces * bundles,
    amount: given[at]! + extra * bundles,
  }))
}

function priceOfOne({ price }: BundleToPrice, own: bigint, worth: bigint): bigint {
  if (price.way === 'own') return own
  // The half up, as a share of a million.
  const off =
    price.way === 'amount_off'
      ? price.amount.amount
      : (2n * worth * BigInt(price.percent.ppm) + 1_000_000n) / 2_000_000n
  return worth > off ? worth - off : 0n
}
