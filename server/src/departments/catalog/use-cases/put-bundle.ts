import { expectVersion } from '../../../host/audit/expect-version.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { Bundle } from '../domain/bundles/bundle.ts'
import { bundleRefusals } from '../domain/bundles/bundle-refusals.ts'
import { checkBundle } from '../domain/bundles/check-bundle.ts'
import { bundleRefusal, componentFlaws } from '../domain/bundles/judge-bundle.ts'
import { isSameBundle } from '../domain/bundles/same-bundle.ts'
import { refusals } from '../domain/refusals.ts'
import { together } from '../domain/together.ts'
import { productChanged } from '../events.ts'
import { variantIdsOf } from '../queries/bundle-fitness.ts'
import { findKind, loadBundles, loadComponentStates } from '../queries/bundles.ts'
import { raiseProductVersion, writeBundle } from '../store/bundles.ts'
import { markCatalogChanged } from '../store/content-version.ts'
import { lockProduct } from '../store/locks.ts'

export interface PutBundle {
  readonly productId: string
  /** Of the product, as the person saw it. */
  readonly version: number | undefined
  readonly bundle: Bundle
}

/** Says what a bundle consists of. One that is in the shop stays fit for it. The same twice changes nothing. */
export async function putBundle(
  ctx: Context,
  { productId, version, bundle }: PutBundle,
): Promise<Result<{ readonly version: number }>> {
  const product = await lockProduct(ctx, productId)
  if (!product) return refusals.product_not_found()
  const expected = expectVersion(product.version, version)
  if (!expected.ok) return expected
  const [kind, known, components] = await Promise.all([
    findKind(ctx.tx, productId),
    loadBundles(ctx.tx, [productId]),
    loadComponentStates(ctx.tx, variantIdsOf(bundle)),
  ])
  if (kind !== 'bundle') return bundleRefusals.not_a_bundle()
  const checked = checkBundle(bundle)
  if (!checked.ok) return checked
  const flaws = componentFlaws(bundle, components)
  if (flaws.length > 0) return together(flaws)
  const unfit = product.state === 'published' ? bundleRefusal(bundle, components) : undefined
  if (unfit) return unfit
  const before = known.get(productId)
  if (before && isSameBundle(before, bundle)) return ok({ version: product.version })
  const now = product.version + 1
  writeBundle(ctx, productId, bundle)
  raiseProductVersion(ctx, productId, now)
  markCatalogChanged(ctx)
  ctx.emit(productChanged({ ...product, version: now }))
  ctx.audit({
    action: 'catalog:write',
    objectType: 'product',
    objectId: productId,
    version: now,
    changes: [{ field: 'bundle', before: before ?? null, after: bundle }],
  })
  return ok({ version: now })
}
