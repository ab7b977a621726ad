import type { Texts } from './product.ts'

/** A picture that a file names by its address. */
export interface PictureToFetch {
  readonly productId: string
  readonly handle: string
  /** Of the variant that it shows; null where it is one of the product's. */
  readonly sku: string | null
  readonly address: string
  readonly position: number
  readonly alts: Texts
  readonly row: number
  readonly line: number
  /** Known already, from an earlier import. */
  readonly fileId: string | null
}

/** Why it could not be fetched, for programs and people alike. */
export type PictureReason =
  | 'address_refused'
  | 'timeout'
  | 'unreachable'
  | 'not_there'
  | 'too_many_bytes'
  | 'not_a_picture'
  | 'too_many_pixels'

/** Who did not answer may do so later; all else stays as it is. */
const PASSING: ReadonlySet<PictureReason> = new Set(['timeout', 'unreachable'])
const MOST_ATTEMPTS = 3
const FIRST_WAIT_MS = 60_000

/** When it is asked for again, after so many attempts; undefined where that is of no use. */
export function nextAttempt(reason: PictureReason, attempts: number, now: Date): Date | undefined {
  if (!PASSING.has(reason) || attempts >= MOST_ATTEMPTS) return undefined
  return new Date(now.getTime() + FIRST_WAIT_MS * 5 ** (attempts - 1))
}
