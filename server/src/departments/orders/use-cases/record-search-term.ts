import type { Context } from '../../../host/context.ts'
import { searchTermOf } from '../domain/search-term.ts'
import { deleteSearchTerm, insertSearchTerm, type SearchTerm } from '../store/search-terms.ts'

/** From now on the order is found by it: the tracking number of its parcel. Told twice it is kept once; blanks alone are no word. */
export function recordSearchTerm(ctx: Context, { orderId, kind, term }: SearchTerm): void {
  const kept = searchTermOf(term)
  if (kept !== '') insertSearchTerm(ctx, { orderId, kind, term: kept })
}

/** It was a mistake, or the parcel got another one. */
export function forgetSearchTerm(ctx: Context, { orderId, kind, term }: SearchTerm): void {
  deleteSearchTerm(ctx, { orderId, kind, term: searchTermOf(term) })
}
