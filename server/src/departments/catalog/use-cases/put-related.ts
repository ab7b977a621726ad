import { expectVersion } from '../../../host/audit/expect-version.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import { checkRelations, inKinds, type Relation } from '../domain/related.ts'
import { productChanged } from '../events.ts'
import { loadRelations } from '../queries/related.ts'
import { raiseProductVersion } from '../store/bundles.ts'
import { markCatalogChanged } from '../store/content-version.ts'
import { lockProduct } from '../store/locks.ts'
import { lockRelated, writeRelated } from '../store/related.ts'

export interface PutRelated {
  readonly productId: string
  /** Of the product, as the person saw it. */
  readonly version: number | undefined
  readonly relations: readonly Relation[]
}

/** Says all that is related to a product, of every kind, instead of what was said before. The same twice changes nothing. */
export async function putRelated(
  ctx: Context,
  { productId, version, relations }: PutRelated,
): Promise<Result<{ readonly version: number }>> {
  const others = relations.map((one) => one.productId)
  const known = await lockRelated(ctx, [productId, ...others])
  const product = await lockProduct(ctx, productId)
  if (!product) return refusals.product_not_found()
  const expected = expectVersion(product.version, version)
  if (!expected.ok) return expected
  const checked = checkRelations(productId, relations, known)
  if (!checked.ok) return checked
  const before = await loadRelations(ctx.tx, productId)
  const after = inKinds(relations)
  if (isSame(before, after)) return ok({ version: product.version })
  const now = product.version + 1
  writeRelated(ctx, productId, after)
  raiseProductVersion(ctx, productId, now)
  markCatalogChanged(ctx)
  ctx.emit(productChanged({ ...product, version: now }))
  ctx.audit({
    action: 'catalog:write',
    objectType: 'product',
    objectId: productId,
    version: now,
    changes: [{ field: 'related', before, after }],
  })
  return ok({ version: now })
}

function isSame(before: readonly Relation[], after: readonly Relation[]): boolean {
  return (
    before.length === after.length &&
    after.every(({ kind, productId, bothWays }, at) => {
      const was = before[at]
      return was?.kind === kind && was.productId === productId && was.bothWays === bothWays
    })
  )
}
