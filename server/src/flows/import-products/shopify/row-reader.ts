import { exponentOf, type CurrencyCode } from '../../../kernel/currency.ts'
import { parseExactDecimal, shortestDecimal, tenTo } from '../../../kernel/decimal.ts'
import type { Refusals } from '../../../kernel/result.ts'
import { truncate } from '../../../kernel/text.ts'
import { refusals } from '../refusals.ts'
import type { ImportWarning, Place, RowRefusal } from '../report.ts'
import type { Column, Header } from './columns.ts'

type Reason = typeof refusals extends Refusals<infer Reasons> ? Reasons : never

const SHOWN = 60
const HIGHEST_PRICE = 10n ** 13n
const HIGHEST_COUNT = 1_000_000_000

/** One row of the file: takes its cells as what they should be, and writes down what they are not. */
export class RowReader {
  readonly place: Place
  readonly #cells: readonly string[]
  readonly #header: Header
  readonly #refused: RowRefusal[]
  readonly #warned: ImportWarning[]

  constructor(
    { row, line, cells }: Place & { readonly cells: readonly string[] },
    header: Header,
    { refused, warned }: { readonly refused: RowRefusal[]; readonly warned: ImportWarning[] },
  ) {
    this.place = { row, line }
    this.#cells = cells
    this.#header = header
    this.#refused = refused
    this.#warned = warned
  }

  /** Whether the file speaks of this at all; what it does not speak of stays as it is in the shop. */
  has(column: Column): boolean {
    return this.#header.places.has(column)
  }

  text(column: Column): string {
    return this.#cells[this.#header.places.get(column) ?? -1]?.trim() ?? ''
  }

  /** Spreadsheets, and Shopify's own export, keep leading zeros by an apostrophe in front. */
  code(column: Column): string {
    return this.text(column).replace(/^'/, '')
  }

  refuse(reason: Reason, column: Column, more: Readonly<Record<string, string | number>> = {}): undefined {
    const params = { ...this.place, column, value: truncate(this.text(column), SHOWN), ...more }
    const { refusal } = refusals[reason]({ field: `${this.place.row}.${column}`, params })
    this.#refused.push({ ...this.place, column, refusal })
    return undefined
  }

  warn(code: ImportWarning['code'], column: Column): void {
    this.#warned.push({ ...this.place, code, column, value: truncate(this.text(column), SHOWN) })
  }

  required(column: Column, max: number): string | undefined {
    const text = this.text(column)
    return text === '' ? this.refuse('missing_value', column) : this.limited(column, text, max)
  }

  limited(column: Column, text: string, max: number): string | undefined {
    return text.length > max ? this.refuse('too_long', column, { max }) : text
  }

  /** Minor units. A price with more decimals than its currency has is refused, never rounded; zeros at the end are none. */
  price(column: Column, currency: CurrencyCode): bigint | undefined {
    const text = this.text(column)
    const decimal = /^\d/.test(text) ? parseExactDecimal(text) : undefined
    if (!decimal) return this.refuse('invalid_price', column)
    const { value, scale } = shortestDecimal(decimal)
    const exponent = exponentOf(currency)
    if (scale > exponent) return this.refuse('too_many_decimals', column, { currency, max: exponent })
    const amount = value * tenTo(exponent - scale)
    return amount > HIGHEST_PRICE ? this.refuse('invalid_price', column) : amount
  }

  count(column: Column): number | undefined {
    const text = this.text(column)
    const count = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN
    return count <= HIGHEST_COUNT ? count : this.refuse('invalid_quantity', column)
  }

  /** Whole grams; Shopify writes some weights with decimals. */
  grams(column: Column): number | undefined {
    const text = this.text(column)
    const grams = /^\d{1,10}(?:\.\d{1,20})?$/.test(text) ? Math.round(Number(text)) : Number.NaN
    return grams <= HIGHEST_COUNT ? grams : this.refuse('invalid_quantity', column)
  }

  boolean(column: Column): boolean | undefined {
    const text = this.text(column).toLowerCase()
    if (text === '') return undefined
    if (text === 'true' || text === 'false') return text === 'true'
    return this.refuse('invalid_boolean', column)
  }
}
