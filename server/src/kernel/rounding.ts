import { Fault, unreachable } from './assert.ts'

/**
 * How a division becomes whole. All five treat the sign alike, so that a refund mirrors its sale to the cent:
 * `half_up` ties away from zero, `half_down` ties towards zero, `half_even` ties to the even neighbour,
 * `up` always away from zero, `down` always towards zero.
 */
export type Rounding = 'half_up' | 'half_even' | 'half_down' | 'up' | 'down'

/** numerator / denominator as a whole number, rounded as told. Faults when the denominator is zero. */
export function divideRounded(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  if (denominator === 0n) throw new Fault('division by zero')
  const quotient = numerator / denominator
  const remainder = numerator % denominator
  if (remainder === 0n || rounding === 'down') return quotient
  if (!leavesZero(quotient, remainder, denominator, rounding)) return quotient
  return numerator < 0n === denominator < 0n ? quotient + 1n : quotient - 1n
}

function leavesZero(quotient: bigint, remainder: bigint, denominator: bigint, rounding: Rounding): boolean {
  if (rounding === 'up') return true
  const twice = 2n * (remainder < 0n ? -remainder : remainder)
  const whole = denominator < 0n ? -denominator : denominator
  if (twice !== whole) return twice > whole
  switch (rounding) {
    case 'half_up':
      return true
    case 'half_down':
    case 'down':
      return false
    case 'half_even':
      return quotient % 2n !== 0n
    default:
      return unreachable(rounding)
  }
}
