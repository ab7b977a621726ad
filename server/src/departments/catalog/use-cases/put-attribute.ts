import { changedFields } from '../../../host/audit/changed-fields.ts'
import { expectVersion } from '../../../host/audit/expect-version.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { checkAttribute, type Attribute } from '../domain/attribute.ts'
import { askForRecount } from './recount-products.ts'
import { choiceTexts, textsChanged } from '../domain/translation.ts'
import { markCatalogChanged } from '../store/content-version.ts'
import { noteTexts } from '../store/outdated-texts.ts'
import { lockAttribute, writeAttribute } from '../store/definitions.ts'

/** Makes an attribute, or changes the one of this code; answers its version. */
export async function putAttribute(
  ctx: Context,
  draft: Attribute,
  version: number | undefined,
): Promise<Result<{ readonly version: number }>> {
  const existing = await lockAttribute(ctx, draft.code)
  const expected = expectVersion(existing?.version, version)
  if (!expected.ok) return expected
  const checked = checkAttribute(draft, existing)
  if (!checked.ok) return checked
  const attribute = checked.value
  const changes = changedFields(existing, attribute)
  if (existing && changes.length === 0) return ok({ version: existing.version })
  const now = (existing?.version ?? 0) + 1
  writeAttribute(ctx, attribute, now)
  ctx.audit({ action: 'catalog:write', objectType: 'attribute', objectId: attribute.code, version: now, changes })
  const { code, choices } = attribute
  noteTexts(ctx, [
    ...textsChanged({ kind: 'attribute', recordId: code }, changes),
    ...choiceTexts(code, existing?.choices ?? [], choices),
  ])
  markCatalogChanged(ctx)
  if (existing && existing.filterable !== attribute.filterable) askForRecount(ctx, { attribute: attribute.code })
  return ok({ version: now })
}
