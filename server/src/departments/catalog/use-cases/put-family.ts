import { changedFields } from '../../../host/audit/changed-fields.ts'
import { expectVersion } from '../../../host/audit/expect-version.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { checkFamily, type FamilyDraft } from '../domain/family.ts'
import { askForRecount } from './recount-products.ts'
import { loadDefinitions } from '../queries/definitions.ts'
import { markCatalogChanged } from '../store/content-version.ts'
import { lockFamily, writeFamily } from '../store/definitions.ts'

/** Makes a family, or changes the one of this code; how complete its products are is counted anew. */
export async function putFamily(
  ctx: Context,
  draft: FamilyDraft,
  version: number | undefined,
): Promise<Result<{ readonly version: number }>> {
  const existing = await lockFamily(ctx, draft.code)
  const expected = expectVersion(existing?.version, version)
  if (!expected.ok) return expected
  const { attributes } = await loadDefinitions(ctx.tx, [])
  const checked = checkFamily(draft, attributes)
  if (!checked.ok) return checked
  const family = checked.value
  const changes = changedFields(existing, family)
  if (existing && changes.length === 0) return ok({ version: existing.version })
  const now = (existing?.version ?? 0) + 1
  writeFamily(ctx, family, now)
  ctx.audit({ action: 'catalog:write', objectType: 'family', objectId: family.code, version: now, changes })
  markCatalogChanged(ctx)
  if (existing) askForRecount(ctx, { family: family.code })
  return ok({ version: now })
}
