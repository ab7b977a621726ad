import { decodeCursor, encodeCursor, type CursorPart, type Page } from '../../../host/http/pagination.ts'
import type { Call } from '../../../host/http/route.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { listProducts, type ProductCard, type ProductFilter } from '../queries/list-products.ts'

export interface ListRequest {
  readonly filter: Omit<ProductFilter, 'locale' | 'limit' | 'after'>
  readonly after: string | undefined
  readonly limit: number | undefined
}

/** Opens the cursor, lists, and closes the next one. */
export async function pageOfProducts<T>(
  call: Call,
  { filter, after, limit = 50 }: ListRequest,
  present: (card: ProductCard) => T,
): Promise<Result<Page<T>>> {
  const key = decodeCursor(after, [keyPartOf(filter), 'id'])
  if (!key.ok) return key
  const list = await listProducts(call.house.database, { ...filter, locale: call.locale, limit, after: key.value })
  return ok({ items: list.items.map(present), nextCursor: list.nextKey && encodeCursor(list.nextKey) })
}

/** What an order's key is made of: a cursor of one order does not read in another. */
function keyPartOf({ search, order }: ListRequest['filter']): CursorPart {
  if (search?.trim()) return 'integer'
  return order === 'name' ? 'text' : 'instant'
}
