import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { Bundle } from '../domain/bundles/bundle.ts'
import { bundleRefusals } from '../domain/bundles/bundle-refusals.ts'
import { checkBundle } from '../domain/bundles/check-bundle.ts'
import { bundleRefusal, componentFlaws } from '../domain/bundles/judge-bundle.ts'
import { isSameBundle } from '../domain/bundles/same-bundle.ts'
import { together } from '../domain/together.ts'
import { variantIdsOf } from '../queries/bundle-fitness.ts'
import { findKind, loadBundles, loadComponentStates } from '../queries/bundles.ts'
import { writeBundle } from '../store/bundles.ts'
import { lockAsSeen, tellPart, type ProductSeen } from './part-of-product.ts'

export interface PutBundle extends ProductSeen {
  readonly bundle: Bundle
}

/** Says what a bundle consists of. One that is in the shop stays fit for it. The same twice changes nothing. */
export async function putBundle(
  ctx: Context,
  { productId, version, bundle }: PutBundle,
): Promise<Result<{ readonly version: number }>> {
  const held = await lockAsSeen(ctx, { productId, version })
  if (!held.ok) return held
  const product = held.value
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
  writeBundle(ctx, productId, bundle)
  return tellPart(ctx, product, { field: 'bundle', before: before ?? null, after: bundle })
}
