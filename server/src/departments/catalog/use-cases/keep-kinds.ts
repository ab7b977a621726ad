import type { Context } from '../../../host/context.ts'
import type { ProductKind } from '../domain/kinds/product-kind.ts'
import { insertKind } from '../store/bundles.ts'

/** Says of products that this very transaction made what kind of thing they are; they keep it for good. */
export function keepKinds(
  ctx: Context,
  products: readonly { readonly productId: string; readonly kind: ProductKind }[],
): void {
  for (const { productId, kind } of products) if (kind !== 'physical') insertKind(ctx, productId, kind)
}
