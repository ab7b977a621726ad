import { listVersions } from '../../../host/audit/versions-of.ts'
import type { Context } from '../../../host/context.ts'
import type { Result } from '../../../kernel/result.ts'
import { draftBack, isRestorable } from '../domain/draft-back.ts'
import { refusals } from '../domain/refusals.ts'
import { versionConflict } from '../domain/version-conflict.ts'
import { lockProduct } from '../store/locks.ts'
import { carryOut } from './save-product.ts'
import type { SavedProduct } from './write-plan.ts'

export { isRestorable }

export interface Restoration {
  readonly productId: string
  /** The version that the person saw. */
  readonly seen: number
  /** As the product stood in this version. */
  readonly to: number
  /** This one alone; the whole product unless told. */
  readonly field?: string | undefined
  readonly reason?: string | undefined
}

/** Farther back nobody looks for a word; and one request reads no more. */
const MOST_VERSIONS = 2_000

/**
 * Brings a product, or one field of it, back to an earlier version: as a new version, through the same checks as every save, so
 * that what is no longer possible (a handle or choice that is gone) is refused and nothing of the history is lost.
 */
export async function restoreProduct(
  ctx: Context,
  { productId, seen, to, field, reason }: Restoration,
): Promise<Result<SavedProduct>> {
  const existing = await lockProduct(ctx, productId)
  if (!existing) return refusals.product_not_found()
  if (existing.version !== seen) return versionConflict(existing, [])
  if (to < 1 || to > existing.version || existing.version - to > MOST_VERSIONS) {
    return refusals.version_not_found({ field: 'version' })
  }
  if (field !== undefined && !isRestorable({ field })) return refusals.field_not_restorable({ field: 'field' })
  const since = await listVersions(ctx.tx, {
    objectType: 'product',
    objectId: productId,
    above: to,
    limit: MOST_VERSIONS,
  })
  const changes = since.flatMap((version) => version.changes)
  const wanted = field === undefined ? changes : changes.filter((change) => change.field === field)
  return carryOut(ctx, existing, draftBack(existing, wanted), reason)
}
