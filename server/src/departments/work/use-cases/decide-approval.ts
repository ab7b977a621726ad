import type { StaffActor } from '../../../host/auth/staff-directory.ts'
import { runCommand, type Actor, type Context, type House } from '../../../host/context.ts'
import type { Database } from '../../../host/database/pool.ts'
import type { Requirement } from '../../../host/guard/guard.ts'
import { runRequest, type KeptRequest } from '../../../host/guard/run-request.ts'
import { holdOf, isGuardsRefusal, requirementKey } from '../../../host/guard/weigh.ts'
import { ok, type Refusal, type Result } from '../../../kernel/result.ts'
import { findStaff } from '../../people/index.ts'
import { completes, judgeRefusal, mayDecide, type ApprovalState, type Decider } from '../domain/approval.ts'
import { approvalRefusals as refusals } from '../domain/approval-refusals.ts'
import { approvalEnded } from '../events.ts'
import { findApproval } from '../queries/read-approval.ts'
import { endApproval, insertDecision, lockApproval, setRequirements } from '../store/approvals.ts'
import type { ApprovalRow, StoredApproval } from '../queries/approval-row.ts'
import { coveredBy } from './approval-desk.ts'
import { tellApprovers, tellRequester } from './tell-of-approvals.ts'

export interface DecisionMade {
  readonly approvalId: string
  readonly decider: StaffActor
  readonly verdict: 'approve' | 'refuse'
  readonly comment: string
  readonly requestId?: string | undefined
}

/**
 * Others decide. A refusal, and an approval that is not the last one, are written by themselves. The last approval runs what was
 * asked for, and is written in the very transaction of its effect (approval-desk.ts, settle): of two who approve at once one
 * finds it done, and a process that dies between leaves it waiting, undone.
 *
 * Rejected: to mark it approved first and let a job act. Then "approved" would not mean done, rights and facts could change
 * between the two, and the approver would never learn that it came to nothing.
 */
export async function decideApproval(house: House, made: DecisionMade): Promise<Result<{ state: ApprovalState }>> {
  const stored = await findApproval(house.database, made.approvalId)
  if (!stored) return refusals.approval_not_found()
  const decider = await deciderOf(house.database, made)
  if (made.verdict === 'refuse') return refuse(house, made, decider)
  const may = mayDecide(stored.approval, decider, house.clock.now())
  if (!may.ok) return may
  if (!completes(stored.approval, decider)) {
    const written = await agree(house, made, decider)
    if (!written.ok || !written.value.isLast) return written.ok ? ok({ state: 'pending' }) : written
  }
  return carryOut(house, made, await findApproval(house.database, made.approvalId))
}

async function deciderOf(reader: Pick<Database, 'row'>, { decider }: DecisionMade): Promise<Decider> {
  return { staffId: decider.id, roles: (await findStaff(reader, decider.id))?.roles ?? [] }
}

function refuse(house: House, made: DecisionMade, decider: Decider): Promise<Result<{ state: ApprovalState }>> {
  const { approvalId, comment } = made
  return runCommand<{ state: ApprovalState }>(house, asDecider(made), async (ctx) => {
    const stored = await lockApproval(ctx, approvalId)
    if (!stored) return refusals.approval_not_found()
    const may = judgeRefusal(stored.approval, decider, { reason: comment, now: ctx.now })
    if (!may.ok) return may
    insertDecision(ctx, { approvalId, ...decider, verdict: 'refuse', comment: comment.trim() })
    await end(ctx, stored.row, { state: 'refused', action: 'work:refuse', reason: comment.trim() })
    return ok({ state: 'refused' })
  })
}

/** One of several approvals. Somebody else's may have made it the last one meanwhile: then nothing is written yet. */
function agree(house: House, made: DecisionMade, decider: Decider): Promise<Result<{ isLast: boolean }>> {
  const { approvalId, comment } = made
  return runCommand<{ isLast: boolean }>(house, asDecider(made), async (ctx) => {
    const stored = await lockApproval(ctx, approvalId)
    if (!stored) return refusals.approval_not_found()
    const may = mayDecide(stored.approval, decider, ctx.now)
    if (!may.ok) return may
    if (completes(stored.approval, decider)) return ok({ isLast: true })
    insertDecision(ctx, { approvalId, ...decider, verdict: 'approve', comment })
    auditDecision(ctx, stored.row, { action: 'work:approve', reason: comment })
    return ok({ isLast: false })
  })
}

