import { changedFields } from '../../../host/audit/changed-fields.ts'
import { expectVersion } from '../../../host/audit/expect-version.ts'
import type { Context } from '../../../host/context.ts'
import { cleanRichText } from '../../../host/rich-text/rich-text.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { checkDraft } from '../domain/check-policy.ts'
import type { PolicyDraft } from '../domain/policy.ts'
import { refusals } from '../domain/refusals.ts'
import { listMarkets } from '../queries/register.ts'
import { insertDraft, lockPolicy, updateDraft, type PolicyKey } from '../store/policies.ts'

/** Begins or changes the draft of a policy. Nobody outside sees it before it is published. */
export async function saveDraft(
  ctx: Context,
  { key, draft, version }: { key: PolicyKey; draft: PolicyDraft; version: number | undefined },
): Promise<Result<{ readonly version: number }>> {
  const markets = await listMarkets(ctx.tx)
  if (!markets.some(({ code }) => code === key.market)) return refusals.unknown_market()
  const held = await lockPolicy(ctx, key)
  const expected = expectVersion(held?.version, version || undefined)
  if (!expected.ok) return expected
  const texts = Object.entries(draft.texts).map(([language, text]) => [language, cleanRichText(text)])
  const checked = checkDraft(key.kind, { ...draft, texts: Object.fromEntries(texts) as PolicyDraft['texts'] })
  if (!checked.ok) return checked
  const changes = changedFields(held && { texts: held.texts, rules: held.rules }, checked.value)
  if (held && changes.length === 0) return ok({ version: held.version })
  if (held) updateDraft(ctx, held.id, checked.value)
  else insertDraft(ctx, key, checked.value)
  const now = (held?.version ?? 0) + 1
  const objectId = `${key.market} ${key.kind}`
  ctx.audit({ action: 'legal:write', objectType: 'policy', objectId, version: now, changes })
  return ok({ version: now })
}
