import { assert, Fault } from './assert.ts'
import { currencyCode, exponentOf } from './currency.ts'
import type { CurrencyCode } from './currency.ts'
import { decimalText, parseExactDecimal, tenTo } from './decimal.ts'

/** Anything owed: whole minor units (ISO 4217 exponent) of one currency. Frozen. 19.99 EUR is { amount: 1999n, 'EUR' }. */
export interface Money {
  readonly amount: bigint
  readonly currency: CurrencyCode
}

/** Money as JSON carries it: { "amount": 1999, "currency": "EUR" }, minor units. */
export interface MoneyJson {
  readonly amount: number
  readonly currency: string
}

function make(amount: bigint, currency: CurrencyCode): Money {
  return Object.freeze({ amount, currency })
}

function sameCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency) throw new Fault(`mixed currencies: ${a.currency} and ${b.currency}`)
}

/** `amount` minor units. Faults for a currency not in use, or a number that is not a safe integer. */
export function money(amount: bigint | number, currency: CurrencyCode | string): Money {
  return make(wholeNumber(amount), currencyCode(currency))
}

function wholeNumber(amount: bigint | number): bigint {
  if (typeof amount === 'bigint') return amount
  if (!Number.isSafeInteger(amount)) throw new Fault(`not a whole number: ${amount}`)
  return BigInt(amount)
}

export function zero(currency: CurrencyCode | string): Money {
  return money(0n, currency)
}

/** a + b. Faults on mixed currencies. */
export function add(a: Money, b: Money): Money {
  sameCurrency(a, b)
  return make(a.amount + b.amount, a.currency)
}

/** a - b. Faults on mixed currencies. */
export function subtract(a: Money, b: Money): Money {
  sameCurrency(a, b)
  return make(a.amount - b.amount, a.currency)
}

export function negate(m: Money): Money {
  return make(-m.amount, m.currency)
}

/** m taken `factor` times. Faults unless the factor is whole: for parts and rates there are allocate and applyRate. */
export function times(m: Money, factor: bigint | number): Money {
  return make(m.amount * wholeNumber(factor), m.currency)
}

/** The total of a list; zero of `currency` when it is empty. Faults when an item is of another currency. */
export function sum(list: readonly Money[], currency: CurrencyCode | string): Money {
  const code = currencyCode(currency)
  let total = 0n
  for (const item of list) {
    if (item.currency !== code) throw new Fault(`mixed currencies: ${code} and ${item.currency}`)
    total += item.amount
  }
  return make(total, code)
}

/** -1 when a < b, 0 when equal, 1 when a > b. Faults on mixed currencies. */
export function compare(a: Money, b: Money): -1 | 0 | 1 {
  sameCurrency(a, b)
  if (a.amount === b.amount) return 0
  return a.amount < b.amount ? -1 : 1
}

export function isZero(m: Money): boolean {
  return m.amount === 0n
}

export function isNegative(m: Money): boolean {
  return m.amount < 0n
}

export function isPositive(m: Money): boolean {
  return m.amount > 0n
}

/** The smaller of the two. Faults on mixed currencies. */
export function minimum(a: Money, b: Money): Money {
  return compare(a, b) <= 0 ? a : b
}

/** The larger of the two. Faults on mixed currencies. */
export function maximum(a: Money, b: Money): Money {
  return compare(a, b) >= 0 ? a : b
}

/** For JSON. Faults beyond 2^53 - 1 minor units, which JSON readers could not hold exactly. */
export function moneyToJson(m: Money): MoneyJson {
  const amount = Number(m.amount)
  assert(Number.isSafeInteger(amount), 'amount too large for JSON')
  return { amount, currency: m.currency }
}

/** From JSON that a schema has checked. Faults for an amount that is not a safe integer, or an unknown currency. */
export function moneyFromJson(json: MoneyJson): Money {
  return money(json.amount, json.currency)
}

/**
 * "12.34" as 1234 minor units, exactly: a sign or none, digits, a point or none, at most as many decimals as the
 * currency has. `undefined` for anything else, also for "12.340" EUR, since a price that is cut is a wrong price.
 * Faults for a currency not in use.
 */
export function parseDecimal(text: string, currency: CurrencyCode | string): Money | undefined {
  const code = currencyCode(currency)
  const exponent = exponentOf(code)
  const decimal = parseExactDecimal(text)
  if (!decimal || decimal.scale > exponent) return undefined
  return make(decimal.value * tenTo(exponent - decimal.scale), code)
}

/** 1234 minor units of EUR as "12.34": always as many decimals as the currency has, a point, no grouping. */
export function toDecimal(m: Money): string {
  return decimalText(m.amount, exponentOf(m.currency))
}
