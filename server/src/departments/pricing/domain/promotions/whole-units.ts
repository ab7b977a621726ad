import { allocateWhole } from '../../../../kernel/allocate.ts'

/**
 * Amounts inside the engine are whole minor units as numbers, exact up to 2^53: a basket under fifty promotions is some
 * thousand multiplications, and each costs a twentieth of what it does with bigint. What could grow larger on the way goes
 * through bigint; what comes in or goes out is Money.
 */
export function timesDivided(amount: number, numerator: number, denominator: number): number {
  const product = amount * numerator
  if (product > Number.MAX_SAFE_INTEGER) {
    return Number((BigInt(amount) * BigInt(numerator)) / BigInt(denominator))
  }
  // A quotient just under a whole number may round up to it: the remainder tells.
  const quotient = Math.floor(product / denominator)
  return quotient * denominator > product ? quotient - 1 : quotient
}

/** amount x numerator / denominator, half up; nothing of it is negative. */
export function timesRounded(amount: number, numerator: number, denominator: number): number {
  const product = amount * numerator
  if (2 * product + denominator > Number.MAX_SAFE_INTEGER) {
    const [a, n, d] = [BigInt(amount), BigInt(numerator), BigInt(denominator)]
    return Number((2n * a * n + d) / (2n * d))
  }
  return timesDivided(2 * product + denominator, 1, 2 * denominator)
}

const MILLION = 1_000_000

/** So many parts per million of an amount, half up. */
export function shareOf(amount: number, ppm: number): number {
  return timesRounded(amount, ppm, MILLION)
}

/**
 * Splits a total in proportion to weights, none of them negative and not all zero: parts sum to the total, what is left after
 * rounding down goes to the largest remainders, of equal ones to the earlier.
 */
export function splitByWeight(total: number, weights: readonly number[]): number[] {
  let sum = 0
  let heaviest = 0
  for (const weight of weights) {
    sum += weight
    if (weight > heaviest) heaviest = weight
  }
  if (sum === 0) return weights.map(() => 0)
  if (total * heaviest > Number.MAX_SAFE_INTEGER) return splitWide(total, weights)
  const parts: number[] = []
  const remainders: number[] = []
  let left = total
  for (const weight of weights) {
    const part = timesDivided(total, weight, sum)
    parts.push(part)
    remainders.push(total * weight - part * sum)
    left -= part
  }
  if (left > FEW) {
    const order = remainders.map((_, index) => index).sort((a, b) => remainders[b]! - remainders[a]! || a - b)
    for (const index of order.slice(0, left)) parts[index]! += 1
    return parts
  }
  for (; left > 0; left -= 1) {
    const largest = largestOf(remainders)
    parts[largest]! += 1
    remainders[largest] = 0
  }
  return parts
}

/** So many of the largest are found quicker one by one than by putting all into order. */
const FEW = 32

/** Of equal ones the first. */
function largestOf(amounts: readonly number[]): number {
  let largest = 0
  for (let index = 1; index < amounts.length; index += 1) if (amounts[index]! > amounts[largest]!) largest = index
  return largest
}

/** The same where products no longer fit into a number. */
function splitWide(total: number, weights: readonly number[]): number[] {
  return allocateWhole(
    BigInt(total),
    weights.map((weight) => BigInt(weight)),
  ).map(Number)
}
