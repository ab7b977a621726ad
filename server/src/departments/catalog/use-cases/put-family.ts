import { expectVersion } from '../../../host/audit/expect-version.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { checkFamily, type FamilyDraft } from '../domain/family.ts'
import { askForRecount } from './recount-products.ts'
import { loadDefinitions } from '../queries/definitions.ts'
import { lockFamily, writeFamily } from '../store/definitions.ts'
import { saveDefinition } from './save-definition.ts'

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
  const saved = saveDefinition(ctx, { objectType: 'family', existing, definition: family, write: writeFamily })
  if (existing && saved.changes.length > 0) askForRecount(ctx, { family: family.code })
  return ok({ version: saved.version })
}
