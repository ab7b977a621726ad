import { changedFields } from '../../../host/audit/changed-fields.ts'
import { expectVersion } from '../../../host/audit/expect-version.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import { insertCategory, lockCategory, updateCategory } from '../store/categories.ts'

export interface CategoryToPut {
  readonly code: string
  readonly names: Readonly<Record<string, string | undefined>>
  readonly version: number | undefined
}

/** A name for what is taxed alike; the code is what rates and products know, and stays. */
export async function putTaxCategory(
  ctx: Context,
  { code, names: wish, version }: CategoryToPut,
): Promise<Result<{ readonly version: number }>> {
  const existing = await lockCategory(ctx, code)
  const expected = expectVersion(existing?.version, version || undefined)
  if (!expected.ok) return expected
  const said = Object.entries(wish).flatMap(([locale, name]) => (name?.trim() ? [[locale, name.trim()]] : []))
  const names = Object.fromEntries(said) as Record<string, string>
  if (!names['en']) return refusals.category_name_missing({ field: 'names' })
  const changes = changedFields(existing && { names: existing.names }, { names })
  if (existing && changes.length === 0) return ok({ version: existing.version })
  if (existing) updateCategory(ctx, code, names)
  else insertCategory(ctx, code, names)
  const now = (existing?.version ?? 0) + 1
  ctx.audit({ action: 'tax:write', objectType: 'tax_category', objectId: code, version: now, changes })
  return ok({ version: now })
}
