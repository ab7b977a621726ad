import { money } from '../../../../kernel/money.ts'
import { firstFailure, type Failure, type PromotionScene } from './conditions.ts'
import { giveOf, type Gift, type Standing } from './give.ts'
import { stageOf, type Promotion, type Stage } from './promotion.ts'

export interface AppliedPromotion {
  readonly promotion: Promotion
  readonly gift: Gift
}

export interface RefusedPromotion extends Failure {
  readonly promotion: Promotion
}

/** What promotions do to a basket: those that apply, in the order in which they were taken off, and why others do not. */
export interface PromotionsApplied {
  readonly applied: readonly AppliedPromotion[]
  readonly refused: readonly RefusedPromotion[]
  readonly standing: Standing
  /** Goods and delivery, after all that applied. */
  readonly costs: number
}

const STAGES: readonly Stage[] = ['lines', 'order', 'delivery']

/**
 * Promotions on lines, then on the order, then on the delivery; each from what the ones before it left.
 *
 * Of one stacking class only the promotion that gives most applies; classes add up. An exclusive promotion adds up with
 * nothing: it applies alone when the basket then costs less than with all others together. Equals are told apart by priority,
 * then by code: nothing depends on the order in which promotions or lines come.
 *
 * `delivery` is asked once the goods are known, since it may be free from a value of goods on.
 */
export function applyPromotions(
  promotions: readonly Promotion[],
  scene: PromotionScene,
  deliveryFor: (goods: number) => number,
): PromotionsApplied {
  const refused: RefusedPromotion[] = []
  const open: Promotion[] = []
  for (const promotion of promotions) {
    const failure = firstFailure(promotion, scene)
    if (failure) refused.push({ promotion, ...failure })
    else open.push(promotion)
  }
  open.sort(byPriority)
  const start = scene.lines.map((line) => line.amount)
  const combined = runStages(
    open.filter(({ exclusive }) => !exclusive),
    { scene, start, deliveryFor },
  )
  let best = combined
  for (const promotion of open.filter(({ exclusive }) => exclusive)) {
    const alone = runStages([promotion], { scene, start, deliveryFor })
    if (alone.costs < best.costs) best = alone
  }
  const told = new Set(best.applied.map(({ promotion }) => promotion))
  const lost = open.filter((promotion) => !told.has(promotion))
  return { ...best, refused: [...refused, ...lost.map((promotion) => whyLost(promotion, { best, combined, scene }))] }
}

/** What there is to say where the shop has none. */
export function withoutPromotions(left: readonly number[], deliveryFor: (goods: number) => number): PromotionsApplied {
  const goods = sumOf(left)
  const delivery = deliveryFor(goods)
  return { applied: [], refused: [], standing: { left, delivery }, costs: goods + delivery }
}

function byPriority(a: Promotion, b: Promotion): number {
  return b.priority - a.priority || (a.code < b.code ? -1 : 1)
}

interface Start {
  readonly scene: PromotionScene
  readonly start: readonly number[]
  readonly deliveryFor: (goods: number) => number
}

function runStages(open: readonly Promotion[], { scene, start, deliveryFor }: Start): PromotionsApplied {
  let standing: Standing = { left: start, delivery: 0 }
  const applied: AppliedPromotion[] = []
  const refused: RefusedPromotion[] = []
  for (const stage of STAGES) {
    if (stage === 'delivery') standing = { left: standing.left, delivery: deliveryFor(sumOf(standing.left)) }
    const ofStage = open.filter((promotion) => stageOf(promotion) === stage)
    if (ofStage.length === 0) continue
    const stageBegins = standing
    for (const { promotion, gift: weighed } of bestOfClasses(ofStage, { scene, standing, refused })) {
      const gift = standing === stageBegins ? weighed : giveOf(promotion, scene, standing)
      if ('because' in gift) {
        refused.push({ promotion, ...gift })
        continue
      }
      applied.push({ promotion, gift })
      standing = {
        left: standing.left.map((left, index) => left - gift.lines[index]!),
        delivery: standing.delivery - gift.delivery,
      }
    }
  }
  return { applied, refused, standing, costs: sumOf(standing.left) + standing.delivery }
}

interface Choice {
  readonly scene: PromotionScene
  readonly standing: Standing
  readonly refused: RefusedPromotion[]
}

/** The winner of each class, in the order of priority; each is weighed from where the stage begins. */
function bestOfClasses(ofStage: readonly Promotion[], { scene, standing, refused }: Choice): AppliedPromotion[] {
  const winners = new Map<string, AppliedPromotion>()
  const losers: AppliedPromotion[] = []
  for (const promotion of ofStage) {
    const gift = giveOf(promotion, scene, standing)
    if ('because' in gift) {
      refused.push({ promotion, ...gift })
      continue
    }
    const known = winners.get(promotion.stackingClass)
    if (known && known.gift.total >= gift.total) losers.push({ promotion, gift })
    else {
      if (known) losers.push(known)
      winners.set(promotion.stackingClass, { promotion, gift })
    }
  }
  const { currency } = scene
  for (const { promotion, gift } of losers) {
    const winner = winners.get(promotion.stackingClass)!
    const params = {
      winner: winner.promotion.code,
      gives: money(gift.total, currency),
      winnerGives: money(winner.gift.total, currency),
    }
    refused.push({ promotion, because: 'better_of_its_class', params })
  }
  return [...winners.values()].sort((a, b) => byPriority(a.promotion, b.promotion))
}

interface Outcome {
  readonly best: PromotionsApplied
  readonly combined: PromotionsApplied
  readonly scene: PromotionScene
}

function whyLost(promotion: Promotion, { best, combined, scene }: Outcome): RefusedPromotion {
  const known = [...best.refused, ...combined.refused].find((one) => one.promotion === promotion)
  const costs = { costs: money(best.costs, scene.currency), otherwise: money(combined.costs, scene.currency) }
  if (promotion.exclusive) return known ?? { promotion, because: 'others_are_better', params: { costs: costs.costs } }
  const [exclusive] = best.applied
  if (best !== combined && exclusive) {
    return { promotion, because: 'exclusive_one_is_better', params: { winner: exclusive.promotion.code, ...costs } }
  }
  return known ?? { promotion, because: 'gives_nothing', params: {} }
}

export function sumOf(amounts: readonly number[]): number {
  let sum = 0
  for (const amount of amounts) sum += amount
  return sum
}
