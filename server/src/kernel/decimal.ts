import { Fault } from './assert.ts'

/** An exact decimal: `value` / 10^`scale`. */
export interface Decimal {
  readonly value: bigint
  readonly scale: number
}

// Long enough for any price or weight; short enough that hostile input cannot make BigInt work hard.
const longestDigits = 30
const pattern = /^([+-]?)([0-9]+)(?:\.([0-9]+))?$/

/**
 * "-12.340" as { value: -12340n, scale: 3 }: a sign or none, digits, a point and digits or none; nothing else, no
 * blanks, no exponent, at most 30 digits. `undefined` for any other text. The scale is as written.
 */
export function parseExactDecimal(text: string): Decimal | undefined {
  const match = pattern.exec(text)
  if (!match) return undefined
  const [, sign, whole = '', fraction = ''] = match
  if (whole.length + fraction.length > longestDigits) return undefined
  const magnitude = BigInt(whole + fraction)
  return { value: sign === '-' ? -magnitude : magnitude, scale: fraction.length }
}

/** { value: -12340n, scale: 3 } as "-12.340": always `scale` decimals. */
export function decimalText(value: bigint, scale: number): string {
  const sign = value < 0n ? '-' : ''
  const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, '0')
  if (scale === 0) return sign + digits
  const point = digits.length - scale
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
}

/** The same decimal with the smallest scale that holds it: 1.500 becomes 1.5. */
export function shortestDecimal(decimal: Decimal): Decimal {
  let { value, scale } = decimal
  while (scale > 0 && value % 10n === 0n) {
    value /= 10n
    scale -= 1
  }
  return scale === decimal.scale ? decimal : { value, scale }
}

const powers: readonly bigint[] = Array.from({ length: 64 }, (_, exponent) => 10n ** BigInt(exponent))

/** 10^exponent for 0 <= exponent < 64; faults outside. */
export function tenTo(exponent: number): bigint {
  const power = powers[exponent]
  if (power === undefined) throw new Fault(`no power of ten for ${exponent}`)
  return power
}