async function carryOut(
  house: House,
  made: DecisionMade,
  stored: StoredApproval | undefined,
): Promise<Result<{ state: ApprovalState }>> {
  if (!stored?.row.sealed_input)
    return refusals.approval_decided({ params: { state: stored?.row.state ?? 'approved' } })
  const { requirements } = stored.row
  const before = stored.decisions.filter(({ verdict }) => verdict === 'approve').map(({ staffId }) => staffId)
  const done = await runRequest(house, await requestOf(house, stored.row, stored.row.sealed_input), {
    requestId: made.approvalId,
    approver: { actor: made.decider, comment: made.comment },
    approvedBy: [...before, made.decider.id],
    covers: coveredBy(requirements),
  })
  if (done.ok) return ok({ state: 'approved' })
  const more = holdOf(done.refusal)
  if (more) return askMore(house, made, more.requirements)
  const waitsOn = isAboutApproval(done.refusal) || isGuardsRefusal(done.refusal)
  return waitsOn ? done : fail(house, made, done.refusal)
}

/** Said by the settling, not by the command: somebody else was first, or the approver may not. Nothing ends by it, nor by a blackout window. */
const isAboutApproval = ({ code }: Refusal) => code.startsWith('work.approval_')

/** As who asked, with what they may do at this moment. */
export async function requestOf(house: House, row: ApprovalRow, sealedInput: Buffer): Promise<KeptRequest> {
  const { staff } = house.ports ?? {}
  const requester: Actor | undefined =
    row.key_id === null
      ? await staff?.findActor(house.database, row.requester_id)
      : await staff?.findKeyActor?.(house.database, row.key_id)
  const operation = { kind: row.operation_kind, name: row.operation, permission: row.permission }
  return { id: row.id, operation, sealedInput, requester }
}

/** A rule made meanwhile asks for others, too: this approval counts, and it waits on. */
function askMore(
  house: House,
  made: DecisionMade,
  found: readonly Requirement[],
): Promise<Result<{ state: ApprovalState }>> {
  return runCommand<{ state: ApprovalState }>(house, asDecider(made), async (ctx) => {
    const stored = await lockApproval(ctx, made.approvalId)
    const decider = await deciderOf(ctx.tx, made)
    if (!stored) return refusals.approval_not_found()
    const may = mayDecide(stored.approval, decider, ctx.now)
    if (!may.ok) return may
    const known = coveredBy(stored.row.requirements)
    const others = found.filter((one) => !known.has(requirementKey(one)))
    insertDecision(ctx, { approvalId: made.approvalId, ...decider, verdict: 'approve', comment: made.comment })
    setRequirements(ctx, made.approvalId, [...stored.row.requirements, ...others])
    auditDecision(ctx, stored.row, { action: 'work:approve', reason: made.comment })
    const { row } = stored
    const claim = { act: row.act, ref: { kind: row.ref_kind, id: row.ref_id }, label: row.label, facts: {} }
    tellApprovers(ctx, { id: row.id, claim, requirements: others, expiresAt: row.expires_at }, `${row.version + 1}`)
    return ok({ state: 'pending' })
  })
}

/** Agreed to, and not possible any more: the record changed, or who asked may not do it now. Said honestly, to both. */
function fail(house: House, made: DecisionMade, problem: Refusal): Promise<Result<{ state: ApprovalState }>> {
  return runCommand<{ state: ApprovalState }>(house, asDecider(made), async (ctx) => {
    const stored = await lockApproval(ctx, made.approvalId)
    const decider = await deciderOf(ctx.tx, made)
    if (!stored) return refusals.approval_not_found()
    const may = mayDecide(stored.approval, decider, ctx.now)
    if (!may.ok) return may
    insertDecision(ctx, { approvalId: made.approvalId, ...decider, verdict: 'approve', comment: made.comment })
    await end(ctx, stored.row, { state: 'failed', action: 'work:approve', reason: made.comment, problem })
    return ok({ state: 'failed' })
  })
}

interface Ending {
  readonly state: Exclude<ApprovalState, 'pending'>
  readonly action: string
  readonly reason: string
  readonly problem?: Refusal
}

/** The row is held under lock. */
export async function end(ctx: Context, row: ApprovalRow, { state, action, reason, problem }: Ending): Promise<void> {
  endApproval(ctx, row.id, state, problem)
  auditDecision(ctx, row, { action, reason, state })
  ctx.emit(approvalEnded({ kind: row.ref_kind, id: row.ref_id }, { approvalId: row.id, state }))
  await tellRequester(ctx, row, state)
}

function auditDecision(
  ctx: Context,
  row: ApprovalRow,
  { action, reason, state }: { readonly action: string; readonly reason: string; readonly state?: ApprovalState },
): void {
  ctx.audit({
    action,
    objectType: 'approval',
    objectId: row.id,
    version: row.version + 1,
    changes: state === undefined ? [] : [{ field: 'state', before: row.state, after: state }],
    ...(reason === '' ? {} : { reason }),
  })
}

function asDecider({ decider, requestId }: DecisionMade) {
  return { actor: decider, requestId }
}
