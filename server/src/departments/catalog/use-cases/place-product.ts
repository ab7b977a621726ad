import { changedFields } from '../../../host/audit/changed-fields.ts'
import { expectVersion } from '../../../host/audit/expect-version.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { Placing } from '../domain/taxonomy.ts'
import { getProduct } from '../queries/get-product.ts'
import { markCatalogChanged } from '../store/content-version.ts'
import { lockPlacing, writePlacing } from '../store/product-placing.ts'
import { checkPlacing } from './check-placing.ts'

export interface ProductPlacing {
  readonly productId: string
  readonly version: number | undefined
  /** `null`: as its category says. */
  readonly placing: Placing
}

/** Where one product stands in the taxonomies, otherwise than its category. No change of the product itself: no version of it. */
export async function placeProduct(
  ctx: Context,
  { productId, version, placing }: ProductPlacing,
): Promise<Result<{ readonly version: number }>> {
  const checked = await checkPlacing(placing)
  if (!checked.ok) return checked
  const product = await getProduct(ctx.tx, productId)
  if (!product.ok) return product
  const existing = await lockPlacing(ctx, productId)
  const expected = expectVersion(existing?.version, version)
  if (!expected.ok) return expected
  const { taxonomyId, googleId } = placing
  const before = existing && { taxonomyId: existing.taxonomyId, googleId: existing.googleId }
  const changes = changedFields<Placing>(before ?? { taxonomyId: null, googleId: null }, { taxonomyId, googleId })
  if (changes.length === 0) return ok({ version: existing?.version ?? 0 })
  const now = (existing?.version ?? 0) + 1
  writePlacing(ctx, productId, { taxonomyId, googleId, version: now })
  ctx.audit({ action: 'catalog:write', objectType: 'product', objectId: productId, changes })
  markCatalogChanged(ctx)
  return ok({ version: now })
}
