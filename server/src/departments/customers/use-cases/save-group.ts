import { changedFields } from '../../../host/audit/changed-fields.ts'
import { expectVersion } from '../../../host/audit/expect-version.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { soundRule, type GroupDraft, type GroupId } from '../domain/group.ts'
import { refusals } from '../domain/refusals.ts'
import { insertGroup, lockGroup, updateGroup } from '../store/groups.ts'
import { dropRuledMembers, sortMembers } from '../store/sort-members.ts'

export interface SavedGroup {
  readonly id: GroupId
  readonly version: number
}

/** Whoever meets its rule is in it when this returns. */
export async function createGroup(
  ctx: Context,
  { code, ...wish }: GroupDraft & { readonly code: string },
): Promise<Result<SavedGroup>> {
  const draft = soundDraft(wish)
  if (!draft.ok) return draft
  const id = ctx.newId<'customer-group'>()
  insertGroup(ctx, id, code, draft.value)
  auditGroup(ctx, { id, version: 1 }, changedFields(undefined, { code, ...draft.value }))
  if (draft.value.rule) await sortMembers(ctx, { id, rule: draft.value.rule })
  return ok({ id, version: 1 })
}

/** The members follow the new rule at once. Those put in by hand stay. */
export async function changeGroup(
  ctx: Context,
  { id, version, wish }: { readonly id: string; readonly version: number | undefined; readonly wish: GroupDraft },
): Promise<Result<SavedGroup>> {
  const held = await lockGroup(ctx, id)
  if (!held) return refusals.group_not_found()
  const expected = expectVersion(held.version, version)
  if (!expected.ok) return expected
  const draft = soundDraft(wish)
  if (!draft.ok) return draft
  const changes = changedFields({ names: held.names, rule: held.rule }, draft.value)
  if (changes.length === 0) return ok({ id: held.id, version: held.version })
  updateGroup(ctx, held.id, draft.value)
  const saved = { id: held.id, version: held.version + 1 }
  auditGroup(ctx, saved, changes)
  if (draft.value.rule) await sortMembers(ctx, { id: held.id, rule: draft.value.rule })
  else if (held.rule) dropRuledMembers(ctx, held.id)
  return ok(saved)
}

function soundDraft({ names, rule }: GroupDraft): Result<GroupDraft> {
  const said = Object.entries(names).flatMap(([locale, name]) => (name?.trim() ? [[locale, name.trim()]] : []))
  const words = Object.fromEntries(said) as Record<string, string>
  if (!words['en']) return refusals.group_name_missing({ field: 'names' })
  const sound = soundRule(rule)
  return sound.ok ? ok({ names: words, rule: sound.value }) : sound
}

export function auditGroup(
  ctx: Context,
  { id, version }: SavedGroup,
  changes: ReturnType<typeof changedFields>,
  action = 'customers:change-group',
): void {
  ctx.audit({ action, objectType: 'customer_group', objectId: id, version, changes })
}
