import type { CurrencyCode } from '../../../../kernel/currency.ts'
import { exponentOf } from '../../../../kernel/currency.ts'
import { tenTo } from '../../../../kernel/decimal.ts'
import { money, type Money } from '../../../../kernel/money.ts'
import { pieces } from '../../../../kernel/quantity.ts'
import { divideRounded, type Rounding } from '../../../../kernel/rounding.ts'
import { unitPrice, type UnitPrice } from '../../../../kernel/unit-price.ts'

/** So many decimals of the minor unit are kept: 0.0125 EUR is 12,500 of them. */
export const FINE_DECIMALS = 4
export const FINE = tenTo(FINE_DECIMALS)

/** A price in ten-thousandths of the minor unit. */
export type FinePrice = bigint

export interface ListTier {
  /** From this many pieces of the variant on. */
  readonly from: number
  readonly price: FinePrice
}

/** Another price, changed by a percentage and brought to a step: `{ ppm: -100000, step: 100, less: 1 }` is 10 % off, to .99. */
export interface Derivation {
  /** Below nothing takes off, above adds. */
  readonly ppm: bigint
  /** Code of the list whose prices are changed; undefined for the shop's own prices. */
  readonly of: string | undefined
  /** The nearest multiple of this many minor units ... */
  readonly step: bigint
  /** ... less so many. */
  readonly less: bigint
}

/** Prices for some customers, places, quantities and times. What is left out does not narrow it. */
export interface PriceList {
  readonly code: string
  readonly names: Readonly<Record<string, string>>
  readonly currency: CurrencyCode
  /** Of two lists that both have a price the higher gives it; of equal ones the code that sorts first. */
  readonly priority: number
  readonly markets?: readonly string[]
  readonly channels?: readonly string[]
  /** Whoever is in one of these groups. */
  readonly groups?: readonly string[]
  readonly companies?: readonly string[]
  /** The first instant, and the first instant after. */
  readonly from?: Date
  readonly until?: Date
  /** The shop's own price is shown struck through where this one is lower: an announced reduction. */
  readonly announced?: boolean
  readonly derivation?: Derivation
  /** There for others to be derived from, and meant by nobody itself. */
  readonly onlyBase?: boolean
  /** Variant -> its prices by quantity, rising from the fewest. They go before what is derived. */
  readonly prices: ReadonlyMap<string, readonly ListTier[]>
}

/** Highest priority first: the order in which lists are asked, whatever the order in which they are given. */
export function byPrecedence(
  a: { readonly priority: number; readonly code: string },
  b: { readonly priority: number; readonly code: string },
): number {
  return b.priority - a.priority || (a.code < b.code ? -1 : 1)
}

export const fineOf = (amount: Money): FinePrice => amount.amount * FINE

/** What a piece is shown to cost: whole minor units. */
export function shownPrice(price: FinePrice, currency: CurrencyCode, rounding: Rounding = 'half_up'): Money {
  return money(divideRounded(price, FINE, rounding), currency)
}

/** The price of a piece where it is finer than the minor unit; undefined where whole minor units say it. */
export function exactPrice(price: FinePrice, currency: CurrencyCode): UnitPrice | undefined {
  if (price % FINE === 0n) return undefined
  return unitPrice({ amount: price, scale: exponentOf(currency) + FINE_DECIMALS, currency, per: pieces(1) })
}
