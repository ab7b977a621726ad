import { expectVersion } from '../../../host/audit/expect-version.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { checkAttribute, type Attribute } from '../domain/attribute.ts'
import { askForRecount } from './recount-products.ts'
import { choiceTexts, textsChanged } from '../domain/translation.ts'
import { noteTexts } from '../store/outdated-texts.ts'
import { lockAttribute, writeAttribute } from '../store/definitions.ts'
import { saveDefinition } from './save-definition.ts'

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
  const { code, choices, filterable } = attribute
  const saved = saveDefinition(ctx, {
    objectType: 'attribute',
    existing,
    definition: attribute,
    write: writeAttribute,
  })
  if (saved.changes.length === 0) return ok({ version: saved.version })
  noteTexts(ctx, [
    ...textsChanged({ kind: 'attribute', recordId: code }, saved.changes),
    ...choiceTexts(code, existing?.choices ?? [], choices),
  ])
  if (existing && existing.filterable !== filterable) askForRecount(ctx, { attribute: code })
  return ok({ version: saved.version })
}
