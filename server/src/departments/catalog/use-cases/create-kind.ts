import type { Context } from '../../../host/context.ts'
import type { Result } from '../../../kernel/result.ts'
import type { ProductKind } from '../domain/kinds/product-kind.ts'
import type { ProductDraft } from '../domain/product.ts'
import { insertKind } from '../store/bundles.ts'
import { createProduct } from './save-product.ts'
import type { SavedProduct } from './write-plan.ts'

/** A new product of a kind. It keeps it for good: orders, stock and bundles speak of it by then. */
export async function createKind(ctx: Context, kind: ProductKind, draft: ProductDraft): Promise<Result<SavedProduct>> {
  const created = await createProduct(ctx, draft)
  if (created.ok && kind !== 'physical') insertKind(ctx, created.value.productId, kind)
  return created
}
