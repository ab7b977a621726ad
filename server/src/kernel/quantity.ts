import { assert } from './assert.ts'
import { decimalText, parseExactDecimal, shortestDecimal, tenTo } from './decimal.ts'

type Dimension = 'count' | 'mass' | 'volume' | 'length'

/** Each unit as 10^exponent of its dimension's smallest. All are powers of ten, so every conversion is exact. */
const units = {
  piece: { dimension: 'count', exponent: 0 },
  g: { dimension: 'mass', exponent: 0 },
  kg: { dimension: 'mass', exponent: 3 },
  ml: { dimension: 'volume', exponent: 0 },
  l: { dimension: 'volume', exponent: 3 },
  mm: { dimension: 'length', exponent: 0 },
  cm: { dimension: 'length', exponent: 1 },
  m: { dimension: 'length', exponent: 3 },
} as const satisfies Record<string, { readonly dimension: Dimension; readonly exponent: number }>

export type Unit = keyof typeof units

/** How much: `value` / 10^`scale` of `unit`, with the smallest scale that holds it, so equal ones look equal. Frozen. */
export interface Quantity {
  readonly value: bigint
  readonly scale: number
  readonly unit: Unit
}

/** Far finer than any scale of a shop; beyond it a quantity is a mistake. */
const finestScale = 12

export function isUnit(text: string): text is Unit {
  return Object.hasOwn(units, text)
}

/** `value` / 10^`scale` of `unit`: quantity(15n, 1, 'kg') is 1.5 kg. Faults for a part of a piece, or a scale over 12. */
export function quantity(value: bigint, scale: number, unit: Unit): Quantity {
  assert(Number.isInteger(scale) && scale >= 0, `not a scale: ${scale}`)
  const shortest = shortestDecimal({ value, scale })
  assert(shortest.scale <= finestScale, `finer than ${finestScale} decimals`)
  assert(unit !== 'piece' || shortest.scale === 0, 'a piece has no parts')
  return Object.freeze({ value: shortest.value, scale: shortest.scale, unit })
}

/** n pieces. Faults for a number that is not a safe integer. */
export function pieces(n: bigint | number): Quantity {
  assert(typeof n === 'bigint' || Number.isSafeInteger(n), `not a whole number of pieces: ${n}`)
  return quantity(BigInt(n), 0, 'piece')
}

/** "1.5" of 'kg'; `undefined` when it is no decimal, is finer than 12 decimals, or is a part of a piece. */
export function parseQuantity(text: string, unit: Unit): Quantity | undefined {
  const decimal = parseExactDecimal(text)
  if (!decimal) return undefined
  const { value, scale } = shortestDecimal(decimal)
  if (scale > finestScale || (unit === 'piece' && scale > 0)) return undefined
  return quantity(value, scale, unit)
}

/** The number alone, without the unit: "1.5". */
export function quantityText(q: Quantity): string {
  return decimalText(q.value, q.scale)
}

/** The same amount in another unit of its dimension: 1500 g in kg is 1.5. Faults across dimensions. */
export function convert(q: Quantity, unit: Unit): Quantity {
  if (q.unit === unit) return q
  assert(isSameDimension(q.unit, unit), `${q.unit} cannot become ${unit}`)
  const shift = units[q.unit].exponent - units[unit].exponent
  return shift >= 0 ? quantity(q.value * tenTo(shift), q.scale, unit) : quantity(q.value, q.scale - shift, unit)
}

export function isSameDimension(a: Unit, b: Unit): boolean {
  return units[a].dimension === units[b].dimension
}

/** a + b, in the unit of a. Faults across dimensions. */
export function add(a: Quantity, b: Quantity): Quantity {
  const other = convert(b, a.unit)
  const scale = Math.max(a.scale, other.scale)
  return quantity(valueAt(a, scale) + valueAt(other, scale), scale, a.unit)
}

/** a - b, in the unit of a; may be negative. Faults across dimensions. */
export function subtract(a: Quantity, b: Quantity): Quantity {
  const other = convert(b, a.unit)
  const scale = Math.max(a.scale, other.scale)
  return quantity(valueAt(a, scale) - valueAt(other, scale), scale, a.unit)
}

/** -1 when a < b, 0 when equal (1 kg equals 1000 g), 1 when a > b. Faults across dimensions. */
export function compare(a: Quantity, b: Quantity): -1 | 0 | 1 {
  const other = convert(b, a.unit)
  const scale = Math.max(a.scale, other.scale)
  const difference = valueAt(a, scale) - valueAt(other, scale)
  if (difference === 0n) return 0
  return difference < 0n ? -1 : 1
}

function valueAt(q: Quantity, scale: number): bigint {
  return q.value * tenTo(scale - q.scale)
}
