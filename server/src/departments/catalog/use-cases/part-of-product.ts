import { expectVersion } from '../../../host/audit/expect-version.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { Product } from '../domain/product.ts'
import { refusals } from '../domain/refusals.ts'
import { productChanged } from '../events.ts'
import { raiseProductVersion } from '../store/bundles.ts'
import { markCatalogChanged } from '../store/content-version.ts'
import { lockProduct } from '../store/locks.ts'

export interface ProductSeen {
  readonly productId: string
  /** Of the product, as the person saw it. */
  readonly version: number | undefined
}

export async function lockAsSeen(ctx: Context, { productId, version }: ProductSeen): Promise<Result<Product>> {
  const product = await lockProduct(ctx, productId)
  if (!product) return refusals.product_not_found()
  const expected = expectVersion(product.version, version)
  return expected.ok ? ok(product) : expected
}

interface PartChange {
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

/** What is said as a whole beside the product's own fields was written: a version of the product, told in its trail. */
export function tellPart(ctx: Context, product: Product, change: PartChange): Result<{ readonly version: number }> {
  const version = product.version + 1
  raiseProductVersion(ctx, product.id, version)
  markCatalogChanged(ctx)
  ctx.emit(productChanged({ ...product, version }))
  ctx.audit({
    action: 'catalog:write',
    objectType: 'product',
    objectId: product.id,
    version,
    changes: [change],
  })
  return ok({ version })
}
