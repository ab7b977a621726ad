/**
 * The rules of promotions a second time, as plainly as can be: units one by one, fractions as pairs of bigint, every class
 * and every exclusive promotion tried and compared. It shares no code with the engine but the types and the kernel, and is
 * what random baskets are held against.
 */
import { allocate } from '../../../kernel/allocate.ts'
import { money } from '../../../kernel/money.ts'
import { applyRate, rateOf, type Percent } from '../../../kernel/rate.ts'
import type { PromotionScene } from '../domain/promotions/conditions.ts'
import type { PromotableLine } from '../domain/promotions/goods.ts'
import type { Amounts, Condition, GoodsSelector, Promotion } from '../domain/promotions/promotion.ts'

export interface NaiveOutcome {
  readonly applied: readonly { readonly code: string; readonly lines: readonly bigint[]; readonly delivery: bigint }[]
  readonly left: readonly bigint[]
  readonly delivery: bigint
}

interface State {
  readonly left: readonly bigint[]
  readonly delivery: bigint
}

type Gift = { readonly lines: bigint[]; readonly delivery: bigint }

export function naivePromotions(
  promotions: readonly Promotion[],
  scene: PromotionScene,
  deliveryFor: (goods: number) => number,
): NaiveOutcome {
  const eligible = promotions.filter((promotion) => meets(promotion, scene))
  const candidates = [
    eligible.filter((one) => !one.exclusive),
    ...ranked(eligible.filter((one) => one.exclusive)).map((one) => [one]),
  ]
  const outcomes = candidates.map((set) => runSet(set, scene, deliveryFor))
  return outcomes.reduce((best, next) => (costOf(next) < costOf(best) ? next : best))
}

const costOf = ({ left, delivery }: NaiveOutcome) => left.reduce((sum, one) => sum + one, delivery)

function ranked(promotions: readonly Promotion[]): Promotion[] {
  return [...promotions].sort((a, b) => b.priority - a.priority || (a.code < b.code ? -1 : 1))
}

function runSet(
  set: readonly Promotion[],
  scene: PromotionScene,
  deliveryFor: (goods: number) => number,
): NaiveOutcome {
  let state: State = { left: scene.lines.map((line) => BigInt(line.amount)), delivery: 0n }
  const applied: { code: string; lines: bigint[]; delivery: bigint }[] = []
  for (const stage of ['line', 'order', 'delivery']) {
    if (stage === 'delivery') {
      state = { ...state, delivery: BigInt(deliveryFor(Number(state.left.reduce((sum, one) => sum + one, 0n)))) }
    }
    const atStart = state
    const ofStage = ranked(set.filter(({ action: { kind } }) => stageName(kind) === stage))
    const winners = ofStage.filter((one) => {
      const own = worth(one, scene, atStart)
      if (own <= 0n) return false
      const rivals = ofStage.filter((other) => other !== one && other.stackingClass === one.stackingClass)
      return rivals.every((other) => {
        const theirs = worth(other, scene, atStart)
        return theirs < own || (theirs === own && ofStage.indexOf(one) < ofStage.indexOf(other))
      })
    })
    for (const winner of winners) {
      const gift = held(winner, scene, state)
      if (total(gift) === 0n) continue
      applied.push({ code: winner.code, ...gift })
      state = {
        left: state.left.map((one, index) => one - gift.lines[index]!),
        delivery: state.delivery - gift.delivery,
      }
    }
  }
  return { applied, ...state }
}

function stageName(kind: string): string {
  return kind.startsWith('order_') ? 'order' : kind.startsWith('delivery_') ? 'delivery' : 'line'
}

const total = ({ lines, delivery }: Gift) => lines.reduce((sum, one) => sum + one, delivery)
const worth = (promotion: Promotion, scene: PromotionScene, state: State) => total(held(promotion, scene, state))

function isMeant(line: PromotableLine, selector: GoodsSelector | undefined): boolean {
  if (line.closed) return false
  if (!selector) return true
  const { except, notReduced, ...lists } = selector
  if (notReduced && line.reduced) return false
  const hit = (wanted: Omit<GoodsSelector, 'except' | 'notReduced'>) =>
    wanted.products?.includes(line.product) ||
    wanted.variants?.includes(line.variant) ||
    (line.brand !== undefined && wanted.brands?.includes(line.brand)) ||
    line.categories.some((one) => wanted.categories?.includes(one)) ||
    line.labels.some((one) => wanted.labels?.includes(one)) ||
    line.collections.some((one) => wanted.collections?.includes(one))
  if (Object.values(lists).some((list) => list !== undefined) && !hit(lists)) return false
  return !(except && Object.values(except).some((list) => list !== undefined) && hit(except))
}

