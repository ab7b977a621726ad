import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import { lockGroup, removeGroup } from '../store/groups.ts'
import { auditGroup } from './save-group.ts'

export interface GroupToDelete {
  readonly id: string
  /** What stands in its way, by its code: asked while the group is held, so that it is as true as can be. */
  readonly usedBy: (code: string) => Promise<readonly string[]>
}

/** A group that nothing asks for any more: its members are customers as before. */
export async function deleteGroup(ctx: Context, { id, usedBy }: GroupToDelete): Promise<Result<void>> {
  const held = await lockGroup(ctx, id)
  if (!held) return refusals.group_not_found()
  const uses = await usedBy(held.code)
  if (uses.length > 0) return refusals.group_in_use({ params: { count: uses.length, uses: uses.join(', ') } })
  removeGroup(ctx, held.id)
  const changes = [{ field: 'code', before: held.code, after: null }]
  auditGroup(ctx, { id: held.id, version: held.version + 1 }, changes, 'customers:delete-group')
  return ok()
}
