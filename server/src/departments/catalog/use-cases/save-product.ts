import type { Context } from '../../../host/context.ts'
import { cleanRichText } from '../../../host/rich-text/rich-text.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { planProductChange } from '../domain/plan-product-change.ts'
import { publicationRefusal } from '../domain/judge-publication.ts'
import type { PlannedProduct, Product, ProductDraft, ProductState } from '../domain/product.ts'
import { refusals } from '../domain/refusals.ts'
import { freshSkus, skuFlaws } from '../domain/sku-flaws.ts'
import { together } from '../domain/together.ts'
import { lockProductByHandle } from '../store/locks.ts'
import { findSkuOwners } from '../queries/find-sku-owners.ts'
import { loadNeeds } from '../queries/publication-settings.ts'
import { definitionsFor } from './definitions-for.ts'
import { weighPublication } from './weigh-publication.ts'
import { writePlan, type SavedProduct } from './write-plan.ts'

/** Creates the product with this handle, or brings it to what the draft says; the same draft twice changes nothing. */
export async function saveProduct(ctx: Context, draft: ProductDraft): Promise<Result<SavedProduct>> {
  return carryOut(ctx, await lockProductByHandle(ctx, draft.handle), draft)
}

/** Refuses a handle that is taken: what staff do with "New product". */
export async function createProduct(ctx: Context, draft: ProductDraft): Promise<Result<SavedProduct>> {
  const existing = await lockProductByHandle(ctx, draft.handle)
  if (existing) return refusals.handle_taken({ field: 'handle', params: { handle: draft.handle } })
  return carryOut(ctx, undefined, draft)
}

export async function carryOut(
  ctx: Context,
  existing: Product | undefined,
  draft: ProductDraft,
  reason?: string,
): Promise<Result<SavedProduct>> {
  const definitions = await definitionsFor(ctx, [existing, draft])
  const plan = planProductChange(existing, withCleanTexts(draft), definitions)
  if (!plan.ok) return plan
  const taken = skuFlaws(plan.value, await findSkuOwners(ctx.tx, freshSkus(plan.value)))
  if (taken.length > 0) return together(taken)
  const { handle, state: after } = plan.value.after
  const before = existing?.state
  const step = { before, after: plan.value.after }
  const ids = existing ? [existing.id] : []
  const unfit =
    isPublished(step) &&
    publicationRefusal(step.after, definitions, (await loadNeeds(ctx.tx, ids, ctx.now))(existing?.id))
  if (unfit) return unfit
  const admitted = await weighPublication(ctx, [{ id: existing?.id ?? '', handle, before, after }])
  if (!admitted.ok) return admitted
  const saved = writePlan(ctx, existing, { plan: plan.value, definitions, reason })
  // Waits for the constraints' verdict, so that a handle or SKU taken meanwhile is this call's refusal.
  if (saved.changed) await ctx.tx.flush()
  return ok(saved)
}

/** Goes into the shop by this. */
export function isPublished({ before, after }: { before: ProductState | undefined; after: PlannedProduct }): boolean {
  return after.state === 'published' && before !== 'published'
}

/** Descriptions may carry restricted HTML: whatever comes in, nothing else is kept. */
export function withCleanTexts(draft: ProductDraft): ProductDraft {
  if (!draft.descriptions) return draft
  const cleaned = Object.entries(draft.descriptions).map(([language, text]) => [language, cleanRichText(text)] as const)
  return { ...draft, descriptions: Object.fromEntries(cleaned) }
}
