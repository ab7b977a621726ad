import { unreachable } from '../../../../kernel/assert.ts'
import { amountIn, otherCurrency, type Failure, type PromotionScene } from './conditions.ts'
import { matcherOf, type PromotableLine } from './goods.ts'
import type { Action, GoodsSelector, Off, Tier } from './promotion.ts'
import { cheapestFirst, dearestFirst, valueOf } from './units.ts'
import { shareOf } from './whole-units.ts'

/** What a basket still costs while promotions are taken off it, one after the other. */
export interface Standing {
  /** For each line. */
  readonly left: readonly number[]
  readonly delivery: number
}

/** What is wanted of each line and of the delivery: `shared` of it, in proportion, where that is said, else all of it. */
export interface Wanted {
  readonly lines: number[]
  readonly delivery: number
  readonly shared?: number
}

/** What an action would take if nothing held it back, or why that is nothing. */
export function wantedBy(action: Action, scene: PromotionScene, standing: Standing): Wanted | Failure {
  const { currency } = scene
  switch (action.kind) {
    case 'line_percent':
    case 'order_percent':
      return percentOfEach(action.goods, scene, standing, ppmOf(action))
    case 'line_amount': {
      const amount = amountIn(action.amounts, currency)
      if (amount === undefined) return otherCurrency(currency)
      const lines = leftOf(action.goods, scene, standing)
      for (let index = 0; index < lines.length; index += 1) lines[index] = Math.min(lines[index]!, amount)
      return { lines, delivery: 0 }
    }
    case 'unit_amount':
      return unitAmount(action, scene, standing)
    case 'cheapest': {
      const taken = takeUnits(cheapestFirst(scene.lines, standing.left), scene, matcherOf(action.goods), action.units)
      return percentOf(taken, scene, standing, ppmOf(action))
    }
    case 'buy_get':
      return buyGet(action, scene, standing)
    case 'group_price':
      return groupPrice(action, scene, standing)
    case 'gift': {
      const { variant, units } = action
      const isMeant = (line: PromotableLine): boolean => line.variant === variant && !line.closed
      if (!scene.lines.some(isMeant)) return { because: 'gift_not_in_basket', params: { variant } }
      const taken = takeUnits(dearestFirst(scene.lines, standing.left), scene, isMeant, units)
      return percentOf(taken, scene, standing, WHOLE)
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

/** What each line that is meant still costs, and nothing for the others. */
function leftOf(goods: GoodsSelector | undefined, { lines }: PromotionScene, { left }: Standing): number[] {
  const isMeant = matcherOf(goods)
  const parts: number[] = []
  for (let index = 0; index < lines.length; index += 1) parts.push(isMeant(lines[index]!) ? left[index]! : 0)
  return parts
}

function percentOfEach(
  goods: GoodsSelector | undefined,
  scene: PromotionScene,
  standing: Standing,
  ppm: number,
): Wanted {
  const lines = leftOf(goods, scene, standing)
  for (let index = 0; index < lines.length; index += 1) lines[index] = shareOf(lines[index]!, ppm)
  return { lines, delivery: 0 }
}

/** The first so many units of those that are meant, in this order of the lines: how many of each line. */
function takeUnits(
  order: readonly number[],
  { lines }: PromotionScene,
  isMeant: (line: PromotableLine) => boolean,
  wanted: number,
): number[] {
  const taken = new Array<number>(lines.length).fill(0)
  let missing = wanted
  for (const index of order) {
    if (missing <= 0) break
    const line = lines[index]!
    if (!isMeant(line)) continue
    taken[index] = Math.min(line.units, missing)
    missing -= taken[index]
  }
  return taken
}

function percentOf(taken: readonly number[], { lines }: PromotionScene, { left }: Standing, ppm: number): Wanted {
  const parts = taken.map((units, index) =>
    units === 0 ? 0 : shareOf(valueOf(left[index]!, units, lines[index]!.units), ppm),
  )
  return { lines: parts, delivery: 0 }
}

function unitAmount(
  { amounts, goods, units: most }: Action & { kind: 'unit_amount' },
  scene: PromotionScene,
  { left }: Standing,
): Wanted | Failure {
  const amount = amountIn(amounts, scene.currency)
  if (amount === undefined) return otherCurrency(scene.currency)
  const taken = takeUnits(dearestFirst(scene.lines, left), scene, matcherOf(goods), most ?? Infinity)
  const lines = taken.map((units, index) =>
    units === 0 ? 0 : Math.min(amount * units, valueOf(left[index]!, units, scene.lines[index]!.units)),
  )
  return { lines, delivery: 0 }
}

/**
 * The cheapest units that may be had for less are given, as long as those that are left still pay for them: a unit is either
 * bought or given, never both.
 */
function buyGet(action: Action & { kind: 'buy_get' }, scene: PromotionScene, standing: Standing): Wanted | Failure {
  const isBought = matcherOf(action.goods)
  const isGiven = matcherOf(action.getGoods ?? action.goods)
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
  const taken = new Array<number>(scene.lines.length).fill(0)
  let missing = sets * action.get
  let spare = count.bought + count.both - sets * action.buy
  for (const index of cheapestFirst(scene.lines, standing.left)) {
    if (missing <= 0) break
    const line = scene.lines[index]!
    if (!isGiven(line)) continue
    const isOfBoth = isBought(line)
    const units = Math.min(line.units, missing, isOfBoth ? spare : Infinity)
    if (units <= 0) continue
    if (isOfBoth) spare -= units
    missing -= units
    taken[index] = units
  }
  return percentOf(taken, scene, standing, ppmOf(action))
}

/** The dearest units form the sets, as long as a set costs more than its price. */
function groupPrice(
  action: Action & { kind: 'group_price' },
  scene: PromotionScene,
  { left }: Standing,
): Wanted | Failure {
  const price = amountIn(action.amounts, scene.currency)
  if (price === undefined) return otherCurrency(scene.currency)
  const isMeant = matcherOf(action.goods)
  const order = dearestFirst(scene.lines, left).filter((index) => isMeant(scene.lines[index]!))
  const have = order.reduce((sum, index) => sum + scene.lines[index]!.units, 0)
  const most = Math.min(Math.floor(have / action.units), action.times ?? Infinity)
  if (most < 1) return { because: 'set_not_complete', params: { units: action.units, have } }
  let best = { sets: 0, saved: 0 }
  const worth = worthOfDearest(order, scene, left)
  for (let sets = 1; sets <= most; sets += 1) {
    const saved = worth(sets * action.units) - sets * price
    if (saved <= best.saved) break
    best = { sets, saved }
  }
  if (best.saved === 0) return { lines: noLines(scene), delivery: 0 }
  const taken = takeUnits(order, scene, () => true, best.sets * action.units)
  const values = taken.map((units, index) =>
    units === 0 ? 0 : valueOf(left[index]!, units, scene.lines[index]!.units),
  )
  return { lines: values, delivery: 0, shared: best.saved }
}

/** What the first so many units of an order of lines cost; asked of more and more. */
function worthOfDearest(
  order: readonly number[],
  { lines }: PromotionScene,
  left: readonly number[],
): (units: number) => number {
  const before = { at: 0, units: 0, worth: 0 }
  return (units) => {
    for (; before.at < order.length; before.at += 1) {
      const index = order[before.at]!
      const missing = units - before.units
      const ofLine = lines[index]!.units
      if (ofLine > missing) return before.worth + valueOf(left[index]!, missing, ofLine)
      before.units += ofLine
      before.worth += left[index]!
    }
    return before.worth
  }
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
): Wanted | Failure {
  if ('percent' in off) return percentOfEach(goods, scene, standing, ppmOf(off))
  const amount = amountIn(off.amounts, scene.currency)
  if (amount === undefined) return otherCurrency(scene.currency)
  const lines = leftOf(goods, scene, standing)
  let sum = 0
  for (const left of lines) sum += left
  return { lines, delivery: 0, shared: Math.min(sum, amount) }
}
