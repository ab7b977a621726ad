import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { planCategoryChange, type CategoryDraft } from '../domain/category.ts'
import { markCatalogChanged } from '../store/content-version.ts'
import { lockCategories } from '../store/locks.ts'
import { insertCategory, updateCategory } from '../store/write-category.ts'

export interface SavedCategory {
  readonly categoryId: string
  readonly changed: boolean
}

/** Creates the category with this handle, or brings it to what the draft says; the same draft twice changes nothing. */
export async function saveCategory(ctx: Context, draft: CategoryDraft): Promise<Result<SavedCategory>> {
  const rows = await lockCategories(ctx)
  const plan = planCategoryChange(
    rows.map(({ parent_id, ...row }) => ({ ...row, parentId: parent_id })),
    draft,
  )
  if (!plan.ok) return plan
  const { existing, after, changes } = plan.value
  const categoryId = existing?.id ?? ctx.newId<'category'>()
  if (existing && changes.length === 0) return ok({ categoryId, changed: false })
  const version = (existing?.version ?? 0) + 1
  const write = existing ? updateCategory : insertCategory
  write(ctx, { ...after, id: categoryId, version })
  markCatalogChanged(ctx)
  ctx.audit({ action: 'catalog:write', objectType: 'category', objectId: categoryId, version, changes })
  return ok({ categoryId, changed: true })
}