function meets(promotion: Promotion, scene: PromotionScene): boolean {
  const { from, until, coupons, limits } = promotion
  if (from && scene.now.getTime() < from.getTime()) return false
  if (until && scene.now.getTime() >= until.getTime()) return false
  if (coupons && !coupons.some((code) => scene.coupons.some((one) => one.trim().toLowerCase() === code.toLowerCase())))
    return false
  if ((limits?.uses ?? 1) <= 0 || (limits?.usesOfCustomer ?? 1) <= 0 || (limits?.budget?.amount ?? 1n) <= 0n)
    return false
  return promotion.conditions.every((condition) => holds(condition, scene))
}

function holds(condition: Condition, scene: PromotionScene): boolean {
  const ofGoods = (goods?: GoodsSelector) => scene.lines.filter((line) => isMeant(line, goods))
  const subtotal = (goods?: GoodsSelector) => ofGoods(goods).reduce((sum, line) => sum + BigInt(line.amount), 0n)
  switch (condition.kind) {
    case 'subtotal_at_least': {
      const limit = of(condition.amounts, scene)
      return limit !== undefined && subtotal(condition.goods) >= limit
    }
    case 'subtotal_at_most': {
      const limit = of(condition.amounts, scene)
      return limit !== undefined && subtotal(condition.goods) <= limit
    }
    case 'units_at_least':
      return ofGoods(condition.goods).reduce((sum, line) => sum + line.units, 0) >= condition.units
    case 'customer_group':
      return condition.groups.some((group) => scene.customerGroups.includes(group))
    case 'nth_order':
      return scene.nthOrder !== undefined && condition.orders.includes(scene.nthOrder)
    case 'channel':
      return condition.channels.includes(scene.channel)
    case 'market':
      return condition.markets.includes(scene.market)
    case 'country':
      return condition.countries.includes(scene.country)
    case 'delivery_method':
      return scene.deliveryMethod !== undefined && condition.methods.includes(scene.deliveryMethod)
  }
}

const of = (amounts: Amounts, { currency }: PromotionScene) => amounts.find((one) => one.currency === currency)?.amount

/** Units one by one, cheapest first; of equal ones the earlier line. */
interface Unit {
  readonly line: number
  /** What it costs, as a fraction. */
  readonly left: bigint
  readonly of: bigint
}

function unitsOf(scene: PromotionScene, { left }: State, goods: GoodsSelector | undefined): Unit[] {
  return scene.lines.flatMap((line, index) =>
    isMeant(line, goods)
      ? new Array<Unit>(line.units).fill({ line: index, left: left[index]!, of: BigInt(line.units) })
      : [],
  )
}

function sorted(units: readonly Unit[], way: 'cheapest' | 'dearest'): Unit[] {
  return [...units].sort((a, b) => {
    const difference = a.left * b.of - b.left * a.of
    const sign = difference === 0n ? 0 : difference > 0n ? 1 : -1
    return (way === 'cheapest' ? sign : -sign) || a.line - b.line
  })
}

/** What chosen units cost, line by line: together exactly the line when all of it is chosen. */
function values(units: readonly Unit[], { left }: State, { lines }: PromotionScene): bigint[] {
  return lines.map((line, index) => {
    const chosen = BigInt(units.filter((unit) => unit.line === index).length)
    return (left[index]! * chosen) / BigInt(line.units)
  })
}

const part = (amount: bigint, percent: Percent) => applyRate(money(amount, 'EUR'), rateOf(percent), 'half_up').amount
const least = (a: bigint, b: bigint) => (a < b ? a : b)
const spread = (amount: bigint, weights: readonly bigint[]) =>
  allocate(money(amount, 'EUR'), weights).map((one) => one.amount)

