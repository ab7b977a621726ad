import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { Definitions } from '../domain/definitions.ts'
import { publicationRefusal } from '../domain/judge-publication.ts'
import { layFileOver } from '../domain/lay-file-over.ts'
import { planProductChange, type ProductPlan } from '../domain/plan-product-change.ts'
import type { Product, ProductDraft } from '../domain/product.ts'
import { freshSkus, skuFlaws } from '../domain/sku-flaws.ts'
import { together } from '../domain/together.ts'
import { findSkuOwners } from '../queries/find-sku-owners.ts'
import { loadNeeds } from '../queries/publication-settings.ts'
import { lockProductsByHandle, planAsUsual, planForMany, readProductsByHandle } from '../store/products-by-handle.ts'
import { definitionsFor } from './definitions-for.ts'
import { isPublished, withCleanTexts } from './save-product.ts'
import { weighPublication } from './weigh-publication.ts'
import { preparePlan, writePlans, type SavedProduct } from './write-plan.ts'

/** Each product's outcome, in the order of the drafts. */
export type SavedProducts = readonly Result<SavedProduct>[]

interface Planned {
  readonly existing: Product | undefined
  readonly plan: Result<ProductPlan>
}

/**
 * Brings products to what a file says of them, in as many statements as one product takes. Each is judged alone: what refuses is
 * not written and says why; the others are. Written only where `dryRun` is false, from the very plans whose differences are told.
 * All that go into the shop are one act, which may be held as a whole.
 */
export async function saveProducts(
  ctx: Context,
  drafts: readonly ProductDraft[],
  { dryRun, asFile = true }: { readonly dryRun: boolean; /** Drafts speak as files do. */ readonly asFile?: boolean },
): Promise<Result<SavedProducts>> {
  planForMany(ctx)
  const handles = drafts.map(({ handle }) => handle)
  const existing = await (dryRun ? readProductsByHandle(ctx, handles) : lockProductsByHandle(ctx, handles))
  const definitions = await definitionsFor(ctx, [...existing.values(), ...drafts])
  const planned = drafts.map((draft): Planned => {
    const known = existing.get(draft.handle)
    const wanted = withCleanTexts(asFile ? layFileOver(known, draft) : draft)
    return { existing: known, plan: planProductChange(known, wanted, definitions) }
  })
  const judged = await judge(ctx, planned, definitions)
  const steps = judged.flatMap(({ existing: known, plan }) =>
    plan.ok
      ? [{ id: known?.id ?? '', handle: plan.value.after.handle, before: known?.state, after: plan.value.after.state }]
      : [],
  )
  const admitted = await weighPublication(ctx, steps)
  if (!admitted.ok) return admitted
  const prepared = judged.map(({ existing: known, plan }) =>
    plan.ok ? ok(preparePlan(ctx, known, { plan: plan.value, definitions })) : plan,
  )
  if (!dryRun) {
    // Each reference is checked by a statement of its own: planning that a thousand times over costs more than it gains.
    planAsUsual(ctx)
    writePlans(
      ctx,
      prepared.flatMap((one) => (one.ok ? [one.value] : [])),
    )
    planForMany(ctx)
  }
  return ok(prepared.map((one) => (one.ok ? ok(one.value.saved) : one)))
}

/** What the domain let pass, and the shop refuses: SKUs of others, and what may not go into the shop as it is. */
async function judge(ctx: Context, planned: readonly Planned[], definitions: Definitions): Promise<Planned[]> {
  const plans = planned.flatMap(({ plan }) => (plan.ok ? [plan.value] : []))
  const owners = await findSkuOwners(ctx.tx, plans.flatMap(freshSkus))
  const goesIn = ({ existing, plan }: Planned) =>
    plan.ok && isPublished({ before: existing?.state, after: plan.value.after })
  const ids = planned.filter(goesIn).flatMap(({ existing }) => (existing ? [existing.id] : []))
  const needs = planned.some(goesIn) ? await loadNeeds(ctx.tx, ids, ctx.now) : undefined
  return planned.map((one) => {
    const { existing, plan } = one
    if (!plan.ok) return one
    const taken = skuFlaws(plan.value, owners)
    if (taken.length > 0) return { existing, plan: together(taken) }
    const unfit = goesIn(one) && needs && publicationRefusal(plan.value.after, definitions, needs(existing?.id))
    return unfit ? { existing, plan: unfit } : one
  })
}
