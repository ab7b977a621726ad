import { money } from '../../../../kernel/money.ts'
import { enteredCodes, firstFailure, type Failure, type PromotionScene } from './conditions.ts'
import { giftOf, offerOf, type Gift, type Offer } from './give.ts'
import { stageOf, type Promotion, type Stage } from './promotion.ts'
import type { Standing } from './wanted.ts'

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
  const entered = enteredCodes(scene)
  for (const promotion of promotions) {
    const failure = firstFailure(promotion, scene, entered)
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
  const known = new Map<Promotion, RefusedPromotion>()
  for (const one of combined.refused) known.set(one.promotion, one)
  for (const one of best.refused) known.set(one.promotion, one)
  for (const promotion of open) {
    if (!told.has(promotion)) refused.push(whyLost(promotion, { best, combined, scene, known }))
  }
  return { ...best, refused }
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
    for (const { promotion, offer: weighed } of bestOfClasses(ofStage, { scene, standing, refused })) {
      const offer = standing === stageBegins ? weighed : offerOf(promotion, scene, standing)
      if ('because' in offer) {
        refused.push({ promotion, because: offer.because, params: offer.params })
        continue
      }
      const gift = giftOf(offer)
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

interface Weighed {
  readonly promotion: Promotion
  readonly offer: Offer
}

/** The winner of each class, in the order of priority; each is weighed from where the stage begins. */
function bestOfClasses(ofStage: readonly Promotion[], { scene, standing, refused }: Choice): Weighed[] {
  const winners = new Map<string, Weighed>()
  const losers: Weighed[] = []
  for (const promotion of ofStage) {
    const offer = offerOf(promotion, scene, standing)
    if ('because' in offer) {
      refused.push({ promotion, because: offer.because, params: offer.params })
      continue
    }
    const known = winners.get(promotion.stackingClass)
    if (known && known.offer.total >= offer.total) losers.push({ promotion, offer })
    else {
      if (known) losers.push(known)
      winners.set(promotion.stackingClass, { promotion, offer })
    }
  }
  const { currency } = scene
  for (const { promotion, offer } of losers) {
    const winner = winners.get(promotion.stackingClass)!
    const params = {
      winner: winner.promotion.code,
      gives: money(offer.total, currency),
      winnerGives: money(winner.offer.total, currency),
    }
    refused.push({ promotion, because: 'better_of_its_class', params })
  }
  return [...winners.values()].sort((a, b) => byPriority(a.promotion, b.promotion))
}

interface Outcome {
  readonly best: PromotionsApplied
  readonly combined: PromotionsApplied
  readonly scene: PromotionScene
  /** What was said while the winners were found. */
  readonly known: ReadonlyMap<Promotion, RefusedPromotion>
}

function whyLost(promotion: Promotion, { best, combined, scene: { currency }, known }: Outcome): RefusedPromotion {
  const said = known.get(promotion)
  if (promotion.exclusive) {
    return said ?? { promotion, because: 'others_are_better', params: { costs: money(best.costs, currency) } }
  }
  const [exclusive] = best.applied
  if (best !== combined && exclusive) {
    const params = {
      winner: exclusive.promotion.code,
      costs: money(best.costs, currency),
      otherwise: money(combined.costs, currency),
    }
    return { promotion, because: 'exclusive_one_is_better', params }
  }
  return said ?? { promotion, because: 'gives_nothing', params: {} }
}

export function sumOf(amounts: readonly number[]): number {
  let sum = 0
  for (const amount of amounts) sum += amount
  return sum
}
