import { changedFields } from '../../../host/audit/changed-fields.ts'
import type { Context } from '../../../host/context.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { planBrand, type Brand, type BrandContent, type BrandDraft } from '../domain/brand.ts'
import { shelfRefusals } from '../domain/shelf-refusals.ts'
import { textsChanged } from '../domain/translation.ts'
import { listProductsOfBrand } from '../queries/brands.ts'
import { lockBrand, writeBrand } from '../store/brands.ts'
import { lockProducts } from '../store/bulk-changes.ts'
import { markCatalogChanged } from '../store/content-version.ts'
import { noteTexts } from '../store/outdated-texts.ts'
import { cleaned } from './save-category.ts'
import { carryOut } from './save-product.ts'

interface SavedBrand {
  readonly id: string
  readonly version: number
}

export function createBrand(ctx: Context, draft: BrandDraft): Promise<Result<SavedBrand>> {
  return save(ctx, undefined, draft)
}

export interface BrandChange {
  readonly id: string
  /** The one that the person saw; whoever only sets the logo takes nothing from anybody. */
  readonly version: number | undefined
  readonly changes: BrandDraft
}

/** Another name is said by all its products in the same moment, each with its own version and entry in the trail. */
export async function changeBrand(ctx: Context, { id, version, changes }: BrandChange): Promise<Result<SavedBrand>> {
  const existing = await lockBrand(ctx, id)
  if (!existing) return shelfRefusals.brand_not_found()
  if (version !== undefined && existing.version !== version) {
    return hostRefusals.version_conflict({ params: { version: existing.version } })
  }
  return save(ctx, existing, changes)
}

async function save(ctx: Context, existing: Brand | undefined, draft: BrandDraft): Promise<Result<SavedBrand>> {
  const plan = planBrand(existing, { ...draft, descriptions: draft.descriptions && cleaned(draft.descriptions) })
  if (!plan.ok) return plan
  const id = existing?.id ?? ctx.newId<'brand'>()
  const changes = changedFields<BrandContent>(existing, plan.value)
  if (existing && changes.length === 0) return ok({ id, version: existing.version })
  const version = (existing?.version ?? 0) + 1
  writeBrand(ctx, { ...plan.value, id, version })
  // Waits for the constraints' verdict, so that a name taken meanwhile is this call's refusal.
  await ctx.tx.flush()
  const renamed = existing ? await renameAt(ctx, existing.name, plan.value.name) : ok()
  if (!renamed.ok) return renamed
  markCatalogChanged(ctx)
  ctx.audit({ action: 'catalog:write', objectType: 'brand', objectId: id, version, changes })
  noteTexts(ctx, textsChanged({ kind: 'brand', recordId: id }, changes))
  return ok({ id, version })
}

/** So many products at once: a transaction that holds more keeps the shop waiting. */
const MOST = 1_000

async function renameAt(ctx: Context, before: string, after: string): Promise<Result<void>> {
  if (before === after) return ok()
  const found = await listProductsOfBrand(ctx.tx, before, MOST + 1)
  if (found.length > MOST) return shelfRefusals.brand_too_large({ field: 'name', params: { max: MOST } })
  const products = await lockProducts(
    ctx,
    found.map(({ id }) => id),
  )
  for (const product of products) {
    const saved = await carryOut(ctx, product, { handle: product.handle, vendor: after })
    if (!saved.ok) return saved
  }
  return ok()
}
