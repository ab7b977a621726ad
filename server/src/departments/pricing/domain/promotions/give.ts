import { unreachable } from '../../../../kernel/assert.ts'
import { amountIn, otherCurrency, type Failure, type PromotionScene } from './conditions.ts'
import { matcherOf, type PromotableLine } from './goods.ts'
import type { Action, GoodsSelector, Off, Promotion, Tier } from './promotion.ts'
import { cheapestFirst, dearestFirst, takeUnits, valueOf, type UnitsOfLine } from './units.ts'
import { shareOf, splitByWeight } from './whole-units.ts'

/** What a basket still costs while promotions are taken off it, one after the other. */
export interface Standing {
  /** For each line. */
  readonly left: readonly number[]
  readonly delivery: number
}

/** What one promotion gives: for each line, and on the delivery. Nothing is negative, nor more than what is left. */
export interface Gift {
  readonly lines: readonly number[]
  readonly delivery: number
  readonly total: number
  /** It would have given more, had a cap, a budget or the floor price of a line allowed it. */
  readonly held: 'cap' | 'budget' | 'floor' | undefined
}

type Parts = { readonly lines: number[]; readonly delivery: number }

/** What a promotion would give now, or why that is nothing. Its conditions are met already. */
export function giveOf(promotion: Promotion, scene: PromotionScene, standing: Standing): Gift | Failure {
  const wanted = wantedBy(promotion.action, scene, standing)
  if ('because' in wanted) return wanted
  const held = holdBack(promotion, scene, standing, wanted)
  return held.total > 0 ? held : { because: 'gives_nothing', params: {} }
}

function wantedBy(action: Action, scene: PromotionScene, standing: Standing): Parts | Failure {
  const { currency } = scene
  switch (action.kind) {
    case 'line_percent':
    case 'order_percent':
      return onEach(action.goods, scene, standing, (left) => shareOf(left, ppmOf(action)))
    case 'line_amount': {
      const amount = amountIn(action.amounts, currency)
      if (amount === undefined) return otherCurrency(currency)
      return onEach(action.goods, scene, standing, (left) => Math.min(left, amount))
    }
    case 'unit_amount':
      return unitAmount(action, scene, standing)
    case 'cheapest': {
      const taken = takeUnits(meant(action.goods, scene, standing).sort(cheapestFirst), action.units)
      return percentOf(taken, ppmOf(action), scene)
    }
    case 'buy_get':
      return buyGet(action, scene, standing)
    case 'group_price':
      return groupPrice(action, scene, standing)
    case 'gift': {
      const lying = meant({ variants: [action.variant] }, scene, standing)
      if (lying.length === 0) return { because: 'gift_not_in_basket', params: { variant: action.variant } }
      return percentOf(takeUnits(lying.sort(dearestFirst), action.units), WHOLE, scene)
    }
    case 'order_amount':
      return together(action.goods, scene, standing, { amounts: action.amounts })
    case 'order_tiers': {
      const tier = tierReached(action, scene)
      return 'because' in tier ? tier : together(action.goods, scene, standing, tier.off)
    }
    case 'delivery_percent':
      return { lines: noLines(scene), delivery: shareOf(standing.delivery, ppmOf(action)) }
    case 'delivery_amount': {
      const amount = amountIn(action.amounts, currency)
      if (amount === undefined) return otherCurrency(currency)
      return { lines: noLines(scene), delivery: Math.min(standing.delivery, amount) }
    }
    default:
      return unreachable(action)
  }
}

const WHOLE = 1_000_000
const ppmOf = ({ percent }: { readonly percent: { readonly ppm: bigint } }) => Number(percent.ppm)
const noLines = ({ lines }: PromotionScene): number[] => new Array<number>(lines.length).fill(0)

function onEach(
  goods: GoodsSelector | undefined,
  { lines }: PromotionScene,
  { left }: Standing,
  give: (left: number) => number,
): Parts {
  const isMeant = matcherOf(goods)
  const parts: number[] = []
  for (let index = 0; index < lines.length; index += 1) parts.push(isMeant(lines[index]!) ? give(left[index]!) : 0)
  return { lines: parts, delivery: 0 }
}

function meant(goods: GoodsSelector | undefined, scene: PromotionScene, standing: Standing): UnitsOfLine[] {
  return unitsWhere(matcherOf(goods), scene, standing)
}

function unitsWhere(
  isMeant: (line: PromotableLine) => boolean,
  { lines }: PromotionScene,
  { left }: Standing,
): UnitsOfLine[] {
  const found: UnitsOfLine[] = []
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index]!
    if (isMeant(line)) found.push({ index, units: line.units, left: left[index]!, unitsOfLine: line.units })
  }
  return found
}

function percentOf(taken: readonly UnitsOfLine[], ppm: number, scene: PromotionScene): Parts {
  const lines = noLines(scene)
  for (const { index, units, left, unitsOfLine } of taken)
    lines[index] = shareOf(valueOf(left, units, unitsOfLine), ppm)
  return { lines, delivery: 0 }
}

function unitAmount(
  { amounts, goods, units: most }: Action & { kind: 'unit_amount' },
  scene: PromotionScene,
  standing: Standing,
): Parts | Failure {
  const amount = amountIn(amounts, scene.currency)
  if (amount === undefined) return otherCurrency(scene.currency)
  const lines = noLines(scene)
  for (const { index, units, left, unitsOfLine } of takeUnits(
    meant(goods, scene, standing).sort(dearestFirst),
    most ?? Infinity,
  )) {
    lines[index] = Math.min(amount * units, valueOf(left, units, unitsOfLine))
  }
  return { lines, delivery: 0 }
}

