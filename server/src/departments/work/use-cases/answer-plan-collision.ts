import type { StaffActor } from '../../../host/auth/staff-directory.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { planRefusals } from '../domain/plan-refusals.ts'
import { findCollisionOwners } from '../queries/read-plan-collisions.ts'
import { writeAnswer } from '../store/plan-collisions.ts'
import { untellOwner } from './note-plan-collisions.ts'

/** An owner says what they make of a collision; it leaves their inbox and stays on both pages with their word. */
export async function answerPlanCollision(
  ctx: Context,
  staff: Pick<StaffActor, 'id'>,
  { collisionId, word }: { readonly collisionId: string; readonly word: string },
): Promise<Result<{ planId: string }>> {
  const found = await findCollisionOwners(ctx.tx, collisionId)
  if (!found) return planRefusals.collision_not_found()
  if (!found.owners.includes(staff.id)) return planRefusals.collision_not_yours()
  writeAnswer(ctx, { collisionId, staffId: staff.id, word: word.trim() })
  ctx.audit({ action: 'work:answer_collision', objectType: 'plan', objectId: found.planId, reason: word.trim() })
  await untellOwner(ctx, collisionId, staff.id)
  return ok({ planId: found.planId })
}
