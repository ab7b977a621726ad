import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from './refusals.ts'

/** How many of a product one order may have. Least and step hold for each variant, most for all of them together. */
export interface OrderLimit {
  readonly least: number
  readonly most: number | null
  /** Only whole multiples of it: 6 where it is sold by the half dozen. */
  readonly step: number
}

export const NO_LIMIT: OrderLimit = { least: 1, most: null, step: 1 }

export type LimitProblem = 'too_few' | 'too_many' | 'not_in_steps'

/** `ofProduct`: of all variants of the product, this one among them. */
export function limitProblem(
  limit: OrderLimit | undefined,
  { quantity, ofProduct = quantity }: { readonly quantity: number; readonly ofProduct?: number },
): LimitProblem | undefined {
  if (!limit) return undefined
  if (limit.most !== null && ofProduct > limit.most) return 'too_many'
  if (quantity < leastOf(limit)) return 'too_few'
  return quantity % limit.step === 0 ? undefined : 'not_in_steps'
}

/** The smallest number that can be ordered: of what is sold by six, "at least ten" is twelve. */
export function leastOf({ least, step }: OrderLimit): number {
  return Math.ceil(least / step) * step
}

/** The largest number not above a wish that can be ordered; 0 where there is none. */
export function withinLimit(limit: OrderLimit | undefined, wish: number): number {
  if (!limit) return wish
  const reached = Math.floor(Math.min(wish, limit.most ?? wish) / limit.step) * limit.step
  return reached < leastOf(limit) ? 0 : reached
}

export function soundLimit(limit: OrderLimit): Result<OrderLimit> {
  if (limit.most !== null && limit.most < leastOf(limit)) {
    return refusals.order_limit_impossible({ field: 'most', params: { least: leastOf(limit) } })
  }
  return ok(limit)
}