/**
 * The cheapest units that may be had for less are given, as long as those that are left still pay for them: a unit is either
 * bought or given, never both.
 */
function buyGet(action: Action & { kind: 'buy_get' }, scene: PromotionScene, standing: Standing): Parts | Failure {
  const isBought = matcherOf(action.goods)
  const isGiven = matcherOf(action.getGoods ?? action.goods)
  const givable = unitsWhere(isGiven, scene, standing).sort(cheapestFirst)
  const count = { bought: 0, given: 0, both: 0 }
  for (const line of scene.lines) {
    const [buys, gets] = [isBought(line), isGiven(line)]
    if (buys && gets) count.both += line.units
    else if (buys) count.bought += line.units
    else if (gets) count.given += line.units
  }
  const all = count.bought + count.given + count.both
  const sets = Math.min(
    Math.floor(all / (action.buy + action.get)),
    Math.floor((count.bought + count.both) / action.buy),
    Math.floor((count.given + count.both) / action.get),
    action.times ?? Infinity,
  )
  if (sets < 1) {
    const needed = action.buy + action.get
    return { because: 'set_not_complete', params: { buy: action.buy, get: action.get, units: needed, have: all } }
  }
  const taken: UnitsOfLine[] = []
  let missing = sets * action.get
  let spare = count.bought + count.both - sets * action.buy
  for (const one of givable) {
    const isOfBoth = isBought(scene.lines[one.index]!)
    const units = Math.min(one.units, missing, isOfBoth ? spare : Infinity)
    if (units <= 0) continue
    if (isOfBoth) spare -= units
    missing -= units
    taken.push({ ...one, units })
  }
  return percentOf(taken, ppmOf(action), scene)
}

/** The dearest units form the sets, as long as a set costs more than its price. */
function groupPrice(
  action: Action & { kind: 'group_price' },
  scene: PromotionScene,
  standing: Standing,
): Parts | Failure {
  const price = amountIn(action.amounts, scene.currency)
  if (price === undefined) return otherCurrency(scene.currency)
  const lying = meant(action.goods, scene, standing).sort(dearestFirst)
  const have = lying.reduce((sum, { units }) => sum + units, 0)
  const most = Math.min(Math.floor(have / action.units), action.times ?? Infinity)
  if (most < 1) return { because: 'set_not_complete', params: { units: action.units, have } }
  let best = { saved: 0, values: noLines(scene) }
  for (let sets = 1; sets <= most; sets += 1) {
    const values = noLines(scene)
    let worth = 0
    for (const { index, units, left, unitsOfLine } of takeUnits(lying, sets * action.units)) {
      values[index] = valueOf(left, units, unitsOfLine)
      worth += values[index]
    }
    const saved = worth - sets * price
    if (saved <= best.saved) break
    best = { saved, values }
  }
  return { lines: best.saved > 0 ? splitByWeight(best.saved, best.values) : best.values, delivery: 0 }
}

function tierReached({ tiers, goods }: Action & { kind: 'order_tiers' }, scene: PromotionScene): Tier | Failure {
  const isMeant = matcherOf(goods)
  let [units, amount] = [0, 0]
  for (const line of scene.lines) {
    if (!isMeant(line)) continue
    units += line.units
    amount += line.amount
  }
  // The last that is reached: tiers rise (check-promotion.ts).
  const reached = tiers.findLast(({ from }) => {
    if (typeof from === 'number') return units >= from
    const least = amountIn(from, scene.currency)
    return least !== undefined && amount >= least
  })
  return reached ?? { because: 'no_tier_reached', params: { units } }
}

/** Off what goods cost together: the lines bear it in proportion. */
function together(
  goods: GoodsSelector | undefined,
  scene: PromotionScene,
  standing: Standing,
  off: Off,
): Parts | Failure {
  if ('percent' in off) return onEach(goods, scene, standing, (left) => shareOf(left, ppmOf(off)))
  const amount = amountIn(off.amounts, scene.currency)
  if (amount === undefined) return otherCurrency(scene.currency)
  const weights = onEach(goods, scene, standing, (left) => left).lines
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return { lines: sum === 0 ? weights : splitByWeight(Math.min(sum, amount), weights), delivery: 0 }
}

/** Floors first, for they are each line's own; then cap and budget, which the lines share in proportion. */
function holdBack({ cap, limits }: Promotion, scene: PromotionScene, { left }: Standing, wanted: Parts): Gift {
  let held: Gift['held']
  let { lines, delivery } = wanted
  let total = delivery
  for (let index = 0; index < lines.length; index += 1) {
    const most = Math.max(0, left[index]! - scene.lines[index]!.floor)
    if (lines[index]! > most) {
      held = 'floor'
      lines[index] = most
    }
    total += lines[index]!
  }
  const budget = limits?.budget
  if (!cap && !budget) return { lines, delivery, total, held }
  for (const [why, most] of [
    ['cap', cap && amountIn(cap, scene.currency)],
    ['budget', budget?.currency === scene.currency ? Number(budget.amount) : undefined],
  ] as const) {
    if (most === undefined || total <= most) continue
    held = why
    const shared = splitByWeight(most, [...lines, delivery])
    delivery = shared.pop() ?? 0
    lines = shared
    total = most
  }
  return { lines, delivery, total, held }
}
