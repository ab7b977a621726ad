import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { completenessOf } from '../domain/completeness.ts'
import type { Product } from '../domain/product.ts'
import { loadDefinitions } from '../queries/definitions.ts'
import { listProductsToRecount, type Recount } from '../queries/products-to-recount.ts'
import { lockProducts } from '../store/bulk-changes.ts'
import { markCatalogChanged } from '../store/content-version.ts'
import { writeCounts } from '../store/write-counts.ts'
import { facetsNow } from './write-plan.ts'

export const RECOUNT = 'recount-products'
const CHUNK = 200

/**
 * What follows from definitions (facets, completeness) is kept on each product, so that lists walk along an index. When a
 * definition changes, its products are gone through in chunks, each a transaction of its own that asks for the next: killed
 * anywhere, the chunk that was under way is done again. It is no change of the product: no version, no audit entry.
 */
export function askForRecount(ctx: Context, recount: Recount): void {
  ctx.enqueue({ kind: RECOUNT, payload: { ...recount } })
}

export async function recountProducts(ctx: Context, recount: Recount): Promise<Result<void>> {
  const ids = await listProductsToRecount(ctx.tx, recount, CHUNK)
  const products = await lockProducts(ctx, ids)
  const definitions = await loadDefinitions(ctx.tx, contactsOf(products))
  const written = await writeCounts(
    ctx,
    products.map((product) => ({
      id: product.id,
      facets: facetsNow({ after: product }, definitions),
      completeness: completenessOf(product, definitions).percent,
    })),
  )
  const last = ids.at(-1)
  if (written > 0) markCatalogChanged(ctx)
  if (ids.length === CHUNK && last !== undefined) askForRecount(ctx, { ...recount, after: last })
  return ok()
}

function contactsOf(products: readonly Product[]): string[] {
  return [...new Set(products.flatMap(({ makerId, responsibleId }) => [makerId ?? [], responsibleId ?? []].flat()))]
}
