import { endOtherSessions, endSessionById, endSessionsOf } from '../../../host/auth/sessions.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import { lockForAct } from './lock-for-act.ts'

export async function endOwnSession(ctx: Context, staffId: string, sessionId: string): Promise<Result<void>> {
  if (!(await endSessionById(ctx, { kind: 'staff', id: staffId }, sessionId))) return refusals.session_not_found()
  tell(ctx, staffId, 'one')
  return ok()
}

/** Everywhere but here. */
export async function endOwnOtherSessions(ctx: Context, staffId: string, token: string): Promise<Result<void>> {
  endOtherSessions(ctx, { kind: 'staff', id: staffId }, token)
  tell(ctx, staffId, 'others')
  return ok()
}

/** Somebody else's: all of them, or one. Not of those who have more rights: nobody may keep an owner out. */
export async function endSessionsOfStaff(
  ctx: Context,
  { staffId, sessionId }: { staffId: string; sessionId?: string | undefined },
): Promise<Result<void>> {
  const held = await lockForAct(ctx, 'end_sessions', staffId)
  if (!held.ok) return held
  const staff = held.value
  if (sessionId !== undefined) return endOwnSession(ctx, staff.id, sessionId)
  endSessionsOf(ctx, 'staff', staff.id)
  tell(ctx, staff.id, 'all')
  return ok()
}

function tell(ctx: Context, staffId: string, which: 'one' | 'others' | 'all'): void {
  ctx.audit({
    action: 'people:end-session',
    objectType: 'staff',
    objectId: staffId,
    changes: [{ field: 'sessions_ended', after: which }],
  })
}
