import { changedFields } from '../../../host/audit/changed-fields.ts'
import { expectVersion } from '../../../host/audit/expect-version.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { mergedTexts, textFlaws } from '../domain/check-texts.ts'
import { LIMITS } from '../domain/product.ts'
import { refusals } from '../domain/refusals.ts'
import { together } from '../domain/together.ts'
import type { Term } from '../domain/translation.ts'
import { deleteTerm, lockTerm, writeTerm } from '../store/terms.ts'

/** Makes a word of the shop's own, or changes the one of this code. */
export async function putTerm(
  ctx: Context,
  draft: Term,
  version: number | undefined,
): Promise<Result<{ readonly version: number }>> {
  const existing = await lockTerm(ctx, draft.code)
  const expected = expectVersion(existing?.version, version)
  if (!expected.ok) return expected
  const term: Term = { ...draft, names: mergedTexts({}, draft.names), note: draft.note.trim() }
  const flaws = textFlaws(term.names, { field: 'names', max: LIMITS.optionName, required: true })
  if (flaws.length > 0) return together(flaws)
  const changes = changedFields<Term>(existing, term)
  if (existing && changes.length === 0) return ok({ version: existing.version })
  const now = (existing?.version ?? 0) + 1
  writeTerm(ctx, term, now)
  ctx.audit({ action: 'catalog:translate', objectType: 'term', objectId: term.code, version: now, changes })
  return ok({ version: now })
}

export async function removeTerm(ctx: Context, code: string): Promise<Result<void>> {
  const existing = await lockTerm(ctx, code)
  if (!existing) return refusals.text_not_found()
  deleteTerm(ctx, code)
  const { version: _version, ...before } = existing
  const changes = Object.entries(before).map(([field, value]) => ({ field, before: value, after: null }))
  ctx.audit({ action: 'catalog:translate', objectType: 'term', objectId: code, changes })
  return ok()
}
