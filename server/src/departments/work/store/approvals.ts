import type { Context } from '../../../host/context.ts'
import { jsonText } from '../../../host/database/json.ts'
import { fragment, sql } from '../../../host/database/sql.ts'
import type { RequestToKeep } from '../../../host/guard/guard.ts'
import type { Refusal } from '../../../kernel/result.ts'
import type { ApprovalState, Decision, Requirement } from '../domain/approval.ts'
import { readDecisions } from '../queries/read-approval.ts'
import { approvalColumns, storedOf, type ApprovalRow, type StoredApproval } from '../queries/approval-row.ts'

/** Two statements: the second reads the decisions of whoever held the lock before. */
export async function lockApproval(ctx: Context, id: string): Promise<StoredApproval | undefined> {
  const locked = ctx.tx.row(
    sql<ApprovalRow>`SELECT ${approvalColumns} FROM work.approval a WHERE a.id = ${id} FOR UPDATE`,
  )
  const [row, decisions] = await Promise.all([locked, readDecisions(ctx.tx, id)])
  return row && storedOf(row, decisions)
}

export interface NewApproval extends RequestToKeep {
  readonly requester: { readonly id: string; readonly name: string; readonly keyId: string | null }
  readonly expiresAt: Date
}

/** False when the same request by the same person waits already. */
export async function insertApproval(ctx: Context, request: NewApproval): Promise<boolean> {
  const { id, claim, requirements, operation, requester } = request
  const row = await ctx.tx.row(sql`
    INSERT INTO work.approval (id, act, ref_kind, ref_id, label, facts, requirements, roles, operation_kind, operation, permission,
      requester_id, requester_name, key_id, input_hash, sealed_input, changes, asked_at, expires_at)
    VALUES (${id}, ${claim.act}, ${claim.ref.kind}, ${claim.ref.id}, ${claim.label ?? ''}, ${jsonText(claim.facts)}::jsonb,
      ${jsonText(requirements)}::jsonb, ${rolesOf(requirements)}::text[], ${operation.kind}, ${operation.name}, ${operation.permission},
      ${requester.id}, ${requester.name}, ${requester.keyId}, ${request.inputHash}, ${request.sealedInput},
      ${jsonText(request.changes)}::jsonb, ${ctx.now}, ${request.expiresAt})
    ON CONFLICT (requester_id, input_hash) WHERE state = 'pending' DO NOTHING RETURNING id`)
  return row !== undefined
}

export function findWaiting(
  ctx: Context,
  { requesterId, inputHash }: { readonly requesterId: string; readonly inputHash: Buffer },
): Promise<{ id: string; requirements: readonly Requirement[] } | undefined> {
  return ctx.tx.row(sql<{ id: string; requirements: readonly Requirement[] }>`
    SELECT id, requirements FROM work.approval
    WHERE requester_id = ${requesterId} AND input_hash = ${inputHash} AND state = 'pending'`)
}

export interface DecisionToWrite extends Decision {
  readonly approvalId: string
  readonly comment: string
}

export function insertDecision(ctx: Context, { approvalId, staffId, verdict, roles, comment }: DecisionToWrite): void {
  ctx.tx.later(sql`
    INSERT INTO work.approval_decision (approval_id, staff_id, verdict, roles, comment, at)
    VALUES (${approvalId}, ${staffId}, ${verdict}, ${roles}::text[], ${comment}, ${ctx.now})`)
}

/** The row is held under lock. What was to run is forgotten with the waiting. */
export function endApproval(
  ctx: Context,
  id: string,
  state: Exclude<ApprovalState, 'pending'>,
  problem?: Refusal,
): void {
  ctx.tx.later(sql`
    UPDATE work.approval SET state = ${state}, ended_at = ${ctx.now}, sealed_input = NULL, version = version + 1,
      problem = ${problem === undefined ? null : jsonText(problem)}::jsonb
    WHERE id = ${id} AND state = 'pending'`)
}

/** Others must agree, too, since a rule made meanwhile says so. */
export function setRequirements(ctx: Context, id: string, requirements: readonly Requirement[]): void {
  ctx.tx.later(sql`
    UPDATE work.approval SET requirements = ${jsonText(requirements)}::jsonb, roles = ${rolesOf(requirements)}::text[],
      version = version + 1
    WHERE id = ${id} AND state = 'pending'`)
}

export function setAnswer(ctx: Context, id: string, sealedAnswer: Buffer): void {
  ctx.tx.later(sql`UPDATE work.approval SET sealed_answer = ${sealedAnswer} WHERE id = ${id} AND sealed_answer IS NULL`)
}

/** Those whose time ran out, some at a time. */
export function lockOverdue(ctx: Context, most: number): Promise<ApprovalRow[]> {
  return ctx.tx.rows(sql<ApprovalRow>`
    SELECT ${approvalColumns} FROM work.approval a WHERE a.state = 'pending' AND a.expires_at <= ${ctx.now}
    ORDER BY ${fragment`a.expires_at, a.id`} LIMIT ${most} FOR UPDATE SKIP LOCKED`)
}

const rolesOf = (requirements: readonly Requirement[]) =>
  [...new Set(requirements.flatMap(({ roles }) => roles))].sort()
