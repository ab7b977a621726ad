import type { PromotableLine } from './goods.ts'
import { timesDivided } from './whole-units.ts'

/** What so many units of a line still cost: all of them exactly what the line does. */
export function valueOf(left: number, units: number, unitsOfLine: number): number {
  return units === unitsOfLine ? left : timesDivided(left, units, unitsOfLine)
}

interface Orders {
  cheapest?: readonly number[]
  dearest?: readonly number[]
}

/** By what lines still cost, which many promotions are weighed from: they are put into order once for all of these. */
const orders = new WeakMap<readonly number[], Orders>()

/** Lines by what a unit costs, the cheapest first; of equal ones the earlier. */
export function cheapestFirst(lines: readonly PromotableLine[], left: readonly number[]): readonly number[] {
  const known = ordersOf(left)
  known.cheapest ??= sorted(lines, (a, b) => compareUnits(lines, left, a, b) || a - b)
  return known.cheapest
}

/** The dearest first; of equal ones the earlier. */
export function dearestFirst(lines: readonly PromotableLine[], left: readonly number[]): readonly number[] {
  const known = ordersOf(left)
  known.dearest ??= sorted(lines, (a, b) => compareUnits(lines, left, b, a) || a - b)
  return known.dearest
}

function ordersOf(left: readonly number[]): Orders {
  const known = orders.get(left)
  if (known) return known
  const made: Orders = {}
  orders.set(left, made)
  return made
}

function sorted(lines: readonly PromotableLine[], compare: (a: number, b: number) => number): number[] {
  return lines.map((_, index) => index).sort(compare)
}

function compareUnits(lines: readonly PromotableLine[], left: readonly number[], a: number, b: number): number {
  const [ofA, ofB] = [left[a]! * lines[b]!.units, left[b]! * lines[a]!.units]
  if (ofA <= Number.MAX_SAFE_INTEGER && ofB <= Number.MAX_SAFE_INTEGER) return ofA - ofB
  const difference = BigInt(left[a]!) * BigInt(lines[b]!.units) - BigInt(left[b]!) * BigInt(lines[a]!.units)
  return difference === 0n ? 0 : difference > 0n ? 1 : -1
}
