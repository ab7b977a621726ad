import { ok, type Result } from '../../../kernel/result.ts'
import { approvalRefusals as refusals } from './approval-refusals.ts'

export const APPROVAL_STATES = ['pending', 'approved', 'refused', 'withdrawn', 'expired', 'failed'] as const
export type ApprovalState = (typeof APPROVAL_STATES)[number]

/** Who must agree, as it stood when the request was held: a rule changed or ended later frees nothing that waits. */
export interface Requirement {
  readonly source: string
  readonly id: string
  readonly version: number
  readonly note: string
  readonly roles: readonly string[]
  readonly approvals: number
}

export interface Decision {
  readonly staffId: string
  readonly verdict: 'approve' | 'refuse'
  readonly roles: readonly string[]
}

export interface Approval {
  readonly id: string
  readonly state: ApprovalState
  /** The person who asked, or whose key it was. */
  readonly requesterId: string
  readonly requirements: readonly Requirement[]
  readonly decisions: readonly Decision[]
  readonly expiresAt: Date
}

export interface Decider {
  readonly staffId: string
  readonly roles: readonly string[]
}

/** Whether it waits for anybody: ended requests stay as they are, whatever comes later. */
export function isWaiting(approval: Approval, now: Date): Result<void> {
  if (approval.state !== 'pending') return refusals.approval_decided({ params: { state: approval.state } })
  return approval.expiresAt > now ? ok() : refusals.approval_expired()
}

/**
 * Whether somebody may decide. Never who asked, whatever roles they hold or were given since, nor by a key of theirs: the request
 * knows the person. Never twice. Only who holds a role that is still waited for.
 */
export function mayDecide(approval: Approval, decider: Decider, now: Date): Result<void> {
  const waiting = isWaiting(approval, now)
  if (!waiting.ok) return waiting
  if (decider.staffId === approval.requesterId) return refusals.approval_own_request()
  if (approval.decisions.some(({ staffId }) => staffId === decider.staffId)) return refusals.approval_given_already()
  const wanted = openRequirements(approval).some(({ roles }) => overlap(roles, decider.roles))
  return wanted ? ok() : refusals.approval_not_yours()
}

/** Who may refuse without being waited for: nobody. Who may approve may refuse, and says why. */
export function judgeRefusal(
  approval: Approval,
  decider: Decider,
  { reason, now }: { reason: string; now: Date },
): Result<void> {
  const may = mayDecide(approval, decider, now)
  if (!may.ok) return may
  return reason.trim() === '' ? refusals.approval_reason_missing({ field: 'comment' }) : ok()
}

/** Whether this approval is the last one that was waited for. */
export function completes(approval: Approval, decider: Decider): boolean {
  const decision: Decision = { ...decider, verdict: 'approve' }
  return openRequirements({ ...approval, decisions: [...approval.decisions, decision] }).length === 0
}

export function mayWithdraw(approval: Approval, staffId: string | undefined, now: Date): Result<void> {
  const waiting = isWaiting(approval, now)
  if (!waiting.ok) return waiting
  return staffId === approval.requesterId ? ok() : refusals.approval_not_requester()
}

export function approvalsGiven({ decisions }: Pick<Approval, 'decisions'>, { roles }: Requirement): number {
  return decisions.filter((one) => one.verdict === 'approve' && overlap(roles, one.roles)).length
}

function openRequirements(approval: Pick<Approval, 'requirements' | 'decisions'>): Requirement[] {
  return approval.requirements.filter((one) => approvalsGiven(approval, one) < one.approvals)
}

const overlap = (a: readonly string[], b: readonly string[]) => a.some((one) => b.includes(one))
