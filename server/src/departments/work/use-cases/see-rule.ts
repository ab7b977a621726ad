import type { Database } from '../../../host/database/pool.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { approvalRefusals as refusals } from '../domain/approval-refusals.ts'
import { findApprovalRule, type RuleView } from '../queries/list-approval-rules.ts'

export async function getRule(reader: Pick<Database, 'row'>, id: string): Promise<Result<RuleView>> {
  const rule = await findApprovalRule(reader, id)
  return rule ? ok(rule) : refusals.rule_not_found()
}
