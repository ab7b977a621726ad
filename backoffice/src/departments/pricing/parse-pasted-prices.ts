import { decimalOf, exponentOf } from '../../ui/format-money.ts'
import { parseDecimal } from '../../ui/form/parse-decimal.ts'
import { parseMoney } from '../../ui/parse-money.ts'
import type { PriceToPaste } from './price-list-queries.ts'

export interface PastedLine {
  readonly line: number
  readonly text: string
  /** Undefined where the line cannot be read. */
  readonly price: PriceToPaste | undefined
}

const FINER = 4

/**
 * Lines as a spreadsheet gives them: SKU, then the price, or SKU, pieces and price, apart by tabs or semicolons. A price left empty
 * or written as `-` takes it out of the list. A first line without any figure is taken for headings.
 */
export function parsePastedPrices(text: string, currency: string): PastedLine[] {
  const lines = text.split(/\r?\n/).map((line, index) => ({ line: index + 1, text: line }))
  return lines
    .filter((line, index) => line.text.trim() !== '' && !(index === 0 && isHeading(line.text)))
    .map(({ line, text: words }) => ({ line, text: words, price: parseLine(words, currency) }))
}

function isHeading(words: string): boolean {
  return cellsOf(words)
    .slice(1)
    .every((cell) => !/\d/.test(cell) && cell !== '' && cell !== '-')
}

function cellsOf(words: string): string[] {
  const separator = words.includes('\t') ? '\t' : ';'
  return words.split(separator).map((cell) => cell.trim())
}

function parseLine(words: string, currency: string): PriceToPaste | undefined {
  const cells = cellsOf(words)
  if (cells.length < 2 || cells.length > 3) return undefined
  const [sku = ''] = cells
  const pieces = cells.length === 3 ? cells[1] : '1'
  const typed = cells.at(-1) ?? ''
  const from = /^\d{1,7}$/.test(pieces ?? '') ? Number(pieces) : 0
  if (sku === '' || from < 1) return undefined
  if (typed === '' || typed === '-') return { sku, from, price: null }
  const price = parseFinePrice(typed, currency)
  return price === undefined ? undefined : { sku, from, price }
}

/** As money where it has no more decimals than that; `1.250` is a thousand and more, `0.125` and `0.0125` are not. */
export function parseFinePrice(typed: string, currency: string): string | undefined {
  const exponent = exponentOf(currency)
  const isBelowOne = /^0[.,]\d+$/.test(typed)
  const money = isBelowOne ? undefined : parseMoney(typed, currency)
  if (money) return decimalOf(money.amount, exponent)
  const decimal = parseDecimal(typed, exponent + FINER)
  return decimal === undefined || decimal.startsWith('-') ? undefined : decimal
}
