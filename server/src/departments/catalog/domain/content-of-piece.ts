import { exponentOf } from '../../../kernel/currency.ts'
import { tenTo } from '../../../kernel/decimal.ts'
import { money, type Money } from '../../../kernel/money.ts'
import { convert, isUnit, parseQuantity, type Quantity, type Unit } from '../../../kernel/quantity.ts'
import type { Refused } from '../../../kernel/result.ts'
import { divideRounded } from '../../../kernel/rounding.ts'
import type { UnitPrice } from '../../../kernel/unit-price.ts'
import { refusals } from './refusals.ts'

/** `amount` is a decimal as text: 1.5 l. */
export interface ContentOfPiece {
  readonly amount: string
  readonly unit: string
}

export const CONTENT_UNITS = ['g', 'kg', 'ml', 'l', 'cm', 'm', 'piece'] as const satisfies readonly Unit[]

/** Directive 98/6/EC art. 2(b): one kilogram, litre or metre, whatever the piece is measured in. */
const BASES: Readonly<Record<(typeof CONTENT_UNITS)[number], Unit>> = {
  g: 'kg',
  kg: 'kg',
  ml: 'l',
  l: 'l',
  cm: 'm',
  m: 'm',
  piece: 'piece',
}

const MOST_DIGITS = 16

export function contentFlaws(content: ContentOfPiece | null, field: string): Refused[] {
  if (content === null) return []
  return quantityOf(content) ? [] : [refusals.invalid_content({ field })]
}

/** Undefined where it is none that a price can be divided by. */
export function quantityOf({ amount, unit }: ContentOfPiece): Quantity | undefined {
  if (amount.length > MOST_DIGITS || !isUnit(unit) || !(unit in BASES)) return undefined
  const content = parseQuantity(amount, unit)
  return content && content.value > 0n ? content : undefined
}

/** What its price is compared by: 1 kg for 250 g. */
function baseUnitOf(unit: string): Unit {
  return BASES[unit as keyof typeof BASES] ?? 'piece'
}

export function sameContent(a: ContentOfPiece | null, b: ContentOfPiece | null): boolean {
  return a?.amount === b?.amount && a?.unit === b?.unit
}

export interface BasePrice {
  readonly price: Money
  readonly unit: Unit
}

/**
 * What one kilogram, litre, metre or piece of it costs, rounded once to whole minor units; undefined where that is the price
 * itself (Directive 98/6/EC art. 3(1)) or nothing is known of the content.
 */
export function basePrice(price: UnitPrice, content: ContentOfPiece | null): BasePrice | undefined {
  const inside = content && quantityOf(content)
  if (!content || !inside) return undefined
  const unit = baseUnitOf(content.unit)
  const { value, scale } = convert(inside, unit)
  if (value === tenTo(scale)) return undefined
  const numerator = price.amount * tenTo(exponentOf(price.currency)) * tenTo(scale)
  return { price: money(divideRounded(numerator, tenTo(price.scale) * value, 'half_up'), price.currency), unit }
}
