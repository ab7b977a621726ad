import { expectVersion } from '../../../host/audit/expect-version.ts'
import { changedFields } from '../../../host/audit/changed-fields.ts'
import type { Context } from '../../../host/context.ts'
import { choiceFact, type GuardedAct } from '../../../host/guard/act.ts'
import { weigh } from '../../../host/guard/weigh.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { listRoles } from '../../people/index.ts'
import { approvalRefusals as refusals } from '../domain/approval-refusals.ts'
import { judgeRule, type RuleDraft } from '../domain/approval-rule.ts'
import { insertEnding, insertRule, lockRule, ruleOf, updateRule } from '../store/approval-rules.ts'
import { actsUnderRule } from './approval-guard.ts'

/** Changing rules can need approval itself: else whoever makes them could lift one for an hour. */
export const CHANGE_RULE: GuardedAct = {
  act: 'work.change_rule',
  permission: 'work:rules',
  facts: { change: 'choice' },
  choices: { change: ['make', 'change', 'end'] },
}

export interface SavedRule {
  readonly id: string
  readonly version: number
}

export async function makeApprovalRule(
  ctx: Context,
  draft: RuleDraft,
  acts: readonly GuardedAct[],
): Promise<Result<SavedRule>> {
  const judged = await judge(ctx, draft, acts)
  if (!judged.ok) return judged
  const id = ctx.newId<'approval_rule'>()
  const admitted = await weighChange(ctx, 'make', id)
  if (!admitted.ok) return admitted
  insertRule(ctx, id, judged.value)
  auditRule(ctx, id, 1, changedFields(undefined, plain(judged.value)))
  actsUnderRule.distrust(ctx)
  return ok({ id, version: 1 })
}

export interface RuleChange {
  readonly id: string
  readonly version: number | undefined
  readonly draft: RuleDraft
}

/** What it holds already waits on as it was held. */
export async function changeApprovalRule(
  ctx: Context,
  { id, version, draft }: RuleChange,
  acts: readonly GuardedAct[],
): Promise<Result<SavedRule>> {
  const row = await lockRule(ctx, id)
  if (!row) return refusals.rule_not_found()
  if (row.ended_at) return refusals.rule_ended()
  const expected = expectVersion(row.version, version)
  if (!expected.ok) return expected
  const judged = await judge(ctx, draft, acts)
  if (!judged.ok) return judged
  const changes = changedFields(plain(ruleOf(row)), plain(judged.value))
  if (changes.length === 0) return ok({ id, version: row.version })
  const admitted = await weighChange(ctx, 'change', id)
  if (!admitted.ok) return admitted
  updateRule(ctx, id, judged.value)
  auditRule(ctx, id, row.version + 1, changes)
  actsUnderRule.distrust(ctx)
  return ok({ id, version: row.version + 1 })
}

/** A rule ends, and stays to be read; requests that it held wait on. */
export async function endApprovalRule(ctx: Context, id: string): Promise<Result<SavedRule>> {
  const row = await lockRule(ctx, id)
  if (!row) return refusals.rule_not_found()
  if (row.ended_at) return refusals.rule_ended()
  const admitted = await weighChange(ctx, 'end', id)
  if (!admitted.ok) return admitted
  insertEnding(ctx, id)
  auditRule(ctx, id, row.version, [{ field: 'ended', before: false, after: true }])
  actsUnderRule.distrust(ctx)
  return ok({ id, version: row.version })
}

function weighChange(ctx: Context, change: 'make' | 'change' | 'end', id: string): Promise<Result<void>> {
  return weigh(ctx, { act: CHANGE_RULE.act, facts: { change: choiceFact(change) }, ref: { kind: 'approval_rule', id } })
}

async function judge(ctx: Context, draft: RuleDraft, acts: readonly GuardedAct[]): Promise<Result<RuleDraft>> {
  const roles = await listRoles(ctx.tx)
  return judgeRule(draft, { acts, roles: roles.map(({ code }) => code) })
}

function plain({ act, condition, markets, roles, approvals, activeFrom, activeTo, note }: RuleDraft) {
  const [from, to] = [activeFrom?.toISOString() ?? null, activeTo?.toISOString() ?? null]
  return { act, condition, markets, roles, approvals, activeFrom: from, activeTo: to, note }
}

function auditRule(ctx: Context, objectId: string, version: number, changes: ReturnType<typeof changedFields>): void {
  ctx.audit({ action: 'work:rules', objectType: 'approval_rule', objectId, version, changes })
}
