import { ok, type Refused, type Result } from '../../../kernel/result.ts'
import { shelfRefusals } from './shelf-refusals.ts'
import { together as refuseTogether } from './together.ts'

/** Of the orders with a product so many are looked at, the last ones: what sells together changes with the season. */
export const LAST_ORDERS = 1_000
/** What was bought together less often than this is chance: in so many orders, and in one of so many. */
const LEAST_ORDERS = 3
const ONE_IN = 50
/** Kept for a product. */
const MOST_KEPT = 24

export interface Counted {
  /** Orders with the product that were looked at. */
  readonly orders: number
  readonly others: readonly { readonly productId: string; readonly together: number }[]
}

/** What stands most often in the same orders as a product. `orders`: the products of each order with it, each once. */
export function countTogether(productId: string, orders: readonly (readonly string[])[]): Counted {
  const counts = new Map<string, number>()
  for (const products of orders) {
    for (const other of products) if (other !== productId) counts.set(other, (counts.get(other) ?? 0) + 1)
  }
  const others = [...counts]
    .map(([other, together]) => ({ productId: other, together }))
    .filter(({ together }) => together >= LEAST_ORDERS && together * ONE_IN >= orders.length)
    .toSorted((a, b) => b.together - a.together || (a.productId < b.productId ? -1 : 1))
  return { orders: orders.length, others: others.slice(0, MOST_KEPT) }
}

export const TOGETHER_WISHES = ['pinned', 'excluded'] as const

/** What people say of what was counted: this one first, that one never. */
export interface TogetherWish {
  readonly productId: string
  readonly wish: (typeof TOGETHER_WISHES)[number]
}

export const MOST_WISHES = 48

export function checkWishes(
  productId: string,
  wishes: readonly TogetherWish[],
  known: ReadonlySet<string>,
): Result<void> {
  const flaws = wishes.flatMap((one, at): Refused[] => {
    const field = `wishes.${at}.productId`
    if (one.productId === productId) return [shelfRefusals.related_to_itself({ field })]
    if (!known.has(one.productId)) return [shelfRefusals.unknown_related({ field })]
    const first = wishes.findIndex((other) => other.productId === one.productId)
    return first < at ? [shelfRefusals.related_twice({ field })] : []
  })
  return flaws.length > 0 ? refuseTogether(flaws) : ok()
}
