import type { Context } from '../../../host/context.ts'
import { cleanRichText } from '../../../host/rich-text/rich-text.ts'
import { ok, type Refused, type Result } from '../../../kernel/result.ts'
import { planProductChange, together, type ProductPlan } from '../domain/plan-product-change.ts'
import type { Product, ProductDraft } from '../domain/product.ts'
import { refusals } from '../domain/refusals.ts'
import { lockProductByHandle } from '../store/locks.ts'
import { findSkuOwners } from '../queries/find-sku-owners.ts'
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
): Promise<Result<SavedProduct>> {
  const plan = planProductChange(existing, withCleanTexts(draft))
  if (!plan.ok) return plan
  const taken = await takenSkus(ctx, plan.value)
  if (taken.length > 0) return together(taken)
  const { handle, state: after } = plan.value.after
  const admitted = await weighPublication(ctx, [{ id: existing?.id ?? '', handle, before: existing?.state, after }])
  if (!admitted.ok) return admitted
  const saved = writePlan(ctx, existing, plan.value)
  // Waits for the constraints' verdict, so that a handle or SKU taken meanwhile is this call's refusal.
  if (saved.changed) await ctx.tx.flush()
  return ok(saved)
}

/** Descriptions may carry restricted HTML: whatever comes in, nothing else is kept. */
function withCleanTexts(draft: ProductDraft): ProductDraft {
  if (!draft.descriptions) return draft
  const cleaned = Object.entries(draft.descriptions).map(([language, text]) => [language, cleanRichText(text)] as const)
  return { ...draft, descriptions: Object.fromEntries(cleaned) }
}

async function takenSkus(ctx: Context, { after }: ProductPlan): Promise<Refused[]> {
  const fresh = after.variants.filter((variant) => variant.id === null)
  const owners = await findSkuOwners(
    ctx.tx,
    fresh.map((variant) => variant.sku),
  )
  return fresh.flatMap(({ sku }) => {
    const handle = owners.get(sku)
    const field = `variants.${after.variants.findIndex((variant) => variant.sku === sku)}.sku`
    return handle === undefined ? [] : [refusals.sku_taken({ field, params: { sku, handle } })]
  })
}
