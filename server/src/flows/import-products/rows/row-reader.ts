import { exponentOf, type CurrencyCode } from '../../../kernel/currency.ts'
import { parseExactDecimal, shortestDecimal, tenTo } from '../../../kernel/decimal.ts'
import { asWritten } from '../../../kernel/harmless-cell.ts'
import type { Refusals } from '../../../kernel/result.ts'
import { truncate } from '../../../kernel/text.ts'
import type { Field } from '../formats/field.ts'
import type { FieldRow, Log } from '../formats/format.ts'
import { refusals } from '../refusals.ts'
import type { ImportWarning, Place } from '../report.ts'
import type { Columns } from './read-columns.ts'

type Reason = typeof refusals extends Refusals<infer Reasons> ? Reasons : never

const SHOWN = 60
const HIGHEST_PRICE = 10n ** 13n
const HIGHEST_COUNT = 1_000_000_000
/** Grams of one, as NIST Handbook 44 has them, in parts of a thousand million. */
const GRAMS_PER: Readonly<Record<string, bigint>> = {
  g: 1_000_000_000n,
  kg: 1_000_000_000_000n,
  lb: 453_592_370_000n,
  lbs: 453_592_370_000n,
  oz: 28_349_523_125n,
}

const YES: ReadonlySet<string> = new Set(['true', '1', 'yes'])
const NO: ReadonlySet<string> = new Set(['false', '0', 'no'])

/** One row of the file: takes its cells as what they should be, and writes down what they are not. */
export class RowReader {
  readonly place: Place
  readonly #cells: ReadonlyMap<Field, string>
  readonly #columns: Columns
  readonly #log: Log

  constructor({ row, line, cells }: FieldRow, columns: Columns, log: Log) {
    this.place = { row, line }
    this.#cells = cells
    this.#columns = columns
    this.#log = log
  }

  /** Whether the file speaks of this at all; what it does not speak of stays as it is in the shop. */
  has(field: Field): boolean {
    return this.#cells.has(field)
  }

  /** Without the apostrophe that keeps a spreadsheet from running it. */
  text(field: Field): string {
    return asWritten(this.#raw(field))
  }

  #raw(field: Field): string {
    return this.#cells.get(field)?.trim() ?? ''
  }

  /** What the file calls it. */
  nameOf(field: Field): string {
    return this.#columns.nameOf(field)
  }

  /** Spreadsheets, Shopify's own export and ours keep leading zeros, and what begins like a formula, by an apostrophe in front. */
  code(field: Field): string {
    return this.#raw(field).replace(/^'/, '')
  }

  refuse(reason: Reason, field: Field, more: Readonly<Record<string, string | number>> = {}): undefined {
    const column = this.nameOf(field)
    const params = { ...this.place, column, value: truncate(this.text(field), SHOWN), ...more }
    const { refusal } = refusals[reason]({ field: `${this.place.row}.${column}`, params })
    this.#log.refused.push({ ...this.place, column, refusal })
    return undefined
  }

  warn(code: ImportWarning['code'], field: Field): void {
    this.#log.warned.push({
      ...this.place,
      code,
      column: this.nameOf(field),
      value: truncate(this.text(field), SHOWN),
    })
  }

  required(field: Field, max: number): string | undefined {
    const text = this.text(field)
    return text === '' ? this.refuse('missing_value', field) : this.limited(field, text, max)
  }

  limited(field: Field, text: string, max: number): string | undefined {
    return text.length > max ? this.refuse('too_long', field, { max }) : text
  }

  /** Minor units. A price with more decimals than its currency has is refused, never rounded; zeros at the end are none. */
  price(field: Field, currency: CurrencyCode): bigint | undefined {
    const text = this.text(field)
    const decimal = /^\d/.test(text) ? parseExactDecimal(text) : undefined
    if (!decimal) return this.refuse('invalid_price', field)
    const { value, scale } = shortestDecimal(decimal)
    const exponent = exponentOf(currency)
    if (scale > exponent) return this.refuse('too_many_decimals', field, { currency, max: exponent })
    const amount = value * tenTo(exponent - scale)
    return amount > HIGHEST_PRICE ? this.refuse('invalid_price', field) : amount
  }

  count(field: Field): number | undefined {
    const text = this.text(field)
    const count = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN
    return count <= HIGHEST_COUNT ? count : this.refuse('invalid_quantity', field)
  }

  /** Whole grams of a weight in `unit`; some programs write grams with decimals. */
  grams(field: Field, unit: string): number | undefined {
    const text = this.text(field)
    const decimal = /^\d{1,10}(?:\.\d{1,20})?$/.test(text) ? parseExactDecimal(text) : undefined
    if (!decimal) return this.refuse('invalid_quantity', field)
    const parts = decimal.value * (GRAMS_PER[unit] ?? 1_000_000_000n)
    const divisor = tenTo(decimal.scale) * 1_000_000_000n
    const grams = (parts * 2n + divisor) / (divisor * 2n)
    return grams <= HIGHEST_COUNT ? Number(grams) : this.refuse('invalid_quantity', field)
  }

  boolean(field: Field): boolean | undefined {
    const text = this.text(field).toLowerCase()
    if (text === '') return undefined
    if (YES.has(text) || NO.has(text)) return YES.has(text)
    return this.refuse('invalid_boolean', field)
  }
}
