import type { Context } from '../../../host/context.ts'
import type { Result } from '../../../kernel/result.ts'
import { planProductChange } from '../domain/plan-product-change.ts'
import type { ProductDraft } from '../domain/product.ts'
import { refusals } from '../domain/refusals.ts'
import { versionConflict } from '../domain/version-conflict.ts'
import { lockProduct } from '../store/locks.ts'
import { definitionsFor } from './definitions-for.ts'
import { carryOut } from './save-product.ts'
import type { SavedProduct } from './write-plan.ts'

export interface ProductChange {
  readonly productId: string
  /** The version that the person saw; another one there now is a conflict. */
  readonly version: number
  readonly changes: Partial<ProductDraft>
  readonly reason?: string | undefined
}

/** Changes the fields that are named, if nobody changed the product since it was read. */
export async function changeProduct(
  ctx: Context,
  { productId, version, changes, reason }: ProductChange,
): Promise<Result<SavedProduct>> {
  const existing = await lockProduct(ctx, productId)
  if (!existing) return refusals.product_not_found()
  const draft = { ...changes, handle: changes.handle ?? existing.handle }
  if (existing.version === version) return carryOut(ctx, existing, draft, reason)
  const plan = planProductChange(existing, draft, await definitionsFor(ctx, [existing, draft]))
  return versionConflict(existing, plan.ok ? plan.value.differences : [])
}
