import { staffBehind } from '../../../host/actor.ts'
import { writeAudit } from '../../../host/audit/record.ts'
import type { Context } from '../../../host/context.ts'
import type { ApprovalDesk, Held, Pass, RequestToKeep, Requirement } from '../../../host/guard/guard.ts'
import { requirementKey } from '../../../host/guard/weigh.ts'
import { readSetting } from '../../../host/settings/read-setting.ts'
import { assert } from '../../../kernel/assert.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { findStaff } from '../../people/index.ts'
import { completes, mayDecide } from '../domain/approval.ts'
import { approvalRefusals as refusals } from '../domain/approval-refusals.ts'
import { approvalEnded, approvalRequested } from '../events.ts'
import { approvalDays } from '../queries/approval-settings.ts'
import { findApproval } from '../queries/read-approval.ts'
import {
  endApproval,
  findWaiting,
  insertApproval,
  insertDecision,
  lockApproval,
  setAnswer,
} from '../store/approvals.ts'
import { readRoleNames } from './role-names.ts'
import { tellApprovers, tellRequester } from './tell-of-approvals.ts'

const DAY_MS = 86_400_000

/** Where held requests wait: the host's port (host/guard/guard.ts), kept by this department. */
export const approvalDesk: ApprovalDesk = {
  keep: keepRequest,
  settle: settleRequest,
  keepAnswer: setAnswer,
  findGranted,
}

async function keepRequest(ctx: Context, request: RequestToKeep): Promise<Held> {
  const { actor } = ctx
  const staffId = staffBehind(actor)
  assert(staffId !== undefined && 'name' in actor, 'only what people ask for is held')
  const days = await readSetting(ctx.tx, approvalDays)
  const expiresAt = new Date(ctx.now.getTime() + days * DAY_MS)
  const requester = { id: staffId, name: actor.name, keyId: actor.kind === 'key' ? actor.id : null }
  if (!(await insertApproval(ctx, { ...request, requester, expiresAt }))) {
    const waiting = await findWaiting(ctx, { requesterId: staffId, inputHash: request.inputHash })
    if (waiting) return heldOf(ctx, { ...request, ...waiting })
  }
  const { id, claim, requirements } = request
  ctx.audit({
    action: 'work:request_approval',
    objectType: 'approval',
    objectId: id,
    version: 1,
    changes: [{ field: 'state', before: null, after: 'pending' }],
  })
  ctx.emit(approvalRequested(claim.ref, { approvalId: id, act: claim.act }))
  tellApprovers(ctx, { id, claim, requirements, expiresAt })
  return heldOf(ctx, request)
}

async function heldOf(
  ctx: Context,
  { id, claim, requirements, locale }: Pick<RequestToKeep, 'id' | 'claim' | 'requirements' | 'locale'>,
): Promise<Held> {
  const [first] = requirements
  assert(first, 'what is held is held by something')
  const names = await readRoleNames(ctx.tx, locale)
  return {
    id,
    act: claim.act,
    rule: { source: first.source, id: first.id, note: first.note },
    approvers: requirements.map(({ roles, approvals }) => ({
      roles,
      names: roles.map((role) => names.get(role) ?? role),
      approvals,
    })),
  }
}

/** The last approval and the end of the waiting, in the transaction of what was asked for. `ctx` acts as the requester. */
async function settleRequest(ctx: Context, { requestId, approver }: Pass): Promise<Result<void>> {
  assert(approver, 'somebody agrees')
  const stored = await lockApproval(ctx, requestId)
  if (!stored) return refusals.approval_not_found()
  const staff = await findStaff(ctx.tx, approver.actor.id)
  const decider = { staffId: approver.actor.id, roles: staff?.roles ?? [] }
  const may = mayDecide(stored.approval, decider, ctx.now)
  if (!may.ok) return may
  if (!completes(stored.approval, decider)) return refusals.approval_not_yours()
  insertDecision(ctx, { approvalId: requestId, ...decider, verdict: 'approve', comment: approver.comment })
  endApproval(ctx, requestId, 'approved')
  // Who decides is the approver, although all else in this transaction is done by who asked.
  writeAudit({ ...ctx, actor: approver.actor }, [
    {
      action: 'work:approve',
      objectType: 'approval',
      objectId: requestId,
      version: stored.row.version + 1,
      changes: [{ field: 'state', before: 'pending', after: 'approved' }],
      ...(approver.comment === '' ? {} : { reason: approver.comment }),
    },
  ])
  ctx.emit(
    approvalEnded({ kind: stored.row.ref_kind, id: stored.row.ref_id }, { approvalId: requestId, state: 'approved' }),
  )
  await tellRequester(ctx, stored.row, 'approved')
  return ok()
}

async function findGranted(database: Parameters<typeof findApproval>[0], requestId: string): Promise<Pass | undefined> {
  const stored = await findApproval(database, requestId)
  if (stored?.row.state !== 'approved') return undefined
  return {
    requestId,
    approvedBy: stored.decisions.filter(({ verdict }) => verdict === 'approve').map(({ staffId }) => staffId),
    covers: coveredBy(stored.row.requirements),
  }
}

export function coveredBy(requirements: readonly Requirement[]): ReadonlySet<string> {
  return new Set(requirements.map(requirementKey))
}
