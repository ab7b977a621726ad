import { fragment } from '../../../host/database/sql.ts'
import type { HeldOperation, KeptChange } from '../../../host/guard/guard.ts'
import type { Refusal } from '../../../kernel/result.ts'
import type { Approval, ApprovalState, Decision, Requirement } from '../domain/approval.ts'

export interface ApprovalRow {
  readonly id: string
  readonly act: string
  readonly ref_kind: string
  readonly ref_id: string
  readonly label: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly requirements: readonly Requirement[]
  readonly operation_kind: HeldOperation['kind']
  readonly operation: string
  readonly permission: string
  readonly requester_id: string
  readonly requester_name: string
  readonly key_id: string | null
  readonly sealed_input: Buffer | null
  readonly sealed_answer: Buffer | null
  readonly changes: readonly KeptChange[]
  readonly state: ApprovalState
  readonly asked_at: Date
  readonly expires_at: Date
  readonly ended_at: Date | null
  readonly problem: Refusal | null
  readonly version: number
}

export const approvalColumns = fragment`a.id, a.act, a.ref_kind, a.ref_id, a.label, a.facts, a.requirements, a.operation_kind, a.operation,
  a.permission, a.requester_id, a.requester_name, a.key_id, a.sealed_input, a.sealed_answer, a.changes, a.state, a.asked_at,
  a.expires_at, a.ended_at, a.problem, a.version`

export interface DecisionRow extends Decision {
  readonly comment: string
  readonly at: Date
}

/** A request with what was decided on it so far. */
export interface StoredApproval {
  readonly row: ApprovalRow
  readonly decisions: readonly DecisionRow[]
  readonly approval: Approval
}

export function storedOf(row: ApprovalRow, decisions: readonly DecisionRow[]): StoredApproval {
  const { id, state, requester_id: requesterId, requirements, expires_at: expiresAt } = row
  return { row, decisions, approval: { id, state, requesterId, requirements, decisions, expiresAt } }
}
