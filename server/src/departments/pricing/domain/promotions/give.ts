import { amountIn, type Failure, type PromotionScene } from './conditions.ts'
import type { Promotion } from './promotion.ts'
import { wantedBy, type Standing, type Wanted } from './wanted.ts'
import { splitByWeight, timesDivided } from './whole-units.ts'

/** What one promotion gives: for each line, and on the delivery. Nothing is negative, nor more than what is left. */
export interface Gift {
  readonly lines: readonly number[]
  readonly delivery: number
  readonly total: number
  /** It would have given more, had a cap, a budget or the floor price of a line allowed it. */
  readonly held: 'cap' | 'budget' | 'floor' | undefined
}

/**
 * What a promotion gives, before it is known whether it will: most of those that a basket meets lose against a better one, and
 * of these only the total matters.
 */
export interface Offer {
  readonly total: number
  readonly held: Gift['held']
  readonly lines: readonly number[]
  readonly delivery: number
  /** Lines and delivery bear these totals in proportion, one after the other. */
  readonly shares: readonly number[]
}

/** What a promotion would give now, or why that is nothing. Its conditions are met already. */
export function offerOf(promotion: Promotion, scene: PromotionScene, standing: Standing): Offer | Failure {
  const wanted = wantedBy(promotion.action, scene, standing)
  if ('because' in wanted) return wanted
  const offer = holdBack(promotion, scene, standing, wanted)
  return offer.total > 0 ? offer : { because: 'gives_nothing', params: {} }
}

export function giftOf({ lines, delivery, shares, total, held }: Offer): Gift {
  let parts = lines
  let ofDelivery = delivery
  for (const share of shares) {
    const shared = splitByWeight(share, [...parts, ofDelivery])
    ofDelivery = shared.pop() ?? 0
    parts = shared
  }
  return { lines: parts, delivery: ofDelivery, total, held }
}

/** Floors first, for they are each line's own; then cap and budget, which the lines share in proportion. */
function holdBack({ cap, limits }: Promotion, scene: PromotionScene, standing: Standing, wanted: Wanted): Offer {
  const shares: number[] = []
  let held: Gift['held']
  let { lines } = wanted
  let total = wanted.shared ?? 0
  if (wanted.shared !== undefined && isAboveFloors(lines, wanted.shared, { scene, standing })) {
    shares.push(wanted.shared)
  } else {
    if (wanted.shared !== undefined) lines = splitByWeight(wanted.shared, lines)
    total = wanted.delivery
    for (let index = 0; index < lines.length; index += 1) {
      const most = Math.max(0, standing.left[index]! - scene.lines[index]!.floor)
      if (lines[index]! > most) {
        held = 'floor'
        lines[index] = most
      }
      total += lines[index]!
    }
  }
  const most = cap && amountIn(cap, scene.currency)
  if (most !== undefined && total > most) {
    held = 'cap'
    total = most
    shares.push(most)
  }
  const budget = limits?.budget?.currency === scene.currency ? Number(limits.budget.amount) : undefined
  if (budget !== undefined && total > budget) {
    held = 'budget'
    total = budget
    shares.push(budget)
  }
  return { lines, delivery: wanted.delivery, shares, total, held }
}

/** Whether no floor price is in the way of a share, wherever its odd minor units go. */
function isAboveFloors(
  weights: readonly number[],
  shared: number,
  { scene: { lines }, standing: { left } }: { readonly scene: PromotionScene; readonly standing: Standing },
): boolean {
  let sum = 0
  for (const weight of weights) sum += weight
  for (let index = 0; index < weights.length; index += 1) {
    const { floor } = lines[index]!
    if (floor === 0 || weights[index] === 0) continue
    if (timesDivided(shared, weights[index]!, sum) + 1 > left[index]! - floor) return false
  }
  return true
}
