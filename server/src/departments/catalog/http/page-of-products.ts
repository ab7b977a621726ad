import { decodeCursor, encodeCursor, type Page } from '../../../host/http/pagination.ts'
import type { Call } from '../../../host/http/route.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { hostRefusals } from '../../../host/refusals.ts'
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
  const key = decodeCursor(after, 2)
  if (!key.ok) return key
  if (key.value && !isKeyOf(filter, key.value)) return hostRefusals.invalid_cursor({ field: 'after' })
  const list = await listProducts(call.house.database, { ...filter, locale: call.locale, limit, after: key.value })
  return ok({ items: list.items.map(present), nextCursor: list.nextKey && encodeCursor(list.nextKey) })
}

/** A cursor of one order does not read in another, and what was forged does not reach the database. */
function isKeyOf({ search, order }: ListRequest['filter'], [key = '', id = '']: readonly string[]): boolean {
  if (!isUuid(id)) return false
  if (search?.trim()) return /^\d{1,9}$/.test(key)
  if (order === 'name') return !key.includes('\0') && key.isWellFormed()
  return /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(?:\.\d{1,6})?\+00$/.test(key) && !Number.isNaN(Date.parse(key))
}
