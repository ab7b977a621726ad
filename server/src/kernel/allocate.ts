import { assert, Fault } from './assert.ts'
import { money } from './money.ts'
import type { Money } from './money.ts'

/**
 * Splits m in proportion to the weights, one part for each, in their order. The parts always sum to m, and each is
 * within one minor unit of its exact share: the units that are left after rounding towards zero go to the largest
 * remainders, of equal ones to the earlier. A zero weight gets zero; weights that are all zero count as equal.
 * -m splits into the negated parts of m, so that a reversal cancels to the cent.
 * Faults when a weight is negative, or when there is money but nobody to give it to.
 */
export function allocate(m: Money, weights: readonly bigint[]): Money[] {
  return allocateWhole(m.amount, weights).map((amount) => money(amount, m.currency))
}

/** The same for whole numbers of anything. */
export function allocateWhole(amount: bigint, weights: readonly bigint[]): bigint[] {
  assert(weights.length > 0 || amount === 0n, 'nobody to allocate to')
  const total = totalOf(weights)
  return total === 0n ? split(amount, evenly(weights.length), BigInt(weights.length)) : split(amount, weights, total)
}

function totalOf(weights: readonly bigint[]): bigint {
  let total = 0n
  for (const weight of weights) {
    if (weight < 0n) throw new Fault(`negative weight: ${weight}`)
    total += weight
  }
  return total
}

function evenly(count: number): bigint[] {
  return new Array<bigint>(count).fill(1n)
}

function split(amount: bigint, weights: readonly bigint[], total: bigint): bigint[] {
  const parts: bigint[] = []
  const remainders: bigint[] = []
  let left = amount
  for (const weight of weights) {
    const product = amount * weight
    const part = product / total
    parts.push(part)
    remainders.push(product - part * total)
    left -= part
  }
  if (left !== 0n) handOut(parts, remainders, left)
  return parts
}

/** Adds the units that are left to the largest remainders. These are fewer than the parts with a remainder. */
function handOut(parts: bigint[], remainders: readonly bigint[], left: bigint): void {
  const unit = left < 0n ? -1n : 1n
  const order = remainders.map((_, index) => index)
  // The sort is stable, so equal remainders keep their order.
  order.sort((a, b) => bySize(remainders[a]! * unit, remainders[b]! * unit))
  for (let given = 0; given < Number(left * unit); given += 1) {
    const index = order[given]!
    parts[index] = parts[index]! + unit
  }
}

function bySize(a: bigint, b: bigint): number {
  if (a === b) return 0
  return a > b ? -1 : 1
}
