import { ok, type Result } from '../../../kernel/result.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import { refusals } from './refusals.ts'

/** `backorder`: sold out, and on its way; `preorder`: not out yet. */
export const PROMISE_KINDS = ['backorder', 'preorder'] as const
export type PromiseKind = (typeof PROMISE_KINDS)[number]

export interface StockPromise {
  readonly kind: PromiseKind
  readonly shipsOn: LocalDate
  /** Pieces that may be sold before they are there; 0: no more. */
  readonly most: number
}

/** Sold already is never more than may be sold; a day that is promised is still to come. */
export function checkPromise(
  { shipsOn, most }: StockPromise,
  { today, soldBeyond }: { readonly today: LocalDate; readonly soldBeyond: number },
): Result<void> {
  if (most < soldBeyond) return refusals.promise_below_sold({ field: 'most', params: { sold: soldBeyond } })
  return shipsOn < today ? refusals.promise_in_past({ field: 'shipsOn' }) : ok()
}

/** How many of the pieces that somebody wants are not there yet. `onShelf` may be below zero, where more is promised than lies there. */
export function latePieces(wanted: number, onShelf: number): number {
  return Math.max(0, wanted - Math.max(0, onShelf))
}
