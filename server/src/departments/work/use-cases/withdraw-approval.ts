import { staffBehind } from '../../../host/actor.ts'
import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { mayWithdraw, type ApprovalState } from '../domain/approval.ts'
import { approvalRefusals as refusals } from '../domain/approval-refusals.ts'
import { lockApproval, lockOverdue } from '../store/approvals.ts'
import { end } from './decide-approval.ts'

/** Who asked takes it back while it waits. */
export async function withdrawApproval(ctx: Context, approvalId: string): Promise<Result<{ state: ApprovalState }>> {
  const stored = await lockApproval(ctx, approvalId)
  if (!stored) return refusals.approval_not_found()
  const may = mayWithdraw(stored.approval, staffBehind(ctx.actor), ctx.now)
  if (!may.ok) return may
  await end(ctx, stored.row, { state: 'withdrawn', action: 'work:withdraw', reason: '' })
  return ok({ state: 'withdrawn' })
}

const AT_ONCE = 100

/** Gives up what nobody decided on in time. Answers how many. */
export async function expireApprovals(ctx: Context): Promise<Result<number>> {
  const overdue = await lockOverdue(ctx, AT_ONCE)
  for (const row of overdue) await end(ctx, row, { state: 'expired', action: 'work:expire', reason: '' })
  return ok(overdue.length)
}
