import { changedFields } from '../../../host/audit/changed-fields.ts'
import { expectVersion } from '../../../host/audit/expect-version.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { checkEntity, type EntityDraft, type Unchecked } from '../domain/check-definition.ts'
import { insertEntity, lockEntity, updateEntity } from '../store/put-organisation.ts'

/** Makes a legal entity, or changes the one of this code; answers its version. The same again writes nothing. */
export async function putEntity(
  ctx: Context,
  draft: Unchecked<EntityDraft>,
  version: number | undefined,
): Promise<Result<{ readonly version: number }>> {
  const existing = await lockEntity(ctx, draft.code)
  const expected = expectVersion(existing?.version, version)
  if (!expected.ok) return expected
  const checked = checkEntity(draft, existing)
  if (!checked.ok) return checked
  const entity = checked.value
  const changes = changedFields(existing, entity)
  if (existing && changes.length === 0) return ok({ version: existing.version })
  if (existing) updateEntity(ctx, entity)
  else insertEntity(ctx, entity)
  const now = (existing?.version ?? 0) + 1
  ctx.audit({ action: 'organisation:write', objectType: 'entity', objectId: draft.code, version: now, changes })
  return ok({ version: now })
}
