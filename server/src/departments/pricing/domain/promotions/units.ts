import { timesDivided } from './whole-units.ts'

/** Some units of one line, and what they still cost. */
export interface UnitsOfLine {
  readonly index: number
  readonly units: number
  /** What all units of the line still cost. */
  readonly left: number
  readonly unitsOfLine: number
}

/** What so many units of a line still cost: all of them exactly what the line does. */
export function valueOf(left: number, units: number, unitsOfLine: number): number {
  return units === unitsOfLine ? left : timesDivided(left, units, unitsOfLine)
}

/** The dearest unit first; of equal ones the earlier line. */
export function dearestFirst(a: UnitsOfLine, b: UnitsOfLine): number {
  return compareUnits(b, a) || a.index - b.index
}

/** The cheapest unit first; of equal ones the earlier line. */
export function cheapestFirst(a: UnitsOfLine, b: UnitsOfLine): number {
  return compareUnits(a, b) || a.index - b.index
}

function compareUnits(a: UnitsOfLine, b: UnitsOfLine): number {
  const [left, right] = [a.left * b.unitsOfLine, b.left * a.unitsOfLine]
  if (left <= Number.MAX_SAFE_INTEGER && right <= Number.MAX_SAFE_INTEGER) return left - right
  const difference = BigInt(a.left) * BigInt(b.unitsOfLine) - BigInt(b.left) * BigInt(a.unitsOfLine)
  return difference === 0n ? 0 : difference > 0n ? 1 : -1
}

/** The first so many units of a list, with how many of each line. */
export function takeUnits(from: readonly UnitsOfLine[], wanted: number): UnitsOfLine[] {
  const taken: UnitsOfLine[] = []
  let missing = wanted
  for (const one of from) {
    if (missing <= 0) break
    const units = Math.min(one.units, missing)
    taken.push({ index: one.index, units, left: one.left, unitsOfLine: one.unitsOfLine })
    missing -= units
  }
  return taken
}
