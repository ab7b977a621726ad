import { changedFields } from '../../../host/audit/changed-fields.ts'
import { expectVersion } from '../../../host/audit/expect-version.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { deskRefusals as refusals } from '../domain/desk-refusals.ts'
import { soundTag, type TagWish } from '../domain/tag.ts'
import { deleteTag, insertTag, lockTag, updateTag } from '../store/tags.ts'

interface SavedTag {
  readonly id: string
  readonly version: number
}

export async function makeTag(ctx: Context, wish: TagWish): Promise<Result<SavedTag>> {
  const sound = soundTag(wish)
  if (!sound.ok) return sound
  const id = ctx.newId<'order_tag'>()
  insertTag(ctx, id, sound.value)
  const changes = changedFields(undefined, { name: sound.value.name, colour: sound.value.colour })
  ctx.audit({ action: 'orders:write', objectType: 'order_tag', objectId: id, version: 1, changes })
  return ok({ id, version: 1 })
}

/** Orders keep their tag under its new name. */
export async function changeTag(
  ctx: Context,
  { id, version, wish }: { readonly id: string; readonly version: number | undefined; readonly wish: TagWish },
): Promise<Result<SavedTag>> {
  const sound = soundTag(wish)
  if (!sound.ok) return sound
  const tag = await lockTag(ctx, id)
  if (!tag) return refusals.tag_not_found()
  const expected = expectVersion(tag.version, version)
  if (!expected.ok) return expected
  const changes = changedFields({ name: tag.name, colour: tag.colour }, sound.value)
  if (changes.length === 0) return ok({ id, version: tag.version })
  updateTag(ctx, { id, ...sound.value })
  ctx.audit({ action: 'orders:write', objectType: 'order_tag', objectId: id, version: tag.version + 1, changes })
  return ok({ id, version: tag.version + 1 })
}

/** From every order, too: what it said of them stays in their history. */
export async function removeTag(ctx: Context, id: string): Promise<Result<void>> {
  const tag = await lockTag(ctx, id)
  if (!tag) return refusals.tag_not_found()
  deleteTag(ctx, id)
  const changes = [{ field: 'name', before: tag.name, after: null }]
  ctx.audit({ action: 'orders:write', objectType: 'order_tag', objectId: id, version: tag.version + 1, changes })
  return ok()
}
