import { staffBehind } from '../../../host/actor.ts'
import type { Context } from '../../../host/context.ts'
import { jsonText } from '../../../host/database/json.ts'
import { fragment, sql } from '../../../host/database/sql.ts'
import type { Transaction } from '../../../host/database/transaction.ts'
import type { Condition } from '../domain/approval-condition.ts'
import type { Rule, RuleDraft } from '../domain/approval-rule.ts'

export interface RuleRow {
  readonly id: string
  readonly act: string
  readonly condition: Condition
  readonly markets: string[] | null
  readonly roles: string[]
  readonly approvals: number
  readonly active_from: Date | null
  readonly active_to: Date | null
  readonly note: string
  readonly version: number
  readonly created_at: Date
  readonly created_by: string | null
  readonly ended_at: Date | null
}

export const ruleColumns = fragment`r.id, r.act, r.condition, r.markets, r.roles, r.approvals, r.active_from, r.active_to, r.note,
  r.version, r.created_at, r.created_by, e.ended_at
  FROM work.approval_rule r LEFT JOIN work.approval_rule_ending e ON e.rule_id = r.id`

const inForce = (now: Date) => fragment`e.ended_at IS NULL
  AND (r.active_from IS NULL OR r.active_from <= ${now}) AND (r.active_to IS NULL OR r.active_to > ${now})`

export async function rulesInForce({ tx, now }: Pick<Context, 'tx' | 'now'>, act: string): Promise<Rule[]> {
  const rows = await tx.rows(sql<RuleRow>`SELECT ${ruleColumns} WHERE r.act = ${act} AND ${inForce(now)} ORDER BY r.id`)
  return rows.map(ruleOf)
}

export async function actsWithRules(tx: Transaction, now: Date): Promise<string[]> {
  const rows = await tx.rows(
    sql<{ act: string }>`SELECT DISTINCT act FROM (SELECT ${ruleColumns} WHERE ${inForce(now)}) r`,
  )
  return rows.map(({ act }) => act)
}

export async function lockRule(ctx: Context, id: string): Promise<RuleRow | undefined> {
  return ctx.tx.row(sql<RuleRow>`SELECT ${ruleColumns} WHERE r.id = ${id} FOR UPDATE OF r`)
}

export function insertRule(ctx: Context, id: string, draft: RuleDraft): void {
  ctx.tx.later(sql`
    INSERT INTO work.approval_rule (id, act, condition, markets, roles, approvals, active_from, active_to, note, created_at, created_by)
    VALUES (${id}, ${draft.act}, ${jsonText(draft.condition)}::jsonb, ${draft.markets}::text[], ${draft.roles}::text[],
      ${draft.approvals}, ${draft.activeFrom}, ${draft.activeTo}, ${draft.note}, ${ctx.now}, ${staffBehind(ctx.actor) ?? null})`)
}

export function updateRule(ctx: Context, id: string, draft: RuleDraft): void {
  ctx.tx.later(sql`
    UPDATE work.approval_rule SET act = ${draft.act}, condition = ${jsonText(draft.condition)}::jsonb,
      markets = ${draft.markets}::text[], roles = ${draft.roles}::text[], approvals = ${draft.approvals},
      active_from = ${draft.activeFrom}, active_to = ${draft.activeTo}, note = ${draft.note}, version = version + 1
    WHERE id = ${id}`)
}

export function insertEnding(ctx: Context, ruleId: string): void {
  ctx.tx.later(sql`
    INSERT INTO work.approval_rule_ending (rule_id, ended_at, ended_by) VALUES (${ruleId}, ${ctx.now}, ${staffBehind(ctx.actor) ?? null})`)
}

export function ruleOf(row: RuleRow): Rule {
  const { id, act, condition, markets, roles, approvals, note, version } = row
  return {
    id,
    act,
    condition,
    markets,
    roles,
    approvals,
    note,
    version,
    activeFrom: row.active_from,
    activeTo: row.active_to,
  }
}
