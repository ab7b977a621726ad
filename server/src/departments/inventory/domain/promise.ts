import { isCurrencyCode } from '../../../kernel/currency.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import { refusals } from './refusals.ts'

/** `backorder`: sold out, and on its way; `preorder`: not out yet. */
export const PROMISE_KINDS = ['backorder', 'preorder'] as const
export type PromiseKind = (typeof PROMISE_KINDS)[number]

export const PAYS_TODAY = ['all', 'share', 'amount', 'nothing'] as const

/** What is paid of it when it is ordered; the rest is asked for once it is there. */
export interface PaidToday {
  readonly kind: (typeof PAYS_TODAY)[number]
  /** Of a `share`: parts per million of its price. */
  readonly sharePpm: number | null
  /** Of an `amount`: whole minor units for each piece. In other currencies all of it is paid. */
  readonly amount: number | null
  readonly currency: string | null
}

export const ALL_TODAY: PaidToday = { kind: 'all', sharePpm: null, amount: null, currency: null }

export interface StockPromise {
  readonly kind: PromiseKind
  readonly shipsOn: LocalDate
  /** Pieces that may be sold before they are there; 0: no more. */
  readonly most: number
  readonly paidToday: PaidToday
}

/** From one to ninety-nine hundredths. */
const LEAST_SHARE = 10_000
const MOST_SHARE = 990_000

/** Sold already is never more than may be sold; a day that is promised is still to come. */
export function checkPromise(
  { shipsOn, most, paidToday }: StockPromise,
  { today, soldBeyond }: { readonly today: LocalDate; readonly soldBeyond: number },
): Result<void> {
  if (most < soldBeyond) return refusals.promise_below_sold({ field: 'most', params: { sold: soldBeyond } })
  if (!isPlain(paidToday)) return refusals.unclear_deposit({ field: 'paidToday' })
  return shipsOn < today ? refusals.promise_in_past({ field: 'shipsOn' }) : ok()
}

/** Says just what its kind asks for. */
function isPlain({ kind, sharePpm, amount, currency }: PaidToday): boolean {
  const share = sharePpm !== null && sharePpm >= LEAST_SHARE && sharePpm <= MOST_SHARE
  if (kind === 'share') return share && amount === null && currency === null
  if (kind === 'amount') return sharePpm === null && amount !== null && amount > 0 && isCurrencyCode(currency ?? '')
  return sharePpm === null && amount === null && currency === null
}

/** How many of the pieces that somebody wants are not there yet. `onShelf` may be below zero, where more is promised than lies there. */
export function latePieces(wanted: number, onShelf: number): number {
  return Math.max(0, wanted - Math.max(0, onShelf))
}