function wanted({ action }: Promotion, scene: PromotionScene, state: State): Gift {
  const nothing: Gift = { lines: scene.lines.map(() => 0n), delivery: 0n }
  const onLines = (lines: bigint[]): Gift => ({ lines, delivery: 0n })
  const each = (goods: GoodsSelector | undefined, give: (left: bigint) => bigint) =>
    scene.lines.map((line, index) => (isMeant(line, goods) ? give(state.left[index]!) : 0n))
  switch (action.kind) {
    case 'line_percent':
    case 'order_percent':
      return onLines(each(action.goods, (left) => part(left, action.percent)))
    case 'line_amount': {
      const amount = of(action.amounts, scene)
      return amount === undefined ? nothing : onLines(each(action.goods, (left) => least(left, amount)))
    }
    case 'unit_amount': {
      const amount = of(action.amounts, scene)
      if (amount === undefined) return nothing
      const chosen = sorted(unitsOf(scene, state, action.goods), 'dearest').slice(0, action.units)
      return onLines(
        values(chosen, state, scene).map((value, index) =>
          least(value, amount * BigInt(chosen.filter((unit) => unit.line === index).length)),
        ),
      )
    }
    case 'cheapest': {
      const chosen = sorted(unitsOf(scene, state, action.goods), 'cheapest').slice(0, action.units)
      return onLines(values(chosen, state, scene).map((value) => part(value, action.percent)))
    }
    case 'gift': {
      const chosen = sorted(unitsOf(scene, state, { variants: [action.variant] }), 'dearest').slice(0, action.units)
      return onLines(values(chosen, state, scene))
    }
    case 'buy_get': {
      const chosen = givenUnits(action, scene, state)
      return onLines(values(chosen, state, scene).map((value) => part(value, action.percent)))
    }
    case 'group_price': {
      const price = of(action.amounts, scene)
      if (price === undefined) return nothing
      const units = sorted(unitsOf(scene, state, action.goods), 'dearest')
      let best: { saved: bigint; values: bigint[] } = { saved: 0n, values: [] }
      for (let sets = 1; sets * action.units <= units.length && sets <= (action.times ?? Infinity); sets += 1) {
        const worthOfSets = values(units.slice(0, sets * action.units), state, scene)
        const saved = worthOfSets.reduce((sum, one) => sum + one, 0n) - price * BigInt(sets)
        // As the rule says: the dearest units form sets as long as a further set still saves.
        if (saved <= best.saved) break
        best = { saved, values: worthOfSets }
      }
      return best.saved === 0n ? nothing : onLines(spread(best.saved, best.values))
    }
    case 'order_amount':
      return onLines(together(action.goods, of(action.amounts, scene)))
    case 'order_tiers': {
      const lines = scene.lines.filter((line) => isMeant(line, action.goods))
      const reached = action.tiers.filter(({ from }) => {
        if (typeof from === 'number') return lines.reduce((sum, line) => sum + line.units, 0) >= from
        const limit = of(from, scene)
        return limit !== undefined && lines.reduce((sum, line) => sum + BigInt(line.amount), 0n) >= limit
      })
      const tier = reached.at(-1)
      if (!tier) return nothing
      const { off } = tier
      if ('percent' in off) return onLines(each(action.goods, (left) => part(left, off.percent)))
      return onLines(together(action.goods, of(off.amounts, scene)))
    }
    case 'delivery_percent':
      return { ...nothing, delivery: part(state.delivery, action.percent) }
    case 'delivery_amount':
      return { ...nothing, delivery: least(state.delivery, of(action.amounts, scene) ?? 0n) }
  }

  function together(goods: GoodsSelector | undefined, amount: bigint | undefined): bigint[] {
    const weights = each(goods, (left) => left)
    const sum = weights.reduce((all, one) => all + one, 0n)
    return sum === 0n || amount === undefined ? weights.map(() => 0n) : spread(least(sum, amount), weights)
  }
}

/** Tries every number of sets from the largest down; a unit is given when those that stay can still be bought for all sets. */
function givenUnits(action: Promotion['action'] & { kind: 'buy_get' }, scene: PromotionScene, state: State): Unit[] {
  const bought = unitsOf(scene, state, action.goods)
  const givable = sorted(unitsOf(scene, state, action.getGoods ?? action.goods), 'cheapest')
  const isBought = (unit: Unit) => isMeant(scene.lines[unit.line]!, action.goods)
  const most = Math.min(action.times ?? Infinity, bought.length)
  for (let sets = most; sets >= 1; sets -= 1) {
    const given: Unit[] = []
    let stay = bought.length
    for (const unit of givable) {
      if (given.length === sets * action.get) break
      if (isBought(unit) && stay - 1 < sets * action.buy) continue
      if (isBought(unit)) stay -= 1
      given.push(unit)
    }
    if (given.length === sets * action.get && stay >= sets * action.buy) return given
  }
  return []
}

function held(promotion: Promotion, scene: PromotionScene, state: State): Gift {
  const gift = wanted(promotion, scene, state)
  let lines = gift.lines.map((one, index) => {
    const room = state.left[index]! - BigInt(scene.lines[index]!.floor)
    return least(one, room > 0n ? room : 0n)
  })
  let { delivery } = gift
  const { budget } = promotion.limits ?? {}
  const limits = [
    promotion.cap && of(promotion.cap, scene),
    budget && budget.currency === scene.currency ? budget.amount : undefined,
  ]
  for (const limit of limits) {
    if (limit === undefined || total({ lines, delivery }) <= limit) continue
    const shared = spread(limit, [...lines, delivery])
    delivery = shared.at(-1)!
    lines = shared.slice(0, -1)
  }
  return { lines, delivery }
}
